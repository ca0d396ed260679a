package bot

import (
	"context"
	"errors"
	"io"
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
	Library Library // what instances share; nil: files are uploaded anew after each start, and referral links hold until the next
	Client  *telegram.Client
	Set     *flows.Set
	Limiter *telegram.Limiter // nil: Telegram's pace for one chat; answers to customers do not count towards its pace for writing to many
	Log     *slog.Logger      // nil: nothing is logged

	Media func(hash string) (io.ReadCloser, error) // opens a file of the set's media folder by the SHA-256 of its content, in hex; nil: there is none

	Username   string        // of the bot, without @: for links from groups, and to know commands that are meant for another bot
	CacheBytes int           // of the hot cache; 0: 64 MiB
	Lanes      int           // contacts served at the same time; 0: 1024
	Backlog    int           // inputs that may wait for one contact; 0: 1000
	Tick       time.Duration // how often the store is asked for what is due; 0: one second
	Drain      time.Duration // how long Run goes on sending after its context has ended; 0: 8 seconds
}

// Bot is the runtime of one bot: Receive takes updates in, Run does all that comes by itself.
type Bot struct {
	store    Store
	archive  Archive
	library  Library
	media    func(hash string) (io.ReadCloser, error)
	client   *telegram.Client
	limiter  *telegram.Limiter
	log      *slog.Logger
	username string
	tick     time.Duration
	drain    time.Duration

	engine  atomic.Pointer[flows.Engine]
	ids     *ids
	cache   *cache
	lanes   *lanes
	senders *senders
	fileIDs fileIDs
}

// New makes a bot. Nothing happens before Run and Receive.
func New(o Options) (*Bot, error) {
	if o.Store == nil || o.Client == nil || o.Set == nil {
		return nil, errors.New("a bot needs a store, a client and a set of flows")
	}
	b := &Bot{
		store: o.Store, archive: o.Archive, library: o.Library, media: o.Media, client: o.Client, limiter: o.Limiter, log: o.Log, username: o.Username,
		tick: orElse(o.Tick, time.Second), drain: orElse(o.Drain, 8*time.Second),
		ids: newIDs(), cache: newCache(orElse(o.CacheBytes, 64<<20)),
	}
	if b.limiter == nil {
		b.limiter = telegram.NewLimiter(telegram.LimiterOptions{PerSecond: -1})
	}
	if b.log == nil {
		b.log = slog.New(slog.DiscardHandler)
	}
	b.engine.Store(flows.NewEngine(o.Set))
	b.lanes = newLanes(orElse(o.Lanes, 1024), orElse(o.Backlog, 1000), b.handle)
	b.senders = newSenders(b.deliver, b.ids)
	return b, nil
}

func orElse[T comparable](v, otherwise T) T {
	var zero T
	if v == zero {
		return otherwise
	}
	return v
}

// Swap puts another set in the place of the one that runs. Turns at work finish on the old one.
func (b *Bot) Swap(set *flows.Set) { b.engine.Store(flows.NewEngine(set)) }

// Set is the set that runs now.
func (b *Bot) Set() *flows.Set { return b.engine.Load().Set() }

// Run does what comes by itself: timers, the inboxes, and what another instance left unsent. It blocks until ctx has ended and all that was taken in is done, or
// the time to drain is over; what is unsent then stays in the store, for any instance to send. A bot runs once: afterwards Receive takes nothing in.
func (b *Bot) Run(ctx context.Context) error {
	var background sync.WaitGroup
	background.Go(func() { b.wakeUp(ctx) })
	<-ctx.Done()
	background.Wait()
	drain, cancel := context.WithTimeout(context.WithoutCancel(ctx), b.drain)
	defer cancel()
	b.lanes.close(drain)
	b.senders.close(drain)
	return nil
}
