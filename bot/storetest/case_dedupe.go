package storetest

import "repartee/bot"

func deduping() []testCase {
	return []testCase{
		{"an update that was seen is a duplicate, whatever the version", func(d *desk) {
			d.turn(bot.Commit{Update: 5, Next: "1.a"})
			for _, version := range []string{"", "1.a", "9.z"} {
				out := d.commit(bot.Commit{Version: version, Next: "2.x", Update: 5, State: []byte("again"), Outbox: messages("again"), Claim: by("me")})
				d.same("answer", out, bot.Committed{Status: bot.Duplicate, Record: bot.Record{Version: "1.a"}})
			}
		}},
		{"each class remembers its own ids", func(d *desk) {
			d.turn(bot.Commit{Update: 5, Class: bot.ClassMessage})
			d.turn(bot.Commit{Update: 5, Class: bot.ClassOther})
			for _, class := range []bot.Class{bot.ClassMessage, bot.ClassOther} {
				d.same("status", d.commit(bot.Commit{Version: d.load().Version, Update: 5, Class: class, State: []byte("s")}).Status, bot.Duplicate)
			}
		}},
		{"the last 128 messages are remembered, and older ones no longer", func(d *desk) { ring(d, bot.ClassMessage, 128) }},
		{"the last 32 others are remembered, and older ones no longer", func(d *desk) { ring(d, bot.ClassOther, 32) }},
		{"ids that begin again lower are new", func(d *desk) {
			d.turn(bot.Commit{Update: 900_000})
			d.turn(bot.Commit{Update: 17})
			d.turn(bot.Commit{Update: 16})
		}},
		{"two ids side by side do not look like a third", func(d *desk) {
			d.turn(bot.Commit{Update: 0x04030201})
			d.turn(bot.Commit{Update: 0x08070605})
			for _, straddling := range []int64{0x05040302, 0x06050403, 0x07060504} {
				d.turn(bot.Commit{Update: straddling})
			}
		}},
		{"ids beyond 31 bits are told apart", func(d *desk) {
			d.turn(bot.Commit{Update: 0x7fffffff})
			d.turn(bot.Commit{Update: 0xffffffff})
			d.same("status", d.commit(bot.Commit{Update: 0xffffffff, State: []byte("s")}).Status, bot.Duplicate)
		}},
		{"an input that is no update is never a duplicate", func(d *desk) {
			d.turn(bot.Commit{})
			d.turn(bot.Commit{})
		}},
		{"our own commit, repeated, answers the same and writes nothing", func(d *desk) {
			d.turn(bot.Commit{Next: "1.a", Outbox: messages("before")})
			c := d.fill(bot.Commit{Version: "1.a", Next: "2.me", State: []byte("s"), Update: 6, Outbox: messages("one", "two"), Claim: by("me"),
				Wake: d.now + 5, Events: []byte("event")})
			first := d.commit(c)
			d.same("first", texts(first.Outbox), []string{"before", "one", "two"})
			want := bot.Committed{Status: bot.Duplicate, Record: bot.Record{Version: "2.me"}, Send: true, Outbox: first.Outbox}
			for range 2 {
				d.same("again", d.commit(c), want)
			}
			events, err := d.store.Events(d.Context(), 10)
			d.same("events", len(events), 1)
			d.same("error", err, nil)

			d.ack("me", first.Outbox[0].Seq)
			want.Outbox = want.Outbox[1:]
			d.same("after an ack", d.commit(c), want)
		}},
		{"our own commit without an update, repeated, is a duplicate too", func(d *desk) {
			d.post("a")
			c := d.fill(bot.Commit{Next: "1.me", State: []byte("s"), Inbox: "a"})
			d.same("first", d.commit(c).Status, bot.OK)
			d.same("again", d.commit(c), bot.Committed{Status: bot.Duplicate, Record: bot.Record{Version: "1.me"}})
		}},
		{"our own commit, repeated while our claim lives, hands out only its own entries", func(d *desk) {
			d.turn(bot.Commit{Next: "1.me", Outbox: messages("being sent"), Claim: by("me")})
			c := d.fill(bot.Commit{Version: "1.me", Next: "2.me", State: []byte("s"), Outbox: messages("new"), Claim: by("me")})
			d.commit(c)
			d.same("again", texts(d.commit(c).Outbox), []string{"new"})
		}},
		{"our own commit, repeated after its claim ended, claims anew", func(d *desk) {
			c := d.fill(bot.Commit{Next: "1.me", State: []byte("s"), Outbox: messages("one"), Claim: by("me")})
			d.commit(c)
			d.now += hold
			c.Now, c.Claim.Until = d.now, d.now+hold
			out := d.commit(c)
			d.same("sent", out.Send, true)
			d.same("outbox", texts(out.Outbox), []string{"one"})
			d.same("due for another", d.due("other"), []bot.Work(nil))
		}},
		{"our own commit, repeated after another took its claim, sends nothing", func(d *desk) {
			c := d.fill(bot.Commit{Next: "1.me", State: []byte("s"), Outbox: messages("one"), Claim: by("me")})
			d.commit(c)
			d.now += hold
			d.same("taken", len(d.due("other")), 1)
			c.Now = d.now
			d.same("again", d.commit(c), bot.Committed{Status: bot.Duplicate, Record: bot.Record{Version: "1.me"}})
		}},
	}
}

// ring fills the ring of a class more than twice and looks at both of its ends.
func ring(d *desk, class bot.Class, size int64) {
	const first = 1_000_000
	total := 2*size + 7
	for i := range total {
		d.turn(bot.Commit{Update: first + i, Class: class})
	}
	version := d.load().Version
	for i := total - size; i < total; i++ {
		if got := d.commit(bot.Commit{Version: version, Update: first + i, Class: class, State: []byte("s")}).Status; got != bot.Duplicate {
			d.Fatalf("update %d of %d: status %d, not a duplicate", i, total, got)
		}
	}
	d.turn(bot.Commit{Update: first + total - size - 1, Class: class})
}
