package storetest

import (
	"fmt"

	"repartee/bot"
)

func archiving() []testCase {
	return []testCase{
		{"events are kept with their commit, the newest first", func(d *desk) {
			for i := range 3 {
				d.now++
				d.turn(bot.Commit{Events: fmt.Appendf(nil, "event %d", i)})
			}
			d.same("events", d.events(10), []string{"event 2", "event 1", "event 0"})
			d.same("limited", d.events(1), []string{"event 2"})
		}},
		{"events of one millisecond, and of a clock that was behind, are all kept", func(d *desk) {
			for i := range 3 {
				d.turn(bot.Commit{Events: fmt.Appendf(nil, "event %d", i)})
			}
			d.now -= 500
			d.turn(bot.Commit{Events: []byte("late")})
			d.same("events", d.events(10), []string{"late", "event 2", "event 1", "event 0"})
		}},
		{"a refused commit keeps no event and no dead letter", func(d *desk) {
			d.turn(bot.Commit{})
			d.commit(bot.Commit{Version: "0.x", State: []byte("s"), Events: []byte("e"), Dead: &bot.DeadLetter{At: d.now, Reason: "r"}})
			d.same("events", d.events(10), []string(nil))
			d.same("dead letters", d.dead(10), []bot.DeadLetter(nil))
		}},
		{"a failed turn's letter is kept with its commit", func(d *desk) {
			letter := bot.DeadLetter{At: d.now, Chat: d.chat, Update: 12, Reason: "panic", Raw: []byte("{\x00}")}
			d.turn(bot.Commit{Dead: &letter})
			d.same("dead letters", d.dead(10), []bot.DeadLetter{letter})
		}},
		{"buried updates are listed with the others, the newest first", func(d *desk) {
			var want []bot.DeadLetter
			for i := range int64(4) {
				letter := bot.DeadLetter{At: d.now + i, Chat: i % 2, Update: i, Reason: "unreadable"}
				d.bury(letter)
				want = append([]bot.DeadLetter{letter}, want...)
			}
			d.same("all", d.dead(10), want)
			d.same("limited", d.dead(2), want[:2])
		}},
		{"a letter without a time gets the store's", func(d *desk) {
			d.bury(bot.DeadLetter{Reason: "r"})
			d.same("has a time", d.dead(1)[0].At > 0, true)
		}},
	}
}

func (d *desk) events(limit int) []string {
	d.Helper()
	bodies, err := d.store.Events(d.Context(), limit)
	if err != nil {
		d.Fatalf("Events: %v", err)
	}
	var out []string
	for _, b := range bodies {
		out = append(out, string(b))
	}
	return out
}

func (d *desk) dead(limit int) []bot.DeadLetter {
	d.Helper()
	out, err := d.store.DeadLetters(d.Context(), limit)
	if err != nil {
		d.Fatalf("DeadLetters: %v", err)
	}
	return out
}
