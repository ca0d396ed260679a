package storetest

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"repartee/bot"
	"repartee/flows/shop"
)

func waiting() []testCase {
	return []testCase{
		{"nothing waits for who is not known", func(d *desk) {
			d.same("waiting", d.waiting(), bot.Waiting{})
		}},
		{"what waits is told: outbox, claim, inbox and wake", func(d *desk) {
			once := []bot.Entry{{Policy: bot.Once, Call: []byte("o|1")}}
			sent := d.turn(bot.Commit{Outbox: append(messages("a"), once...), Claim: by("me"), Wake: d.now + 50}).Outbox
			d.mark("me", sent[1].Seq)
			sent[1].Marked = true
			d.now += 10
			d.post("x", "y")
			d.same("waiting", d.waiting(), bot.Waiting{
				Outbox: sent, Claim: claimed("me", d.now-10+hold), Wake: d.now + 40, Due: d.now,
				Inbox: []bot.Posted{{ID: "x", Input: []byte("input x")}, {ID: "y", Input: []byte("input y")}},
			})
		}},
		{"asking changes nothing", func(d *desk) {
			d.turn(bot.Commit{Outbox: messages("a"), Wake: d.now})
			d.post("x")
			first := d.waiting()
			d.same("again", d.waiting(), first)
			d.same("due", len(d.due("me")), 1)
		}},
		{"what was handed out waits until it is due again", func(d *desk) {
			out := d.turn(bot.Commit{Outbox: messages("a"), Wake: d.now}).Outbox
			d.due("me")
			end := d.now + hold
			d.same("waiting", d.waiting(), bot.Waiting{Outbox: out, Claim: claimed("me", end), Wake: end, Due: end})
		}},
		{"a pause is a claim of nobody", func(d *desk) {
			sent := d.turn(bot.Commit{Outbox: messages("a", "b"), Claim: by("me")}).Outbox
			d.postpone("me", sent[0].Seq, d.now+5000)
			d.same("waiting", d.waiting(), bot.Waiting{Outbox: sent[1:], Claim: claimed("", d.now+5000), Due: d.now + 5000})
		}},
		{"when all is done nothing waits", func(d *desk) {
			d.post("x")
			sent := d.turn(bot.Commit{Inbox: "x", Outbox: messages("a"), Claim: by("me")}).Outbox
			d.ack("me", last(sent))
			d.same("waiting", d.waiting(), bot.Waiting{})
		}},
		{"every contact of which something is kept is handed out once", func(d *desk) {
			var want []int64
			for i := range int64(600) {
				d.chat = 300 - i
				want = append(want, d.chat)
				if i%3 == 0 {
					d.post("x")
				} else {
					d.turn(bot.Commit{Orders: written(shop.Open, "body")})
				}
			}
			slices.Sort(want)
			d.same("contacts", d.contacts(), want)
		}},
		{"a forgotten contact is handed out until its farewell is sent", func(d *desk) {
			d.turn(bot.Commit{})
			out := d.commit(bot.Commit{Version: d.load().Version, Outbox: messages("bye"), Claim: by("me")}).Outbox
			d.same("contacts", d.contacts(), []int64{d.chat})
			d.ack("me", last(out))
			d.same("contacts", d.contacts(), []int64(nil))
		}},
		{"whoever reads the contacts can say that it is enough, and may use the store meanwhile", func(d *desk) {
			enough, read := errors.New("enough"), 0
			d.turn(bot.Commit{})
			d.chat++
			d.turn(bot.Commit{})
			err := d.store.Contacts(d.Context(), bot.Everybody, func(contact bot.KeptContact) error {
				read++
				_, err := d.store.Load(d.Context(), contact.Chat)
				return errors.Join(err, enough)
			})
			d.same("enough", errors.Is(err, enough), true)
			d.same("read", read, 1)
		}},
		{"each contact comes with its record", func(d *desk) {
			d.turn(bot.Commit{State: []byte(`{"turn":"of one"}`)})
			d.chat++
			d.post("x")
			read := map[int64]bot.Record{}
			err := d.store.Contacts(d.Context(), bot.Everybody, func(contact bot.KeptContact) error {
				read[contact.Chat] = contact.Record
				return contact.Unread
			})
			d.same("error", err, nil)
			d.same("read", read, map[int64]bot.Record{d.chat - 1: {Version: "1.n", State: []byte(`{"turn":"of one"}`)}, d.chat: {}})
		}},
		{"who is in the middle of something is found among the others, until he leaves or is forgotten", func(d *desk) {
			for i := range int64(600) {
				d.chat = 300 - i
				switch i % 3 {
				case 0:
					d.post("x")
				case 1:
					d.turn(bot.Commit{Orders: written(shop.Open, "body")})
				default:
					d.turn(bot.Commit{})
				}
			}
			d.same("at first", d.those(bot.Underway), []int64(nil))
			one, other, gone := int64(-5), int64(7), int64(8)
			for _, d.chat = range []int64{one, other, gone, 9} {
				d.turn(bot.Commit{Moves: bot.Enters, Update: d.chat})
			}
			d.same("enters", d.those(bot.Underway), []int64{one, other, gone, 9})
			d.chat = other
			d.same("twice", d.commit(bot.Commit{Version: d.load().Version, State: []byte("later"), Update: other, Moves: bot.Leaves}).Status, bot.Duplicate)
			d.same("conflict", d.commit(bot.Commit{Version: "0.x", State: []byte("late"), Moves: bot.Leaves}).Status, bot.Conflict)
			d.turn(bot.Commit{Counts: []bot.Count{{Table: "t", Key: "k"}}})
			d.post("y")
			d.same("stays", d.those(bot.Underway), []int64{one, other, gone, 9})
			d.chat = one
			d.turn(bot.Commit{Moves: bot.Leaves, Counts: []bot.Count{{Table: "t", Key: "k"}}})
			d.chat = gone
			d.commit(bot.Commit{Version: d.load().Version, Outbox: messages("bye"), Claim: by("me")})
			d.same("leaves", d.those(bot.Underway), []int64{other, 9})
			d.turn(bot.Commit{Moves: bot.Enters, Orders: written(shop.Open, "body")})
			d.same("comes back", d.those(bot.Underway), []int64{other, gone, 9})
		}},
		{"reading the contacts ends at once with its context", func(d *desk) {
			for range 5 {
				d.turn(bot.Commit{})
				d.chat++
			}
			ctx, stop := context.WithCancel(d.Context())
			defer stop()
			read := 0
			err := d.store.Contacts(ctx, bot.Everybody, func(bot.KeptContact) error {
				read++
				stop()
				return nil
			})
			d.same("ended", errors.Is(err, context.Canceled), true)
			d.same("read", read, 1)
		}},
		{"all dead letters are dropped, and it is told how many", func(d *desk) {
			for i := range int64(5) {
				d.bury(bot.DeadLetter{At: d.now + i, Chat: i, Reason: fmt.Sprint(i)})
			}
			for _, want := range []int{5, 0} {
				n, err := d.store.ClearDead(d.Context())
				d.same("error", err, nil)
				d.same("dropped", n, want)
			}
			d.same("left", d.dead(10), []bot.DeadLetter(nil))
			letter := bot.DeadLetter{At: d.now, Chat: 1, Reason: "new"}
			d.bury(letter)
			d.same("kept again", d.dead(10), []bot.DeadLetter{letter})
		}},
	}
}

func (d *desk) waiting() bot.Waiting {
	d.Helper()
	w, err := d.store.Waiting(d.Context(), d.chat)
	if err != nil {
		d.Fatalf("Waiting: %v", err)
	}
	return w
}

// contacts are all of them, in order.
func (d *desk) contacts() []int64 {
	d.Helper()
	return d.those(bot.Everybody)
}

func (d *desk) those(who bot.Who) []int64 {
	d.Helper()
	var out []int64
	err := d.store.Contacts(d.Context(), who, func(contact bot.KeptContact) error {
		out = append(out, contact.Chat)
		return nil
	})
	if err != nil {
		d.Fatalf("Contacts: %v", err)
	}
	slices.Sort(out)
	return out
}

func (d *desk) bury(letter bot.DeadLetter) {
	d.Helper()
	if err := d.store.Bury(d.Context(), letter); err != nil {
		d.Fatalf("Bury: %v", err)
	}
}
