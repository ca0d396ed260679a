package bot

import (
	"context"
	"crypto/rand"
	"encoding/hex"
	"errors"
	"log/slog"
	"sync"
	"sync/atomic"
	"time"

	"repartee/bot/telegram"
	"repartee/flows"
)

// Options are what a Bot is made of. Store, Client and Set are needed; the zero value of the rest works.
type Options struct {
	Store   Store
	Archive Archive // where unreadable updates go; nil: only the log
	Client  *telegram.Client
	Set     *flows.Set
	Limiter *telegram.Limiter // nil: Telegram's pace
	Log     *slog.Logger      // nil: nothing is logged

	Username   string        // of the bot, without @: for links from groups, and to know commands that are meant for another bot
	CacheBytes int           // of the hot cache; 0: 64 MiB
	Lanes      int           // contacts served at the same time; 0: 1024
	Backlog    int           // inputs that may wait for one contact; 0: 1000
	Tick       time.Duration // how often the store is asked for what is due; 0: one second
	Drain      time.Duration // how long Run goes on sending after its context has ended; 0: 8 seconds
}

// Bot is the runtime of one bot: Receive takes updates in, Run does all that comes by itself.
type Bot struct {
	Options
	engine  atomic.Pointer[flows.Engine]
	nonce   string   // of this process: its claims, and the versions that it writes
	seed    [16]byte // what the seeds of inputs are made of
	cache   *cache
	lanes   *lanes
	senders *senders
	closing atomic.Bool
}

// New makes a bot. Nothing happens before Run and Receive.
func New(o Options) (*Bot, error) {
	if o.Store == nil || o.Client == nil || o.Set == nil {
		return nil, errors.New("a bot needs a store, a client and a set of flows")
	}
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	if o.Limiter == nil {
		o.Limiter = telegram.NewLimiter(telegram.LimiterOptions{})
	}
	if o.CacheBytes == 0 {
		o.CacheBytes = 64 << 20
	}
	if o.Lanes == 0 {
		o.Lanes = 1024
	}
	if o.Backlog == 0 {
		o.Backlog = 1000
	}
	if o.Tick == 0 {
		o.Tick = time.Second
	}
	if o.Drain == 0 {
		o.Drain = 8 * time.Second
	}
	b := &Bot{Options: o, cache: newCache(o.CacheBytes)}
	rand.Read(b.seed[:])
	b.nonce = hex.EncodeToString(b.seed[:4])
	b.engine.Store(flows.NewEngine(o.Set))
	b.lanes = newLanes(o.Lanes, o.Backlog, b.handle)
	b.senders = newSenders(b.deliver)
	return b, nil
}

// Swap puts another set in the place of the one that runs. Turns at work finish on the old one.
func (b *Bot) Swap(set *flows.Set) { b.engine.Store(flows.NewEngine(set)) }

// Set is the set that runs now.
func (b *Bot) Set() *flows.Set { return b.engine.Load().Set() }

// Run does what comes by itself: timers, the inboxes, and what another instance left unsent. It blocks until ctx has ended and all that was taken in is done, or
// the time to drain is over; what is unsent then stays in the store.
func (b *Bot) Run(ctx context.Context) error {
	var background sync.WaitGroup
	background.Go(func() { b.wakeUp(ctx) })
	<-ctx.Done()
	b.closing.Store(true)
	background.Wait()
	drain, cancel := context.WithTimeout(context.WithoutCancel(ctx), b.Drain)
	defer cancel()
	b.lanes.wait(drain)
	b.senders.close(drain)
	return nil
}
