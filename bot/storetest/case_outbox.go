package storetest

import (
	"slices"

	"repartee/bot"
)

func sending() []testCase {
	return []testCase{
		{"an ack of all ends the claim", func(d *desk) {
			sent := d.turn(bot.Commit{Outbox: messages("a", "b"), Claim: by("me")}).Outbox
			d.same("ack", d.ack("me", last(sent)), bot.Acked{})
			d.now += 2 * hold
			d.same("due", d.due("me"), []bot.Work(nil))
			out := d.turn(bot.Commit{Outbox: messages("c"), Claim: by("other")})
			d.same("send", out.Send, true)
			d.same("outbox", texts(out.Outbox), []string{"c"})
		}},
		{"an ack of some answers with the rest and extends the claim", func(d *desk) {
			sent := d.turn(bot.Commit{Outbox: messages("a", "b", "c"), Claim: by("me")}).Outbox
			d.now += hold - 1
			d.same("left", d.ack("me", sent[0].Seq), bot.Acked{Left: sent[1:]})
			d.now += hold - 1
			d.same("due", d.due("other"), []bot.Work(nil))
		}},
		{"an ack may be repeated", func(d *desk) {
			sent := d.turn(bot.Commit{Outbox: messages("a", "b"), Claim: by("me")}).Outbox
			for range 2 {
				d.same("left", d.ack("me", sent[0].Seq), bot.Acked{Left: sent[1:]})
			}
			for range 2 {
				d.same("ack", d.ack("me", sent[1].Seq), bot.Acked{})
			}
		}},
		{"an ack with another's nonce is lost and pops nothing", func(d *desk) {
			sent := d.turn(bot.Commit{Outbox: messages("a"), Claim: by("me")}).Outbox
			d.same("ack", d.ack("other", last(sent)), bot.Acked{Lost: true})
			d.same("left", d.ack("me", 0).Left, sent)
		}},
		{"an ack after the claim's end still counts while nobody took it", func(d *desk) {
			sent := d.turn(bot.Commit{Outbox: messages("a"), Claim: by("me")}).Outbox
			d.now += 2 * hold
			d.same("ack", d.ack("me", last(sent)), bot.Acked{})
			d.same("due", d.due("other"), []bot.Work(nil))
		}},
		{"an ack for a contact without an outbox finds nothing left", func(d *desk) {
			d.same("ack", d.ack("me", 9), bot.Acked{})
		}},
		{"what was deferred is due at its time, without what was sent", func(d *desk) {
			sent := d.turn(bot.Commit{Outbox: messages("a", "b"), Claim: by("me")}).Outbox
			d.postpone("me", sent[0].Seq, d.now+5000)
			d.same("too early", d.due("me"), []bot.Work(nil))
			d.now += 5000
			d.same("due", d.due("me"), []bot.Work{{Chat: d.chat, Outbox: sent[1:]}})
		}},
		{"who deferred has lost the claim, and may repeat it", func(d *desk) {
			sent := d.turn(bot.Commit{Outbox: messages("a", "b"), Claim: by("me")}).Outbox
			d.postpone("me", 0, d.now+5000)
			d.postpone("me", last(sent), d.now+9000)
			d.same("ack", d.ack("me", last(sent)), bot.Acked{Lost: true})
			d.now += 5000
			d.same("due", texts(d.due("other")[0].Outbox), []string{"a", "b"})
		}},
		{"a deferral of nothing ends the claim", func(d *desk) {
			sent := d.turn(bot.Commit{Outbox: messages("a"), Claim: by("me")}).Outbox
			d.postpone("me", last(sent), d.now+5000)
			d.now += 2 * hold
			d.same("due", d.due("me"), []bot.Work(nil))
		}},
		{"a deferral with another's nonce has no effect", func(d *desk) {
			sent := d.turn(bot.Commit{Outbox: messages("a"), Claim: by("me")}).Outbox
			d.postpone("other", last(sent), d.now+1)
			d.same("left", d.ack("me", 0).Left, sent)
		}},
		{"a marked entry comes back marked", func(d *desk) {
			once := []bot.Entry{{Policy: bot.Once, Call: []byte("o|1")}, {Policy: bot.Once, Call: []byte("o|2")}}
			sent := d.turn(bot.Commit{Outbox: append(messages("r"), once...), Claim: by("me")}).Outbox
			for range 2 {
				d.same("mark", d.mark("me", sent[1].Seq), true)
			}
			sent[1].Marked = true
			d.same("ack", d.ack("me", sent[0].Seq).Left, sent[1:])
			d.now += hold
			d.same("due", d.due("other"), []bot.Work{{Chat: d.chat, Outbox: sent[1:]}})
			d.now += hold
			d.same("commit", d.turn(bot.Commit{Claim: by("me")}).Outbox, sent[1:])
		}},
		{"what may be sent again needs no mark", func(d *desk) {
			sent := d.turn(bot.Commit{Outbox: messages("r"), Claim: by("me")}).Outbox
			d.same("mark", d.mark("me", sent[0].Seq), true)
			d.same("left", d.ack("me", 0).Left, sent)
		}},
		{"no mark without the claim, or for an entry that is gone", func(d *desk) {
			d.same("no outbox", d.mark("me", 1), false)
			sent := d.turn(bot.Commit{Outbox: []bot.Entry{{Policy: bot.Once, Call: []byte("x")}, {Policy: bot.Once, Call: []byte("y")}}, Claim: by("me")}).Outbox
			d.same("other", d.mark("other", sent[0].Seq), false)
			d.ack("me", sent[0].Seq)
			d.same("gone", d.mark("me", sent[0].Seq), false)
			d.same("to come", d.mark("me", sent[1].Seq+1), false)
			d.same("left", d.ack("me", 0).Left, sent[1:])
		}},
		{"a long outbox is handed out piece by piece, in order and each entry once", longOutbox},
		{"a long outbox can be taken off at once", func(d *desk) {
			sent := d.fillOutbox("me", lots, d.now+hold)
			d.same("ack", d.ack("me", sent[lots-1].Seq), bot.Acked{})
			d.same("waiting", d.waiting(), bot.Waiting{})
		}},
	}
}

