package bot_test

import (
	"encoding/json"
	"testing"
)

// TestGroup answers what is meant for this bot with one link to the private chat, and nothing else.
func TestGroup(t *testing.T) {
	stores(t, func(t *testing.T, open func(testing.TB) fullStore) {
		r := newRig(t, oneFlow(t, orderFlow), open(t))
		group := r.server.Group(-100, "Coffee lovers")
		c := customer{TB: t, User: r.user(1).In(group)}
		c.Say("/start")
		c.Say("/start@another_bot")
		c.Say("/start@" + r.server.Username() + " adv")
		c.expects("I talk in private. Please come over:")
		r.server.Redeliver(3)
		eventually(t, "all is received", func() bool { return r.server.Pending() == 0 })
		r.stop()
		c.expects("I talk in private. Please come over:")
		var link string
		for _, m := range c.Messages() {
			if m.FromBot {
				link = m.Buttons[0][0].URL
			}
		}
		if link != "https://t.me/test_bot?start=group" {
			t.Errorf("the link is %q", link)
		}
	})
}

// TestNotForUs lets go by what concerns no talk: other bots' commands, channels, kinds of update without a use.
func TestNotForUs(t *testing.T) {
	store := &counted{fullStore: file(t)}
	r, mail := manual(t, orderFlow, store)
	c := r.user(1)
	c.Say("/start@another_bot")
	r.server.Inject("message", -5, json.RawMessage(`{"message_id":1,"date":1,"chat":{"id":-5,"type":"channel"},"text":"/start@test_bot"}`))
	r.server.Inject("message", 2, json.RawMessage(`{"message_id":1,"date":1,"chat":{"id":2,"type":"private"},"from":{"id":2,"is_bot":true},"text":"hi"}`))
	r.server.Inject("my_chat_member", -6, json.RawMessage(`{"date":1,"chat":{"id":-6,"type":"group"},"from":{"id":2},"new_chat_member":{"status":"member"}}`))
	c.Say("/start@TEST_BOT")
	c.Say("/help\nme@home")
	batch := mail.next()
	if len(batch) != 6 {
		t.Fatalf("a batch of %d", len(batch))
	}
	mail.bring(r.bot, batch...)
	r.stop()
	if n := store.ok.Load(); n != 2 {
		t.Errorf("%d commits, not 2", n)
	}
}
