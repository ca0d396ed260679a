package bot_test

import (
	"context"
	"encoding/json"
	"strconv"
	"testing"

	"repartee/bot"
	"repartee/bot/telegram"
)

// mailbag takes updates from the rig's server in place of a poller, so that a test can bring them to whom and as often as it wants.
type mailbag struct {
	*rig
	client *telegram.Client
	offset int64
}

func (r *rig) mailbag() *mailbag { return &mailbag{rig: r, client: r.client()} }

// next takes what is waiting at the server; there must be something.
func (m *mailbag) next() []telegram.Update {
	m.Helper()
	raw, err := m.client.Call(m.Context(), "getUpdates", telegram.Params{
		"offset": strconv.FormatInt(m.offset, 10), "timeout": "50", "allowed_updates": `["message","callback_query","my_chat_member","pre_checkout_query","shipping_query"]`,
	})
	if err != nil {
		m.Fatal(err)
	}
	batch, err := telegram.DecodeUpdates(raw)
	if err != nil || len(batch) == 0 {
		m.Fatalf("no updates: %v", err)
	}
	m.offset = batch[len(batch)-1].ID + 1
	return batch
}

func (m *mailbag) bring(to *bot.Bot, batch ...telegram.Update) {
	m.Helper()
	if err := to.Receive(m.Context(), batch); err != nil {
		m.Error(err)
	}
}

// manual is a rig whose bot runs and gets its updates from the test.
func manual(t testing.TB, flow string, store fullStore, change ...func(*bot.Options)) (*rig, *mailbag) {
	t.Helper()
	r := &rig{TB: t, server: newServer(t), store: store}
	_, r.bot = r.make(oneFlow(t, flow), change...)
	r.stop = r.background(r.bot.Run)
	return r, r.mailbag()
}

func TestRedeliveryHasOneEffect(t *testing.T) {
	stores(t, func(t *testing.T, open func(testing.TB) fullStore) {
		store := &counted{fullStore: open(t)}
		r, mail := manual(t, orderFlow, store)
		c, k := r.user(1), talkOf(1)
		for i, act := range k.acts(c) {
			act()
			batch := mail.next()
			for range 10 {
				mail.bring(r.bot, batch...)
			}
			c.expects(k.script()[:i+1]...)
		}
		r.stop()
		c.expects(k.script()...)
		if ok, twice := store.ok.Load(), store.duplicate.Load(); ok != 6 || twice != 54 {
			t.Errorf("%d commits and %d duplicates, not 6 and 54", ok, twice)
		}
		if n := len(r.server.Calls("answerCallbackQuery")); n != 2 {
			t.Errorf("the two presses were answered %d times", n)
		}
	})
}

// TestRedeliveryWhileAtWork brings an update again before its first delivery is done, as Telegram does after a timeout.
func TestRedeliveryWhileAtWork(t *testing.T) {
	began, goOn := make(chan struct{}), make(chan struct{})
	first := true
	store := &counted{fullStore: &faulty{fullStore: file(t), before: func(method string) error {
		if method == "Commit" && first {
			first = false
			close(began)
			<-goOn
		}
		return nil
	}}}
	r, mail := manual(t, orderFlow, store)
	c := r.user(1)
	c.Start("")
	batch := mail.next()
	done := make(chan error, 4)
	go func() { done <- r.bot.Receive(t.Context(), batch) }()
	<-began
	for range 3 {
		go func() { done <- r.bot.Receive(t.Context(), batch) }()
	}
	close(goOn)
	for range 4 {
		if err := <-done; err != nil {
			t.Error(err)
		}
	}
	r.stop()
	c.expects("What is your name?")
	if store.ok.Load() != 1 || store.duplicate.Load() != 3 {
		t.Errorf("%d commits and %d duplicates, not 1 and 3", store.ok.Load(), store.duplicate.Load())
	}
}

