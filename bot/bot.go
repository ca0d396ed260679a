package bot

import (
	"context"
	"errors"
	"io"
	"log/slog"
	"net/http"
	"sync"
	"sync/atomic"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"go.opentelemetry.io/otel/trace"

	"repartee/bot/telegram"
	"repartee/flows"
)

// Options are what a Bot is made of. Store, Client and Set are needed; the zero value of the rest works.
type Options struct {
	Store   Store
	Till    Till    // keeps orders and stock, as Store does in the same place; needed by a set with payments
	Archive Archive // where unreadable updates go; nil: only the log
	Fleet   Fleet   // what several instances agree on; nil: this one is alone
	Library Library // what instances share; nil: files are uploaded anew after each start, and referral links hold until the next
	Client  *telegram.Client
	Set     *flows.Set
	Limiter *telegram.Limiter // nil: Telegram's pace
	Log     *slog.Logger      // nil: nothing is logged

	Metrics prometheus.Registerer // learns of the bot's metrics, repartee_...; two bots need one each, or labels of their own. nil: nothing is measured
	Tracer  trace.TracerProvider  // gets a trace of each input, without anything of the customer. nil: nothing is traced

	Publication int                                                       // of the files that Set was made of; 0: they are not published
	Earlier     func(ctx context.Context, number int) (*flows.Set, error) // of another publication; nil, nil: it cannot be had any more, and sessions go on in Set
	Media       func(hash string) (io.ReadCloser, error)                  // opens a file of the media folder by the SHA-256 of its content, in hex; nil: there is none

	Calls       []Call                                    // Go functions that flows may call; their declarations belong into Set too
	CallPrivate bool                                      // lets requests of calls go to private addresses
	Record      bool                                      // keeps of each input what it was understood as, without anything of the customer, so that conversations can be played again
	CallThrough func(http.RoundTripper) http.RoundTripper // stands around what makes the requests of calls; nil: nothing does
	Secret      func(name string) (string, bool)          // what the environment holds, for the tokens of calls and payments; nil: nothing
	Model       Model                                     // asked where words are not understood for sure; nil: nobody

	Watch func(chat int64, in flows.Input, out flows.Outcome) // told of each turn when it is written, with what it went through and decided; nil: nobody. It holds the contact's lane up
	Seed  []byte                                              // what all ids, codes and seeds of turns are made of, so that the same updates bring the same a second time: for rehearsals alone, where nobody must not guess them; nil: chance

	Username   string        // of the bot, without @: for links from groups, and to know commands that are meant for another bot
	CacheBytes int           // of the hot cache; 0: 64 MiB
	Lanes      int           // contacts served at the same time; 0: 1024
	Backlog    int           // inputs that may wait for one contact; 0: 1000
	Waiting    int           // bytes of inputs that may wait for all contacts together; 0: 64 MiB
	Sends      int           // calls to Telegram on their way at the same time; 0: 512
	Tick       time.Duration // how often the store is asked for what is due; 0: one second
	Survey     time.Duration // how often what is counted over all contacts is read; 0: one minute
	Stocktake  time.Duration // how often what is left of the stock is read; 0: one second
	Drain      time.Duration // how long Run goes on sending after its context has ended; 0: 8 seconds
}

// Bot is the runtime of one bot: Receive takes updates in, Run does all that comes by itself.
type Bot struct {
	store     Store
	till      Till
	archive   Archive
	library   Library
	fleet     Fleet
	media     func(hash string) (io.ReadCloser, error)
	client    *telegram.Client
	limiter   *telegram.Limiter
	log       *slog.Logger
	observer  *observer                 // nil: nobody is told
	pulse     atomic.Pointer[time.Time] // see Pulse
	username  string
	tick      time.Duration
	drain     time.Duration
	surveyed  time.Duration
	stocktake time.Duration

	record    bool
	watch     func(int64, flows.Input, flows.Outcome)
	calls     map[string]Call
	secret    func(name string) (string, bool)
	model     Model
	requester *http.Client
	referrals referrals

	today      atomic.Pointer[flows.Engine]
	facts      facts
	engines    engines
	ids        *ids
	cache      *cache
	lanes      *lanes
	senders    *senders
	sends      *gate // of calls to Telegram
	roll       roll
	jobs       *jobs
	attendance *attendance
	fileIDs    *fileIDs
	judgeTime  time.Duration // see judgeTime
	stirred    chan struct{} // the stock has changed
	rested     int64         // the version of the stock that Rest read last
	stockNames atomic.Pointer[StockNames]
	unseeded   atomic.Bool // the store does not know what today's set says is there
}

