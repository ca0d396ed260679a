package storetest

import (
	"strconv"

	"repartee/bot"
)

func posting() []testCase {
	return []testCase{
		{"what is posted is due at once, in order", func(d *desk) {
			d.post("b", "a", "c")
			d.same("due", d.due("me"), []bot.Work{{Chat: d.chat, Inbox: []bot.Posted{
				{ID: "b", Input: []byte("input b")}, {ID: "a", Input: []byte("input a")}, {ID: "c", Input: []byte("input c")},
			}}})
		}},
		{"an id that was posted has no effect, even after it was handled", func(d *desk) {
			d.post("a", "a")
			d.same("due", ids(d.due("me")[0].Inbox), []string{"a"})
			d.turn(bot.Commit{Inbox: "a"})
			d.post("a")
			d.now += 2 * hold
			d.same("due", d.due("me"), []bot.Work(nil))
		}},
		{"the last 64 ids are remembered, and older ones no longer", func(d *desk) {
			for i := range 70 {
				d.post(strconv.Itoa(i))
				d.turn(bot.Commit{Inbox: strconv.Itoa(i)})
			}
			for i := 6; i < 70; i++ {
				d.post(strconv.Itoa(i))
			}
			d.same("due", d.due("me"), []bot.Work(nil))
			d.post("5")
			d.same("due", ids(d.due("me")[0].Inbox), []string{"5"})
		}},
		{"a commit takes the head of the inbox", func(d *desk) {
			d.post("a", "b")
			d.turn(bot.Commit{Inbox: "a"})
			d.same("due", ids(d.due("me")[0].Inbox), []string{"b"})
			d.turn(bot.Commit{Inbox: "b"})
			d.now += 2 * hold
			d.same("due", d.due("me"), []bot.Work(nil))
		}},
		{"what is not the head of the inbox is stale, and nothing is written", func(d *desk) {
			d.same("no inbox", d.commit(bot.Commit{Inbox: "a", State: []byte("s")}), bot.Committed{Status: bot.Stale})
			d.post("ab", "b")
			for _, id := range []string{"b", "a", "abc", "2:ab"} {
				d.same(id, d.commit(bot.Commit{Inbox: id, State: []byte("s"), Update: 4}), bot.Committed{Status: bot.Stale})
			}
			d.same("Load", d.load(), bot.Record{})
			d.same("due", ids(d.due("me")[0].Inbox), []string{"ab", "b"})
		}},
		{"a conflict is told before a stale inbox", func(d *desk) {
			d.turn(bot.Commit{Next: "1.a"})
			d.same("status", d.commit(bot.Commit{Version: "0.x", Inbox: "a", State: []byte("s")}).Status, bot.Conflict)
		}},
		{"ids and inputs may hold any bytes", func(d *desk) {
			odd := bot.Posted{ID: "3:a|\x00ü", Input: []byte("\xff|5:\r\n")}
			if err := d.store.Post(d.Context(), d.chat, odd, d.now); err != nil {
				d.Fatal(err)
			}
			d.same("due", d.due("me")[0].Inbox, []bot.Posted{odd})
			d.turn(bot.Commit{Inbox: odd.ID})
		}},
		{"a post does not change the record", func(d *desk) {
			d.turn(bot.Commit{Next: "1.a", State: []byte("s")})
			d.post("a")
			d.same("Load", d.load(), bot.Record{Version: "1.a", State: []byte("s")})
		}},
		{"a full inbox is handed out in parts", func(d *desk) {
			for i := range 130 {
				d.post(strconv.Itoa(i))
			}
			first := d.due("me")[0].Inbox
			for _, p := range first {
				d.turn(bot.Commit{Inbox: p.ID})
			}
			d.now += hold
			rest := d.due("me")[0].Inbox
			d.same("all", len(first)+len(rest), 130)
			d.same("the next one", rest[0].ID, strconv.Itoa(len(first)))
		}},
	}
}
