package storetest

import (
	"fmt"

	"repartee/bot"
)

func forgetting() []testCase {
	gone := bot.Record{}
	return []testCase{
		{"a forgotten contact with nothing to send is gone at once", func(d *desk) {
			d.turn(bot.Commit{State: []byte("s"), Update: 1, Wake: d.now + 5})
			d.same("answer", d.commit(bot.Commit{Version: d.load().Version, Update: 2}), bot.Committed{})
			d.same("Load", d.load(), gone)
			d.now += 2 * hold
			d.same("due", d.due("me"), []bot.Work(nil))
			d.turn(bot.Commit{Update: 1})
		}},
		{"a forgotten contact with a farewell is gone when it was sent", func(d *desk) {
			d.turn(bot.Commit{State: []byte("s")})
			out := d.commit(bot.Commit{Version: d.load().Version, Next: "2.f", Outbox: messages("bye"), Claim: by("me")})
			d.same("state", d.load(), bot.Record{Version: "2.f"})
			d.same("ack", d.ack("me", last(out.Outbox)), bot.Acked{})
			d.same("Load", d.load(), gone)
			d.now += 2 * hold
			d.same("due", d.due("me"), []bot.Work(nil))
		}},
		{"a farewell that was deferred and then given up takes the contact with it", func(d *desk) {
			out := d.commit(bot.Commit{Outbox: messages("bye"), Claim: by("me")})
			d.postpone("me", 0, d.now+10)
			d.now += 10
			d.same("due", texts(d.due("other")[0].Outbox), []string{"bye"})
			d.postpone("other", last(out.Outbox), d.now+10)
			d.same("Load", d.load(), gone)
		}},
		{"who comes back before the farewell was sent stays", func(d *desk) {
			out := d.commit(bot.Commit{Outbox: messages("bye"), Claim: by("me")})
			d.turn(bot.Commit{State: []byte("back"), Next: "2.b"})
			d.ack("me", last(out.Outbox))
			d.same("Load", d.load(), bot.Record{Version: "2.b", State: []byte("back")})
		}},
		{"the inbox of a forgotten contact goes at once, whatever is still to be sent", func(d *desk) {
			d.turn(bot.Commit{State: []byte("s")})
			d.post("x", "y")
			out := d.commit(bot.Commit{Version: d.load().Version, Next: "2.f", Inbox: "x", Outbox: messages("bye"), Claim: by("me")})
			d.same("due", d.due("other"), []bot.Work(nil))
			d.ack("me", last(out.Outbox))
			d.same("Load", d.load(), gone)
			d.post("x")
			d.same("nothing of it is left", ids(d.due("me")[0].Inbox), []string{"x"})
		}},
		{"what is posted after the forgetting is handled without a state", func(d *desk) {
			d.turn(bot.Commit{State: []byte("s")})
			out := d.commit(bot.Commit{Version: d.load().Version, Next: "2.f", Outbox: messages("bye"), Claim: by("me")})
			d.post("late")
			d.same("due", ids(d.due("other")[0].Inbox), []string{"late"})
			d.same("handled", d.commit(bot.Commit{Version: "2.f", Next: "3.f", Inbox: "late", Claim: by("me")}).Status, bot.OK)
			d.ack("me", last(out.Outbox))
			d.same("Load", d.load(), gone)
			d.now += 2 * hold
			d.same("due", d.due("me"), []bot.Work(nil))
		}},
		{"dead letters of a forgotten contact go with it, those of others stay", func(d *desk) {
			other := bot.DeadLetter{At: d.now, Chat: d.chat + 256, Reason: "of another in the same partition", Raw: fmt.Appendf(nil, `{"chat":%d}`, d.chat)}
			longer := bot.DeadLetter{At: d.now + 1, Chat: d.chat * 10, Reason: "of a longer id", Raw: []byte("x")}
			for _, letter := range []bot.DeadLetter{other, longer} {
				if err := d.store.Bury(d.Context(), letter); err != nil {
					d.Fatal(err)
				}
			}
			d.turn(bot.Commit{Dead: &bot.DeadLetter{At: d.now, Chat: d.chat, Reason: "panic"}})
			d.same("before", len(d.dead(10)), 3)
			d.commit(bot.Commit{Version: d.load().Version})
			d.same("after", d.dead(10), []bot.DeadLetter{longer, other})
		}},
		{"numbers go on rising after a contact was forgotten", func(d *desk) {
			before := d.commit(bot.Commit{Outbox: messages("bye", "bye"), Claim: by("me")}).Outbox
			d.ack("me", last(before))
			d.now += 1000
			after := d.turn(bot.Commit{Outbox: messages("hello"), Claim: by("me")}).Outbox
			if after[0].Seq <= last(before) {
				d.Fatalf("number %d after %d", after[0].Seq, last(before))
			}
			d.same("a late ack pops nothing", d.ack("me", last(before)).Left, after)
		}},
	}
}
