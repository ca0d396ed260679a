package storetest

import (
	"fmt"
	"slices"

	"repartee/bot"
)

// indexed holds that a contact is looked at again exactly where something waits for it, and not later than that.
func (p *pair) indexed(w bot.Waiting) {
	open := len(w.Outbox)+len(w.Inbox) > 0 || w.Wake != 0
	switch {
	case open != (w.Due != 0), w.Wake != 0 && w.Due > w.Wake, len(w.Outbox) > 0 && w.Due > w.Claim.Until, len(w.Outbox) == 0 && w.Claim != bot.Claim{}:
		p.rt.Fatalf("is not found when it should be: %+v", w)
	case len(w.Inbox) > 0 && w.Due > p.now+mostAside:
		p.rt.Fatalf("the inbox is not looked at: %+v", w)
	}
}

// drain lets time go until all is due, does it, and forgets everybody: what no answer has shown yet shows now, and nothing is left for the next run.
func (p *pair) drain() {
	p.compareCounts()
	p.those(bot.Underway)
	if p.chats[0]%10_000 == 0 { // a tenth of the runs: it reads what all runs have left
		p.compareTills()
	}
	p.now += 1000
	nonce := "drain"
	for _, w := range p.take(claimed(nonce, p.now+1000), p.now+1000) {
		for len(w.Inbox) > 0 {
			p.settle(w.Chat, w.Inbox[0].ID, []byte("drained"))
			w.Inbox = w.Inbox[1:]
		}
		for len(w.Outbox) > 0 {
			a := bot.Ack{Chat: w.Chat, Claim: claimed(nonce, p.now+1000), Through: last(w.Outbox), Now: p.now}
			w.Outbox = both(p, "Ack", func(s Store) (bot.Acked, error) { return s.Ack(p.t.Context(), a) }).Left
		}
	}
	for _, chat := range p.chats {
		p.settle(chat, "", nil)
	}
	p.now += 2000
	if left := p.take(claimed(nonce, p.now), p.now); len(left) > 0 {
		p.rt.Fatalf("still due after all was done: %+v", left)
	}
	if left := p.those(bot.Everybody); len(left) > 0 {
		p.rt.Fatalf("still kept after all were forgotten: %v", left)
	}
}

// those lists the run's contacts of which something is kept.
func (p *pair) those(who bot.Who) []int64 {
	return both(p, "Contacts", func(s Store) (all []int64, err error) {
		err = s.Contacts(p.t.Context(), who, func(contact bot.KeptContact) error {
			if slices.Contains(p.chats, contact.Chat) {
				all = append(all, contact.Chat)
			}
			return nil
		})
		slices.Sort(all)
		return all, err
	})
}

func (p *pair) settle(chat int64, inbox string, state []byte) {
	p.turns++
	record := both(p, "Load", func(s Store) (bot.Record, error) { return s.Load(p.t.Context(), chat) })
	c := bot.Commit{Chat: chat, Version: record.Version, Next: fmt.Sprintf("%d.n", p.turns), Inbox: inbox, State: state, Now: p.now, Claim: by("drain")}
	out := both(p, "Commit", func(s Store) (bot.Committed, error) { return s.Commit(p.t.Context(), c) })
	if out.Status != bot.OK {
		p.rt.Fatalf("status %d while draining", out.Status)
	}
}
