package storetest

import (
	"slices"

	"repartee/bot"
)

func falling() []testCase {
	return []testCase{
		{"nothing is due in an empty store", func(d *desk) {
			d.same("due", d.due("me"), []bot.Work(nil))
		}},
		{"a wake is due at its time and not before", func(d *desk) {
			d.turn(bot.Commit{Wake: d.now + 100})
			d.now += 99
			d.same("early", d.due("me"), []bot.Work(nil))
			d.now++
			d.same("due", d.due("me"), []bot.Work{{Chat: d.chat, Wake: true}})
		}},
		{"each commit sets the wake anew", func(d *desk) {
			d.turn(bot.Commit{Wake: d.now + 100})
			d.turn(bot.Commit{Wake: d.now + 200})
			d.now += 150
			d.same("moved", d.due("me"), []bot.Work(nil))
			d.turn(bot.Commit{})
			d.now += 2 * hold
			d.same("none", d.due("me"), []bot.Work(nil))
		}},
		{"an unsent outbox is due at its claim's end", func(d *desk) {
			sent := d.turn(bot.Commit{Outbox: messages("a"), Claim: by("me")}).Outbox
			d.now += hold - 1
			d.same("early", d.due("other"), []bot.Work(nil))
			d.now++
			d.same("due", d.due("other"), []bot.Work{{Chat: d.chat, Outbox: sent}})
			d.same("the first has lost", d.ack("me", last(sent)).Lost, true)
			d.same("the second has it", d.ack("other", last(sent)), bot.Acked{})
		}},
		{"what was handed out is set aside, for others and for us", func(d *desk) {
			d.turn(bot.Commit{Wake: d.now, Outbox: messages("a")})
			d.post("x")
			want := d.due("me")
			d.same("kinds", []bool{want[0].Wake, len(want[0].Outbox) == 1, len(want[0].Inbox) == 1}, []bool{true, true, true})
			d.now += hold - 1
			d.same("other", d.due("other"), []bot.Work(nil))
			d.same("me", d.due("me"), []bot.Work(nil))
			d.now++
			d.same("after a crash", d.due("other"), want)
		}},
		{"a claim does not hold back inbox and wake", func(d *desk) {
			d.turn(bot.Commit{Wake: d.now + 10, Outbox: messages("a"), Claim: by("me")})
			d.post("x")
			d.same("inbox", d.due("other"), []bot.Work{{Chat: d.chat, Inbox: []bot.Posted{{ID: "x", Input: []byte("input x")}}}})
			d.now += 10
			d.same("wake", d.due("other"), []bot.Work{{Chat: d.chat, Wake: true}})
		}},
		{"a wake that was set aside does not come early by an ack", func(d *desk) {
			sent := d.turn(bot.Commit{Wake: d.now, Outbox: messages("a"), Claim: by("me")}).Outbox
			d.same("wake", d.due("me"), []bot.Work{{Chat: d.chat, Wake: true}})
			d.ack("me", last(sent))
			d.same("set aside", d.due("me"), []bot.Work(nil))
		}},
		{"an inbox that was set aside does not come early by a commit", func(d *desk) {
			d.post("x", "y")
			d.due("me")
			d.turn(bot.Commit{Inbox: "x"})
			d.same("set aside", d.due("other"), []bot.Work(nil))
			d.post("z")
			d.same("a new one wakes it", ids(d.due("other")[0].Inbox), []string{"y", "z"})
		}},
		{"the longest due come first, at most as many as asked for", func(d *desk) {
			for i := range int64(5) {
				d.chat = 900 + i
				d.turn(bot.Commit{Wake: d.now + 50 - 10*i})
			}
			d.now += 100
			got := func(limit int) []int64 {
				work, err := d.store.Due(d.Context(), bot.DueQuery{Now: d.now, Limit: limit, Claim: claimed("me", d.now+hold), Retry: d.now + hold})
				d.same("error", err, nil)
				var chats []int64
				for _, w := range work {
					chats = append(chats, w.Chat)
				}
				return chats
			}
			d.same("first two", got(2), []int64{904, 903})
			rest := got(10)
			slices.Sort(rest)
			d.same("the others", rest, []int64{900, 901, 902})
		}},
		{"chats of every partition are found", func(d *desk) {
			for i := range int64(300) {
				d.chat = -150 + i
				d.post("x")
			}
			d.same("found", len(d.due("me")), 300)
		}},
	}
}