// lots is more than any script, statement or sender should have to handle at once.
const lots = 5000

// fillOutbox has commits put so many entries into the outbox, under a claim until a time.
func (d *desk) fillOutbox(nonce string, most int, until int64) (all []bot.Entry) {
	d.Helper()
	for len(all) < most {
		var calls []string
		for i := range 250 {
			calls = append(calls, text(int64(len(all)+i)))
		}
		all = append(all, d.turn(bot.Commit{Outbox: messages(calls...), Claim: claimed(nonce, until)}).Outbox...)
	}
	return all
}

func longOutbox(d *desk) {
	all := d.fillOutbox("me", lots, d.now+hold)
	d.same("all of its own", len(all), lots)
	d.same("waiting", len(d.waiting().Outbox), lots)
	d.now += hold
	d.same("due", d.due("other"), []bot.Work{{Chat: d.chat, Outbox: all[:bot.MostUnsent]}})
	d.same("some sent", d.ack("other", all[9].Seq).Left, all[10:10+bot.MostUnsent])
	d.now += hold
	c := d.fill(bot.Commit{Version: d.load().Version, State: []byte("s"), Outbox: messages("own"), Claim: by("third")})
	taken := d.commit(c)
	d.same("taken over, without its own", taken, bot.Committed{Send: true, Settled: true, Outbox: all[10 : 10+bot.MostUnsent]})
	again := d.commit(c)
	d.same("its answer again", again.Outbox, taken.Outbox)
	rest := slices.Concat(all[10:], []bot.Entry{{Seq: last(all) + 1, Policy: bot.Resend, Call: []byte("own")}})
	for unsent := again.Outbox; len(unsent) > 0; unsent = d.ack("third", last(unsent)).Left {
		d.same("the next", unsent, rest[:min(bot.MostUnsent, len(rest))])
		rest = rest[len(unsent):]
	}
	d.same("not handed out", len(rest), 0)
	d.same("waiting", d.waiting(), bot.Waiting{})
}
