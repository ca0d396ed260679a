package chaos

import (
	"cmp"
	"context"
	"math"
	"math/rand/v2"
	"slices"
	"time"
)

// fault is one kind of thing that goes wrong.
type fault struct {
	name   string
	odds   int                                           // how often it comes, beside the others
	least  time.Duration                                 // it lasts from this
	most   time.Duration                                 // to this; 0: it is over at once
	felt   bool                                          // the time until customers are answered again is measured
	begin  func(r *run, ctx context.Context, n int) bool // n says which of several; false: there was nothing to hit
	finish func(r *run, ctx context.Context, n int)
}

// injected is a fault that was injected.
type injected struct {
	*fault
	from, to time.Time
}

// strike is a fault as it is planned: it begins, or ends.
type strike struct {
	at     time.Duration
	lasts  time.Duration
	fault  *fault
	n      int
	finish bool
}

// plan draws all faults of a storm from its seed. The first of each kind come in order, so that a short storm has most of them; the others by their odds.
func plan(seed uint64, lasts, every time.Duration, kinds []fault) []strike {
	dice := rand.New(rand.NewPCG(seed, math.MaxUint64))
	var all []strike
	order := dice.Perm(len(kinds))
	at := time.Duration(0)
	for i := 0; ; i++ {
		at += time.Duration(dice.ExpFloat64() * float64(every))
		if at >= lasts {
			break
		}
		kind := &kinds[draw(dice, kinds)]
		if i < len(order) {
			kind = &kinds[order[i]]
		}
		s := strike{at: at, fault: kind, n: dice.IntN(1 << 16)}
		if kind.most > 0 {
			s.lasts = min(kind.least+time.Duration(dice.Int64N(int64(kind.most-kind.least)+1)), lasts-at)
			all = append(all, strike{at: at + s.lasts, fault: kind, n: s.n, finish: true})
		}
		all = append(all, s)
	}
	slices.SortStableFunc(all, func(a, b strike) int { return cmp.Compare(a.at, b.at) })
	return all
}

func draw(dice *rand.Rand, kinds []fault) int {
	sum := 0
	for i := range kinds {
		sum += kinds[i].odds
	}
	n := dice.IntN(sum)
	for i := range kinds {
		if n -= kinds[i].odds; n < 0 {
			return i
		}
	}
	return len(kinds) - 1
}

// storm does what is planned, and puts all in order again in the end.
func (r *run) storm(ctx context.Context) {
	open := map[int]time.Time{}
	for _, s := range plan(r.Seed, r.For, r.Every, faults(&r.Options)) {
		wait(ctx, time.Until(r.began.Add(s.at)))
		if ctx.Err() != nil {
			return
		}
		switch {
		case !s.finish:
			from := time.Now()
			if s.fault.begin(r, ctx, s.n) {
				r.Log("%8s %s", r.since(from), s.fault.name)
				r.injected = append(r.injected, injected{s.fault, from, from.Add(s.lasts)})
				open[s.n] = from
			}
		case !open[s.n].IsZero():
			s.fault.finish(r, ctx, s.n)
			delete(open, s.n)
		}
	}
	wait(ctx, time.Until(r.began.Add(r.For)))
	r.calmDown(ctx)
}
