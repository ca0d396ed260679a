package storetest

import (
	"strings"

	"repartee/bot"
)

func committing() []testCase {
	return []testCase{
		{"a contact that was never seen is the zero record", func(d *desk) {
			d.same("Load", d.load(), bot.Record{})
		}},
		{"a commit is what the next load reads", func(d *desk) {
			out := d.commit(bot.Commit{Next: "1.a", State: []byte(`{"x":1}`)})
			d.same("answer", out, bot.Committed{})
			d.same("Load", d.load(), bot.Record{Version: "1.a", State: []byte(`{"x":1}`)})
		}},
		{"contacts do not touch each other", func(d *desk) {
			// These share the partition, differ in sign, and go beyond 32 bits.
			for _, chat := range []int64{5, 5 + 256, -5, 5_000_000_005, -1001234567890} {
				d.chat = chat
				d.turn(bot.Commit{Update: 9, State: []byte{byte(chat)}})
			}
			d.chat = 5
			d.same("state", d.load().State, []byte{5})
		}},
		{"any bytes come back as they were", func(d *desk) {
			state := []byte("\x00\xff|:\r\n\"ü" + strings.Repeat("x", 70_000))
			calls := []string{"a|b|c", "", "\x00\xff\r\n", "m|7|o"}
			out := d.turn(bot.Commit{State: state, Outbox: messages(calls...), Claim: by("me")})
			d.same("state", d.load().State, state)
			d.same("outbox", texts(out.Outbox), calls)
			d.now += hold
			d.same("outbox again", texts(d.due("me")[0].Outbox), calls)
		}},
		{"another version in the store is a conflict and answers with it", func(d *desk) {
			d.commit(bot.Commit{Next: "1.a", State: []byte("mine")})
			d.commit(bot.Commit{Version: "1.a", Next: "2.b", State: []byte("newer")})
			out := d.commit(bot.Commit{Version: "1.a", Next: "2.c", State: []byte("late"), Update: 8, Outbox: messages("late"), Wake: d.now, Claim: by("me"),
				Events: []byte("late")})
			want := bot.Committed{Status: bot.Conflict, Record: bot.Record{Version: "2.b", State: []byte("newer")}}
			d.same("answer", out, want)
			d.same("Load", d.load(), want.Record)
			d.same("work", d.due("me"), []bot.Work(nil))
			d.same("update 8 is still new", d.turn(bot.Commit{Update: 8}), bot.Committed{})
		}},
		{"the nonce tells two histories with one counter apart", func(d *desk) {
			d.commit(bot.Commit{Next: "1.a", State: []byte("a")})
			out := d.commit(bot.Commit{Version: "1.b", Next: "2.b", State: []byte("b")})
			d.same("status", out.Status, bot.Conflict)
		}},
		{"a contact that is gone conflicts with the zero record", func(d *desk) {
			out := d.commit(bot.Commit{Version: "7.x", Next: "8.x", State: []byte("s")})
			d.same("answer", out, bot.Committed{Status: bot.Conflict})
		}},
		{"a commit without a next version is refused", func(d *desk) {
			if _, err := d.store.Commit(d.Context(), bot.Commit{Chat: d.chat, State: []byte("s"), Now: d.now}); err == nil {
				d.Fatal("no error")
			}
		}},
	}
}
