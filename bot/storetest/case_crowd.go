package storetest

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"sync"

	"repartee/bot"
)

func crowding() []testCase {
	return []testCase{
		{"many at one contact: every update once, every entry sent once and in order", crowd},
		{"calls whose context has ended do nothing", func(d *desk) {
			ctx, cancel := context.WithCancel(d.Context())
			cancel()
			if _, err := d.store.Commit(ctx, d.fill(bot.Commit{State: []byte("s")})); err == nil {
				d.Fatal("no error")
			}
		}},
	}
}

const (
	instances = 8
	updates   = 15 // for each instance; each is also given to the next one, which may be so late that all others came in between
)

// crowd has several instances commit to one contact at once, every update twice, and whoever may send sends.
func crowd(d *desk) {
	var line chat
	var all sync.WaitGroup
	for i := range instances {
		all.Go(func() {
			me := instance{d: d, nonce: strconv.Itoa(i), out: &line}
			for n := range updates {
				me.handle(i*updates + n)
				me.handle((i+1)%instances*updates + n)
			}
		})
	}
	all.Wait()
	if d.Failed() {
		return
	}
	seen := strings.Split(string(d.load().State), ",")[1:]
	d.same("updates in the state", len(seen), instances*updates)
	d.same("what was sent, in order", line.sent, seen)
	slices.Sort(seen)
	d.same("different updates", len(slices.Compact(seen)), instances*updates)
	d.now += 2 * hold
	d.same("due", d.due("me"), []bot.Work(nil))
}

// chat is what the customer sees.
type chat struct {
	mu   sync.Mutex
	sent []string
}

// instance is one of several bots.
type instance struct {
	d     *desk
	nonce string
	out   *chat
}

// handle runs the turn on the newest state until it is written, and sends what it may.
func (i instance) handle(update int) {
	ctx := i.d.Context()
	record, err := i.d.store.Load(ctx, i.d.chat)
	for try := 0; err == nil; try++ {
		var out bot.Committed
		out, err = i.d.store.Commit(ctx, bot.Commit{
			Chat: i.d.chat, Version: record.Version, Next: fmt.Sprintf("%d.%s.%d", update, i.nonce, try), Update: int64(update + 1), Now: i.d.now,
			State: fmt.Appendf(nil, "%s,%d", record.State, update), Outbox: messages(strconv.Itoa(update)), Claim: claimed(i.nonce, i.d.now+hold),
		})
		if err == nil && out.Status == bot.Conflict {
			record = out.Record
			continue
		}
		if err == nil && out.Status == bot.OK && out.Send {
			err = i.send(ctx, out.Outbox)
		}
		break
	}
	if err != nil {
		i.d.Errorf("instance %s: %v", i.nonce, err)
	}
}

func (i instance) send(ctx context.Context, entries []bot.Entry) error {
	for len(entries) > 0 {
		i.out.mu.Lock()
		i.out.sent = append(i.out.sent, texts(entries)...)
		i.out.mu.Unlock()
		acked, err := i.d.store.Ack(ctx, bot.Ack{Chat: i.d.chat, Claim: claimed(i.nonce, i.d.now+hold), Through: last(entries), Now: i.d.now})
		if err != nil {
			return err
		}
		if acked.Lost {
			return fmt.Errorf("the claim was lost")
		}
		entries = acked.Left
	}
	return nil
}
