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
		b.facts.learn(func(f *flows.Facts) { f.Together = companions(pairs, b.Set().ItemNow) })
	case ctx.Err() == nil:
		b.log.Warn("what is chosen together could not be read; what was read before holds", "err", err)
	}
}

// companions turns counts of pairs into lists by item. now gives what an item is called now: what was counted under both names is counted together.
func companions(pairs map[string]int64, now func(item string) string) map[string][]flows.Companions {
	counted := map[[2]string]int{}
	for pair, n := range pairs {
		a, b, ok := strings.Cut(pair, " ")
		if a, b = now(a), now(b); ok && a != b {
			counted[[2]string{a, b}] += int(n)
			counted[[2]string{b, a}] += int(n)
		}
	}
	out := map[string][]flows.Companions{}
	for pair, n := range counted {
		out[pair[0]] = append(out[pair[0]], flows.Companions{Item: pair[1], Customers: n})
	}
	for item, list := range out {
		slices.SortFunc(list, func(a, b flows.Companions) int {
			return cmp.Or(cmp.Compare(b.Customers, a.Customers), cmp.Compare(a.Item, b.Item))
		})
		out[item] = slices.Clip(list[:min(len(list), mostCompanions)])
	}
	return out
}
