package storetest

import "repartee/bot"

func settling() []testCase {
	return []testCase{
		{"a commit may tell that all was sent", func(d *desk) {
			sent := d.turn(bot.Commit{Outbox: messages("a", "b"), Claim: by("me")}).Outbox
			out := d.turn(bot.Commit{Outbox: messages("c"), Claim: by("me"), Through: last(sent)})
			d.same("outbox", texts(out.Outbox), []string{"c"})
			d.same("send and settled", []bool{out.Send, out.Settled}, []bool{true, true})
			d.same("left", texts(d.ack("me", 0).Left), []string{"c"})
			d.same("ack", d.ack("me", last(out.Outbox)), bot.Acked{})
		}},
		{"a commit with nothing to send ends the claim when all was sent", func(d *desk) {
			sent := d.turn(bot.Commit{Outbox: messages("a"), Claim: by("me")}).Outbox
			out := d.turn(bot.Commit{Claim: by("me"), Through: last(sent)})
			d.same("answer", out, bot.Committed{Settled: true})
			d.now += 2 * hold
			d.same("due", d.due("other"), []bot.Work(nil))
			d.same("the next is free", texts(d.turn(bot.Commit{Outbox: messages("b"), Claim: by("other")}).Outbox), []string{"b"})
		}},
		{"a commit may tell that some was sent", func(d *desk) {
			sent := d.turn(bot.Commit{Outbox: messages("a", "b"), Claim: by("me")}).Outbox
			out := d.turn(bot.Commit{Outbox: messages("c"), Claim: by("me"), Through: sent[0].Seq})
			d.same("outbox", texts(out.Outbox), []string{"c"})
			d.same("left", texts(d.ack("me", 0).Left), []string{"b", "c"})
		}},
		{"what a commit tells to be sent may be told again", func(d *desk) {
			sent := d.turn(bot.Commit{Outbox: messages("a"), Claim: by("me")}).Outbox
			d.ack("me", last(sent))
			out := d.turn(bot.Commit{Outbox: messages("b"), Claim: by("me"), Through: last(sent)})
			d.same("settled", out.Settled, true)
			d.same("left", texts(d.ack("me", last(sent)).Left), []string{"b"})
		}},
		{"what was sent is not handed out again with our own ended claim", func(d *desk) {
			sent := d.turn(bot.Commit{Outbox: messages("a", "b"), Claim: by("me")}).Outbox
			d.now += hold
			out := d.turn(bot.Commit{Outbox: messages("c"), Claim: by("me"), Through: sent[0].Seq})
			d.same("outbox", texts(out.Outbox), []string{"b", "c"})
		}},
		{"a commit takes nothing off another's outbox", func(d *desk) {
			sent := d.turn(bot.Commit{Outbox: messages("a"), Claim: by("other")}).Outbox
			out := d.turn(bot.Commit{Outbox: messages("b"), Claim: by("me"), Through: last(sent)})
			d.same("send and settled", []bool{out.Send, out.Settled}, []bool{false, true})
			d.same("left", texts(d.ack("other", 0).Left), []string{"a", "b"})
		}},
		{"a commit without a nonce notes nothing of what was sent", func(d *desk) {
			sent := d.turn(bot.Commit{Outbox: messages("a"), Claim: by("me")}).Outbox
			out := d.turn(bot.Commit{Through: last(sent)})
			d.same("settled", out.Settled, false)
			d.same("left", d.ack("me", 0).Left, sent)
		}},
		{"a commit that is refused notes nothing of what was sent", func(d *desk) {
			sent := d.turn(bot.Commit{Outbox: messages("a"), Claim: by("me"), Update: 7}).Outbox
			conflict := d.commit(bot.Commit{Version: "elsewhere", State: []byte("x"), Claim: by("me"), Through: last(sent)})
			d.same("conflict", []bool{conflict.Status == bot.Conflict, conflict.Settled}, []bool{true, false})
			again := d.commit(bot.Commit{Version: d.load().Version, State: []byte("x"), Claim: by("me"), Through: last(sent), Update: 7})
			d.same("duplicate", []bool{again.Status == bot.Duplicate, again.Settled}, []bool{true, false})
			d.same("left", d.ack("me", 0).Left, sent)
		}},
		{"a contact whose last words were sent goes with the commit that forgets it", func(d *desk) {
			sent := d.turn(bot.Commit{Outbox: messages("a"), Claim: by("me")}).Outbox
			d.commit(bot.Commit{Version: d.load().Version, Claim: by("me"), Through: last(sent)})
			d.same("record", d.load(), bot.Record{})
			d.same("due", d.due("me"), []bot.Work(nil))
		}},
	}
}
