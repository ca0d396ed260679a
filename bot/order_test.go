package bot_test

import (
	"testing"
	"time"

	"repartee/bot/telegram/telegramtest"
)

// TestReplyOfAnotherInstance lets another instance commit a reply while this one is sending, and then this one its next: the other's stands between the two.
func TestReplyOfAnotherInstance(t *testing.T) {
	stores(t, func(t *testing.T, open func(testing.TB) fullStore) {
		r, mail := manual(t, orderFlow, open(t))
		_, other := r.make(oneFlow(t, orderFlow))
		r.background(other.Run)
		c := r.user(1)
		r.server.Fault(telegramtest.Rule{Kind: telegramtest.Slow, Method: "sendMessage", Delay: 300 * time.Millisecond})
		c.Start("")
		mail.bring(r.bot, mail.next()...)
		c.Say("Ann")
		mail.bring(other, mail.next()...)
		c.Say("Large")
		mail.bring(r.bot, mail.next()...)
		c.expects("What is your name?", "Which bag, Ann?", "How many bags?")
		r.stop()
		c.expects("What is your name?", "Which bag, Ann?", "How many bags?")
	})
}

// TestCommitAnsweredLate lets the store's answer to a commit come later than the sender has found the reply in the store: it is sent once.
func TestCommitAnsweredLate(t *testing.T) {
	commits, written, answer := 0, make(chan struct{}), make(chan struct{})
	store := &faulty{fullStore: file(t), after: func(method string) error {
		if method != "Commit" {
			return nil
		}
		if commits++; commits == 2 {
			close(written)
			<-answer
		}
		return nil
	}}
	r, mail := manual(t, orderFlow, store)
	c := r.user(1)
	r.server.Fault(telegramtest.Rule{Kind: telegramtest.Slow, Method: "sendMessage", Delay: 200 * time.Millisecond})
	c.Start("")
	mail.bring(r.bot, mail.next()...)
	c.Say("Ann")
	batch := mail.next()
	received := make(chan error, 1)
	go func() { received <- r.bot.Receive(t.Context(), batch) }()
	<-written
	c.expects("What is your name?", "Which bag, Ann?")
	close(answer)
	if err := <-received; err != nil {
		t.Error(err)
	}
	r.stop()
	c.expects("What is your name?", "Which bag, Ann?")
}
