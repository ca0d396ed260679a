package bot

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"repartee/flows"
)

// mostCompanions is how many companions of an item are kept in the facts.
const mostCompanions = 20

// facts are what turns know of all contacts together. A turn takes them as they are; they are never changed, only exchanged.
type facts struct {
	learning sync.Mutex
	known    atomic.Pointer[flows.Facts]
}

func (f *facts) now() flows.Facts {
	if known := f.known.Load(); known != nil {
		return *known
	}
	return flows.Facts{}
}

// learn puts what is new in the place of what was known before.
func (f *facts) learn(change func(*flows.Facts)) {
	f.learning.Lock()
	defer f.learning.Unlock()
	next := f.now()
	change(&next)
	f.known.Store(&next)
}

// survey reads again and again what is counted over all contacts, until ctx ends. Turns get what was read last.
func (b *Bot) survey(ctx context.Context) {
	if b.archive == nil {
		return
	}
	ticker := time.NewTicker(b.surveyed)
	defer ticker.Stop()
	for {
		b.countPairs(ctx)
		select {
		case <-ticker.C:
		case <-ctx.Done():
			return
		}
	}
}

// countPairs reads what customers chose together.
func (b *Bot) countPairs(ctx context.Context) {
	pairs, err := b.archive.Counts(ctx, flows.CountTogether)
	switch {
	case err == nil:
		b.facts.learn(func(f *flows.Facts) { f.Together = companions(pairs) })
	case ctx.Err() == nil:
		b.log.Warn("what is chosen together could not be read; what was read before holds", "err", err)
	}
}

// companions turns counts of pairs into lists by item.
func companions(pairs map[string]int64) map[string][]flows.Companions {
	out := map[string][]flows.Companions{}
	for pair, n := range pairs {
		a, b, ok := strings.Cut(pair, " ")
		if !ok {
			continue
		}
		out[a] = append(out[a], flows.Companions{Item: b, Customers: int(n)})
		out[b] = append(out[b], flows.Companions{Item: a, Customers: int(n)})
	}
	for item, list := range out {
		slices.SortFunc(list, func(a, b flows.Companions) int {
			return cmp.Or(cmp.Compare(b.Customers, a.Customers), cmp.Compare(a.Item, b.Item))
		})
		out[item] = slices.Clip(list[:min(len(list), mostCompanions)])
	}
	return out
}
