package rehearsal

import (
	"context"
	"fmt"
	"time"

	"repartee/config"
	"repartee/internal/console"
)

// played is what became of a journal that was played again.
type played struct {
	lost   map[int]bool // deeds that could not be done any more, by their place in the journal
	before *record      // of the world that was shown before; nil: there was none
	after  *record
}

// replay makes a new world of files and a journal, and puts it in the place of the one that is shown. The caller holds deeds, unless nobody else knows the rehearsal
// yet. foreign tells that the journal is not of this rehearsal: then no request of a flow leaves it.
func (r *Rehearsal) replay(ctx context.Context, loaded *config.Loaded, j journal, foreign bool) (played, error) {
	tape := newTape(j.Calls, foreign)
	w, err := newWorld(ctx, settings{loaded: loaded, files: r.opts.Files, seed: j.Seed, begun: j.Begun, tape: tape, local: r.opts.private, log: r.opts.Log})
	if err != nil {
		return played{}, err
	}
	p := played{lost: map[int]bool{}, after: w.record}
	for i, d := range j.Deeds {
		err := w.perform(ctx, d)
		switch {
		case err == nil || d.What == pays && !notThere(err):
		case notThere(err):
			p.lost[i] = true
		default:
			w.close()
			return p, fmt.Errorf("play what was done again: %w", err)
		}
	}
	if err := w.advance(ctx, j.Until); err != nil {
		w.close()
		return p, fmt.Errorf("play what was done again: %w", err)
	}
	tape.live()
	p.before = r.show(w, tape, j)
	return p, nil
}

// show puts a world in the place of the one that is shown, and gives the record of that.
func (r *Rehearsal) show(w *world, tape *tape, j journal) *record {
	pumped := r.pump(w)
	r.mu.Lock()
	former, formerly := r.world, r.pumped
	r.world, r.tape, r.journal, r.pumped = w, tape, j, pumped
	r.journal.Calls = nil
	r.ahead = time.Duration(w.clock.milli()-r.opts.Now().UnixMilli()) * time.Millisecond
	r.mu.Unlock()
	if former == nil {
		return nil
	}
	formerly()
	r.tell(console.Event{Kind: console.Rebuilt})
	r.ending.Go(former.close)
	return former.record
}

// kept is the journal as it stands, with what was answered. The caller holds deeds.
func (r *Rehearsal) kept() journal {
	now := r.now()
	r.mu.Lock()
	defer r.mu.Unlock()
	j := r.journal
	j.Until = max(now, r.world.clock.milli())
	j.Calls = r.tape.answers()
	return j
}

// Undo implements [console.Workbench].
func (r *Rehearsal) Undo(ctx context.Context) error {
	r.deeds.Lock()
	defer r.deeds.Unlock()
	j, ok := r.kept().without()
	if !ok {
		return console.ErrNotFound
	}
	_, err := r.replay(ctx, r.current().loaded, j, false)
	return err
}

// Again implements [console.Workbench].
func (r *Rehearsal) Again(ctx context.Context) error {
	r.deeds.Lock()
	defer r.deeds.Unlock()
	now, kept := r.opts.Now().UnixMilli(), r.kept()
	j := journal{Seed: kept.Seed, Begun: now, Until: now}
	for _, d := range kept.Deeds {
		if d.What == comes {
			d.At = now
			j.Deeds = append(j.Deeds, d)
		}
	}
	_, err := r.replay(ctx, r.current().loaded, j, false)
	return err
}