// TestTwoInstances brings one contact's updates to two instances in turn: what the other has committed makes the own state old.
func TestTwoInstances(t *testing.T) {
	stores(t, func(t *testing.T, open func(testing.TB) fullStore) {
		store := &counted{fullStore: open(t)}
		r, mail := manual(t, orderFlow, store)
		_, other := r.make(oneFlow(t, orderFlow))
		stop := r.background(other.Run)
		c, k := r.user(1), talkOf(1)
		for i, act := range k.acts(c) {
			act()
			mail.bring([]*bot.Bot{r.bot, other}[i%2], mail.next()...)
			c.expects(k.script()[:i+1]...)
		}
		stop()
		r.stop()
		c.expects(k.script()...)
		if store.conflict.Load() == 0 {
			t.Error("no conflict: the test has shown nothing")
		}
	})
}

// TestOrderInABatch stops at the first of a contact's updates that fails: those after it must not overtake it. Other contacts go on.
func TestOrderInABatch(t *testing.T) {
	failures := 0
	store := &faulty{fullStore: file(t)}
	store.before = func(method string) error {
		if method == "Commit" && failures < 2 {
			failures++
			return errDown
		}
		return nil
	}
	r, mail := manual(t, orderFlow, store)
	c := r.user(1)
	c.Start("")
	c.Say("Ann")
	c.Say("Large")
	batch := mail.next()
	if len(batch) != 3 {
		t.Fatalf("a batch of %d", len(batch))
	}
	if err := r.bot.Receive(t.Context(), batch); err == nil {
		t.Error("the batch was taken though a commit failed")
	}
	mail.bring(r.bot, batch...)
	c.expects("What is your name?", "Which bag, Ann?", "How many bags?")
}

// TestKindsOvertake lets a press come after words that were typed later: one contact's inputs stay one after the other, whatever order Telegram brings them in.
func TestKindsOvertake(t *testing.T) {
	r := &rig{TB: t, server: newServer(t), store: file(t)}
	r.startWebhook(oneFlow(t, orderFlow))
	c := r.user(1)
	c.Start("")
	c.hears(1)
	c.Say("Ann")
	c.hears(2)
	r.server.Hold("callback_query")
	c.press("Small")
	c.Say("Large")
	c.expects("What is your name?", "Which bag, Ann?", "How many bags?")
	r.server.Release("callback_query")
	c.expects("What is your name?", "Which bag, Ann?", "How many bags?", "How many bags?") // gone back, and on with the other answer
	c.Say("2")
	c.expects("What is your name?", "Which bag, Ann?", "How many bags?", "How many bags?", "For Ann I recommend 500 g. Shall I note it?")
}

func TestUnreadableUpdateIsBuried(t *testing.T) {
	r, _ := manual(t, orderFlow, file(t))
	raw := json.RawMessage(`{"update_id":77,"message":{"message_id":"no number"}}`)
	update, err := telegram.DecodeUpdate(raw)
	if err == nil {
		t.Fatal("it can be read")
	}
	for range 2 { // alone and in a batch
		if err := r.bot.Receive(t.Context(), []telegram.Update{update}); err != nil {
			t.Error(err)
		}
	}
	if err := r.bot.Receive(t.Context(), []telegram.Update{update, update}); err != nil {
		t.Error(err)
	}
	dead, err := r.store.DeadLetters(t.Context(), 10)
	if err != nil || len(dead) != 4 || dead[0].Update != 77 || string(dead[0].Raw) != string(raw) {
		t.Errorf("dead letters %+v, %v", dead, err)
	}
}

// TestStoreDown takes nothing in while the store is down, and everything once it is back.
func TestStoreDown(t *testing.T) {
	for _, method := range []string{"Load", "Commit"} {
		t.Run(method, func(t *testing.T) {
			down := make(chan struct{})
			store := &faulty{fullStore: file(t), before: func(m string) error {
				select {
				case <-down:
					return nil
				default:
				}
				if m == method {
					return errDown
				}
				return nil
			}}
			r, mail := manual(t, orderFlow, store)
			c := r.user(1)
			c.Start("")
			batch := mail.next()
			if err := r.bot.Receive(context.Background(), batch); err == nil {
				t.Error("taken in though nothing was kept")
			}
			close(down)
			mail.bring(r.bot, batch...)
			c.expects("What is your name?")
		})
	}
}