// New makes a bot. It asks the Library for its secret and tells the Till what there is to sell; nothing else happens before Run and Receive.
func New(ctx context.Context, o Options) (*Bot, error) {
	if o.Store == nil || o.Client == nil || o.Set == nil {
		return nil, errors.New("a bot needs a store, a client and a set of flows")
	}
	b := &Bot{
		store: o.Store, till: o.Till, archive: o.Archive, library: o.Library, fleet: o.Fleet, media: o.Media, client: o.Client, limiter: o.Limiter, log: o.Log,
		username: o.Username, tick: orElse(o.Tick, time.Second), drain: orElse(o.Drain, 8*time.Second),
		surveyed: orElse(o.Survey, time.Minute), stocktake: orElse(o.Stocktake, time.Second),
		attendance: newAttendance(), judgeTime: judgeTime, stirred: make(chan struct{}, 1),
		record: o.Record, calls: map[string]Call{}, secret: o.Secret, model: o.Model, requester: requester(o.CallPrivate, o.CallThrough), watch: o.Watch,
		sends: newGate(orElse(o.Sends, 512)), ids: newIDs(o.Seed), fileIDs: newFileIDs(), cache: newCache(orElse(o.CacheBytes, 64<<20)),
	}
	if b.limiter == nil {
		b.limiter = telegram.NewLimiter(telegram.LimiterOptions{})
	}
	if b.log == nil {
		b.log = slog.New(slog.DiscardHandler)
	}
	if b.secret == nil {
		b.secret = func(string) (string, bool) { return "", false }
	}
	for _, call := range o.Calls {
		b.calls[call.name] = call
	}
	if err := b.nameReferrals(ctx, len(o.Seed) > 0); err != nil {
		return nil, err
	}
	if err := b.readyToSell(o.Set); err != nil {
		return nil, err
	}
	if err := b.seed(ctx, o.Set); err != nil {
		return nil, err
	}
	b.roll.me = b.ids.nonce()
	b.engines = engines{load: o.Earlier, build: b.build}
	b.today.Store(b.build(o.Set, o.Publication))
	b.lanes = newLanes(bounds{atOnce: orElse(o.Lanes, 1024), backlog: orElse(o.Backlog, 1000), bytes: orElse(o.Waiting, 64<<20)}, b.handle)
	b.senders = newSenders(b.deliver, b.ids)
	b.jobs = newJobs(o.Store.Now, b.doJob, b.jobDone)
	if err := b.observe(&o); err != nil {
		return nil, err
	}
	return b, nil
}

func orElse[T comparable](v, otherwise T) T {
	var zero T
	if v == zero {
		return otherwise
	}
	return v
}

// nameReferrals takes the key of referral codes from what the store keeps; without a library it is another one each time.
func (b *Bot) nameReferrals(ctx context.Context, seeded bool) error {
	secret := b.ids.secret[:]
	if b.library != nil && !seeded {
		var err error
		if secret, err = b.library.Secret(ctx); err != nil {
			return err
		}
	}
	var err error
	b.referrals, err = newReferrals(secret)
	return err
}

func (b *Bot) build(set *flows.Set, publication int) *flows.Engine {
	return flows.NewEngine(set, flows.EngineOptions{Publication: publication, Username: b.username, Model: b.model != nil, Record: b.record, Trace: b.watch != nil, Explain: b.watch != nil})
}

// Swap puts another set in the place of the one that runs; publication is that of its files, 0 where they are not published. Turns at work finish on the old one.
// What there is to sell is told the Till before.
func (b *Bot) Swap(set *flows.Set, publication int) {
	if err := b.readyToSell(set); err != nil {
		b.log.Error("these flows sell something, and it cannot be paid", "err", err)
	}
	if err := b.seed(context.Background(), set); err != nil {
		b.log.Warn("the stock of these flows counts with the next look at it", "err", err)
	}
	b.today.Store(b.build(set, publication))
	b.engines.forget()
}

// Set is the set that runs now.
func (b *Bot) Set() *flows.Set { return b.today.Load().Set() }

// Run does what comes by itself: timers, the inboxes, and what another instance left unsent. It blocks until ctx has ended and all that was taken in is done, or
// the time to drain is over; what is unsent then stays in the store, for any instance to send. A bot runs once: afterwards Receive takes nothing in.
func (b *Bot) Run(ctx context.Context) error {
	var background sync.WaitGroup
	background.Go(func() { b.muster(ctx) })
	background.Go(func() { b.wakeUp(ctx) })
	background.Go(func() { b.survey(ctx) })
	background.Go(func() { b.watchStock(ctx) })
	background.Go(func() { b.dropUnpaid(ctx) })
	background.Go(func() { b.retirePublications(ctx) })
	<-ctx.Done()
	background.Wait()
	b.Close()
	return nil
}

// Close takes nothing in any more, and returns when all that was taken in is done or the time to drain is over. Run ends with it; a program that calls Rest in the
// place of Run calls it too.
func (b *Bot) Close() {
	drain, cancel := context.WithTimeout(context.Background(), b.drain)
	defer cancel()
	b.attendance.close(drain)
	calls, end := context.WithTimeout(drain, b.drain/2)
	b.jobs.rest(calls) // their results go through the lanes
	end()
	b.lanes.close(drain)
	b.jobs.close(drain) // what the last turns began: its results wait in the inbox
	b.senders.close(drain)
	b.requester.CloseIdleConnections()
}
