package storetest

import (
	"fmt"

	"repartee/bot"
)

func counting() []testCase {
	return []testCase{
		{"counts are summed over all contacts, each table by itself", func(d *desk) {
			for i := range int64(4) {
				d.chat = 70001 + i
				d.turn(bot.Commit{Counts: []bot.Count{{Table: "a", Key: "x y"}, {Table: "a", Key: "z"}, {Table: "b", Key: "x y"}}})
			}
			d.turn(bot.Commit{Counts: []bot.Count{{Table: "a", Key: "z"}, {Table: "a", Key: "z"}}, Outbox: messages("m"), Claim: by("me"), Events: []byte("e")})
			d.same("a", d.counts("a"), map[string]int64{"x y": 4, "z": 6})
			d.same("b", d.counts("b"), map[string]int64{"x y": 4})
			d.same("none", d.counts("c"), map[string]int64{})
			d.same("the entry is kept beside them", texts(d.ack("me", 0).Left), []string{"m"})
			d.same("and the event", d.events(1), []string{"e"})
		}},
		{"a commit that comes twice counts once, one that is refused not at all", func(d *desk) {
			c := bot.Commit{Next: "1.a", Update: 7, State: []byte("s"), Counts: []bot.Count{{Table: "a", Key: "k"}}}
			d.same("written", d.commit(c).Status, bot.OK)
			d.same("the same again", d.commit(c).Status, bot.Duplicate)
			c.Version, c.Next = "1.a", "2.a"
			d.same("the update again", d.commit(c).Status, bot.Duplicate)
			c.Version, c.Update = "0.x", 8
			d.same("another version", d.commit(c).Status, bot.Conflict)
			c.Version, c.Inbox = "1.a", "not there"
			d.same("not in the inbox", d.commit(c).Status, bot.Stale)
			d.same("counted", d.counts("a"), map[string]int64{"k": 1})
		}},
		{"a forgotten contact is counted all the same", func(d *desk) {
			d.turn(bot.Commit{})
			d.commit(bot.Commit{Version: d.load().Version, Counts: []bot.Count{{Table: "a", Key: "k"}}})
			d.same("counted", d.counts("a"), map[string]int64{"k": 1})
		}},
		{"a cleared table begins anew, the others stay", func(d *desk) {
			for i := range int64(300) {
				d.chat = i
				d.turn(bot.Commit{Counts: []bot.Count{{Table: "a", Key: fmt.Sprint(i)}, {Table: "b", Key: "k"}}})
			}
			d.same("all", len(d.counts("a")), 300)
			for range 2 {
				if err := d.store.ClearCounts(d.Context(), "a"); err != nil {
					d.Fatal(err)
				}
			}
			d.turn(bot.Commit{Counts: []bot.Count{{Table: "a", Key: "new"}}})
			d.same("a", d.counts("a"), map[string]int64{"new": 1})
			d.same("b", d.counts("b"), map[string]int64{"k": 300})
		}},
		{"a full table counts on what it has", func(d *desk) {
			const more = 25_000
			const atOnce = 500
			d.turn(bot.Commit{Counts: []bot.Count{{Table: "a", Key: "first"}}})
			for i := 0; i < more; i += atOnce {
				counts := make([]bot.Count, atOnce)
				for k := range counts {
					counts[k] = bot.Count{Table: "a", Key: fmt.Sprint(i + k)}
				}
				d.turn(bot.Commit{Counts: counts})
			}
			d.turn(bot.Commit{Counts: []bot.Count{{Table: "a", Key: "first"}, {Table: "a", Key: "last"}}})
			counted := d.counts("a")
			d.same("known", counted["first"], int64(2))
			d.same("new", counted["last"], int64(0))
			if len(counted) >= more {
				d.Fatalf("%d keys are kept", len(counted))
			}
		}},
	}
}

func (d *desk) counts(table string) map[string]int64 {
	d.Helper()
	out, err := d.store.Counts(d.Context(), table)
	if err != nil {
		d.Fatalf("Counts: %v", err)
	}
	return out
}
