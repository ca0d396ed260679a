package storetest

import "repartee/bot"

func claiming() []testCase {
	return []testCase{
		{"nothing to send takes no claim", func(d *desk) {
			d.same("answer", d.turn(bot.Commit{Claim: by("me")}), bot.Committed{Settled: true})
			d.same("the next is free", d.turn(bot.Commit{Outbox: messages("hi"), Claim: by("other")}).Send, true)
		}},
		{"entries are numbered one after the other, and never the same twice", func(d *desk) {
			first := d.turn(bot.Commit{Outbox: messages("a", "b"), Claim: by("me")}).Outbox
			d.same("second", first[1].Seq, first[0].Seq+1)
			d.ack("me", last(first))
			again := d.turn(bot.Commit{Outbox: messages("c"), Claim: by("me")}).Outbox
			d.same("third", again[0].Seq, first[1].Seq+1)
		}},
		{"a living claim of another: we do not send", func(d *desk) {
			d.turn(bot.Commit{Outbox: messages("a"), Claim: by("other")})
			d.now += hold - 1
			out := d.turn(bot.Commit{Outbox: messages("b"), Claim: by("me")})
			d.same("send", out.Send, false)
			d.same("outbox", texts(out.Outbox), []string{"b"})
			d.same("still theirs", texts(d.ack("other", 0).Left), []string{"a", "b"})
		}},
		{"our own living claim is extended, and only the new entries are handed out", func(d *desk) {
			d.turn(bot.Commit{Outbox: messages("a"), Claim: by("me")})
			d.now += hold - 1
			out := d.turn(bot.Commit{Outbox: messages("b"), Claim: by("me")})
			d.same("send", out.Send, true)
			d.same("outbox", texts(out.Outbox), []string{"b"})
			d.now += hold - 1
			d.same("due", d.due("other"), []bot.Work(nil))
			d.now++
			d.same("due", texts(d.due("other")[0].Outbox), []string{"a", "b"})
		}},
		{"a claim is never shortened", func(d *desk) {
			d.turn(bot.Commit{Outbox: messages("a"), Claim: by("me")})
			d.turn(bot.Commit{Outbox: messages("b"), Claim: claimed("me", d.now+1)})
			d.now += hold - 1
			d.same("due", d.due("other"), []bot.Work(nil))
		}},
		{"an ended claim is taken with all that is unsent", func(d *desk) {
			d.turn(bot.Commit{Outbox: messages("a", "b"), Claim: by("other")})
			d.now += hold
			out := d.turn(bot.Commit{Outbox: messages("c"), Claim: by("me")})
			d.same("send", out.Send, true)
			d.same("outbox", texts(out.Outbox), []string{"a", "b", "c"})
			d.same("the other has lost", d.ack("other", last(out.Outbox)).Lost, true)
			d.same("and popped nothing", texts(d.ack("me", 0).Left), []string{"a", "b", "c"})
		}},
		{"our own ended claim is taken with all that is unsent", func(d *desk) {
			d.turn(bot.Commit{Outbox: messages("a"), Claim: by("me")})
			d.now += hold
			d.same("outbox", texts(d.turn(bot.Commit{Claim: by("me")}).Outbox), []string{"a"})
		}},
		{"a commit without a nonce leaves its entries to whoever looks for work", func(d *desk) {
			out := d.turn(bot.Commit{Outbox: messages("a")})
			d.same("send", out.Send, false)
			d.same("outbox", texts(out.Outbox), []string{"a"})
			d.same("due", texts(d.due("me")[0].Outbox), []string{"a"})
		}},
		{"a commit without a nonce takes no claim away", func(d *desk) {
			d.turn(bot.Commit{Outbox: messages("a"), Claim: by("me")})
			d.turn(bot.Commit{Outbox: messages("b")})
			d.same("still ours", texts(d.ack("me", 0).Left), []string{"a", "b"})
		}},
		{"after a pause the next commit claims all", func(d *desk) {
			sent := d.turn(bot.Commit{Outbox: messages("a", "b"), Claim: by("me")}).Outbox
			d.postpone("me", sent[0].Seq, d.now+5000)
			out := d.turn(bot.Commit{Outbox: messages("c"), Claim: by("other")})
			d.same("send", out.Send, true)
			d.same("outbox", texts(out.Outbox), []string{"b", "c"})
		}},
	}
}
