package rehearsal

import (
	"context"
	"crypto/rand"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"sync"
	"time"

	"repartee/config"
	"repartee/flows"
	"repartee/internal/access"
	"repartee/internal/app"
	"repartee/internal/console"
)

// Options are what a rehearsal is made of. Files is needed.
type Options struct {
	Files fs.FS            // the bot's folder
	Dir   string           // where that is on the disk, as it was named; "": nowhere, it never changes and nothing is written into it
	Log   *slog.Logger     // nil: nothing is logged
	Real  bool             // the bot's own store is looked at for its numbers, where there is one
	Key   *access.Key      // what the page asks for; nil: nothing, and only this machine is answered
	Now   func() time.Time // nil: time.Now
	Seed  string           // of all that is chance; "": chance

	private bool // flows may call private addresses, as tests do
}

// Rehearsal is a bot with the talks that its page leads. It is the [console.Phones] and the [console.Workbench] of that page.
//
// All that was done is kept in a journal, and there is one way back to any state: a new world is made, the journal played in it, and the world put in the place of
// the one before. Undo plays one deed less, changed files the same deeds on another set, a link those of somebody else.
type Rehearsal struct {
	opts   Options
	source source

	deeds sync.Mutex // held by whoever changes the talks: one thing at a time

	mu      sync.Mutex // guards what follows
	world   *world
	tape    *tape
	journal journal // without the answers of the world's tape
	ahead   time.Duration
	shown   console.Files
	readers map[*reader]struct{}
	pumped  func() // ends the pump of the world's events

	ending  sync.WaitGroup // counts worlds that are no longer shown
	drawn   sheets
	numbers *app.Numbers // nil: there is no store
}

// Open reads the folder and makes a rehearsal with one customer. A folder with errors is shown as a bot that says nothing, until it is mended.
func Open(ctx context.Context, o Options) (*Rehearsal, error) {
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.Seed == "" {
		o.Seed = seed()
	}
	r := &Rehearsal{opts: o, source: newSource(o.Files), readers: map[*reader]struct{}{}}
	loaded, found := r.source.read()
	r.shown = r.filesOf(loaded, found)
	running := loaded
	if loaded.Set == nil {
		running = silent()
	}
	now := o.Now().UnixMilli()
	language := running.Set.Languages[0]
	first := journal{Seed: o.Seed, Begun: now, Until: now, Deeds: []deed{{At: now, What: comes, Profile: &console.Profile{Name: "Ada", Language: language}}}}
	if _, err := r.replay(ctx, running, first, false); err != nil {
		return nil, err
	}
	r.shown.Flows = flowsOf(running)
	r.count(ctx)
	return r, nil
}

// Close ends the rehearsal, and with it the streams of its events.
func (r *Rehearsal) Close() {
	r.deeds.Lock()
	defer r.deeds.Unlock()
	r.mu.Lock()
	w, pumped := r.world, r.pumped
	for one := range r.readers {
		r.drop(one)
	}
	r.mu.Unlock()
	pumped()
	w.close()
	r.ending.Wait()
	if r.numbers != nil {
		_ = r.numbers.Close() // it was only read
	}
}

// count opens the store of the bot itself, beside the bot. Without it everything else works.
func (r *Rehearsal) count(ctx context.Context) {
	if !r.opts.Real || r.opts.Dir == "" {
		return
	}
	numbers, err := app.OpenNumbers(ctx, r.opts.Dir, func() *flows.Set { return r.Loaded().Set })
	if err != nil {
		r.opts.Log.Warn("the numbers of the bot cannot be shown", "err", err)
		return
	}
	r.numbers, r.shown.Real = numbers, numbers != nil
}

// Loaded is what runs.
func (r *Rehearsal) Loaded() *config.Loaded { return r.current().loaded }

func (r *Rehearsal) current() *world {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.world
}

// now is the time by the clock of the talks: the system's, and what was let go by.
func (r *Rehearsal) now() int64 {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.opts.Now().Add(r.ahead).UnixMilli()
}

// patience is how long one deed may take: a call of a flow may take some seconds, and be tried again.
const patience = time.Minute

// do does a deed and writes it into the journal. prepare completes it, or says why it cannot be done.
func (r *Rehearsal) do(ctx context.Context, d deed, prepare func(*world, *deed) error) error {
	r.deeds.Lock()
	defer r.deeds.Unlock()
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), patience)
	defer cancel()
	w := r.current()
	d.At = max(r.now(), w.clock.milli())
	if err := w.advance(ctx, d.At); err != nil { // what comes meanwhile may take a button away
		return err
	}
	if prepare != nil {
		if err := prepare(w, &d); err != nil {
			return err
		}
	}
	before := w.record.count()
	err := w.perform(ctx, d)
	if err == nil || d.What == pays {
		r.mu.Lock()
		r.journal.Deeds = append(r.journal.Deeds, d)
		r.ahead += time.Duration(max(0, w.clock.milli()-r.opts.Now().Add(r.ahead).UnixMilli())) * time.Millisecond
		r.mu.Unlock()
	}
	r.tellTurns(w, before)
	return err
}

// tick lets come what is due by now.
func (r *Rehearsal) tick(ctx context.Context) error {
	if !r.deeds.TryLock() {
		return nil // what is being done looks at the clock itself
	}
	defer r.deeds.Unlock()
	w, now := r.current(), r.now()
	if due, err := w.due(ctx); err != nil || due == 0 || due > now {
		return err
	}
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	before := w.record.count()
	err := w.advance(ctx, now)
	r.tellTurns(w, before)
	return err
}

// tickEvery is how often it is looked whether something is due.
const tickEvery = time.Second

// Run lets come by itself what is due, and follows the files, until ctx ends.
func (r *Rehearsal) Run(ctx context.Context) error {
	var following sync.WaitGroup
	defer following.Wait()
	if r.opts.Dir != "" {
		following.Go(func() { r.follow(ctx) })
	}
	ticker := time.NewTicker(tickEvery)
	defer ticker.Stop()
	for {
		select {
		case <-ctx.Done():
			return nil
		case <-ticker.C:
			if err := r.tick(ctx); err != nil && ctx.Err() == nil {
				return fmt.Errorf("what is due cannot be done: %w", err)
			}
		}
	}
}

func seed() string {
	var b [12]byte
	rand.Read(b[:]) // never fails
	return hex.EncodeToString(b[:])
}

// notThere tells an error that only says that something cannot be done any more.
func notThere(err error) bool {
	return errors.Is(err, console.ErrNotFound) || errors.Is(err, console.ErrNoOrder) || errors.Is(err, console.ErrOrderState)
}
