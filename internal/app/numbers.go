package app

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"time"

	"repartee/bot/sqlitestore"
	"repartee/flows"
	"repartee/flows/analysis/funnel"
)

// Numbers counts what a bot's store keeps of its turns. It may be used by many goroutines.
type Numbers struct {
	kept store
	set  func() *flows.Set

	mu   sync.Mutex
	at   int64 // when the store was read, milliseconds; 0: it was not yet
	runs *funnel.Runs
	vain []funnel.InVain
}

// mostTurns is how many turns are read: more than a store keeps.
const mostTurns = 1_000_000

// numbersLast is for how long what was read of the store is good enough: reading it all takes a few seconds where it is full.
const numbersLast = 30 * time.Second

// OpenNumbers opens the store of a bot beside the bot, which may run, to count and change nothing. It is nil where there is no store yet: no REDIS_URL, and no file in
// the folder. set gives the set that steps are named after.
func OpenNumbers(ctx context.Context, dir string, set func() *flows.Set) (*Numbers, error) {
	s, err := parseSettings()
	if err != nil {
		return nil, err
	}
	if s.RedisURL == "" {
		if _, err := os.Stat(filepath.Join(dir, ".repartee", "bot.db")); errors.Is(err, fs.ErrNotExist) {
			return nil, nil
		}
	}
	kept, err := belowBeside(ctx, dir, s, sqlitestore.Any) // events and counts are not sealed
	if err != nil {
		return nil, err
	}
	return &Numbers{kept: kept, set: set}, nil
}

// Close closes the store.
func (n *Numbers) Close() error { return n.kept.Close() }

// Numbers counts as asked, at most half a minute late. The error is funnel.ErrBy, or the store's.
func (n *Numbers) Numbers(ctx context.Context, q funnel.Query) (funnel.Numbers, error) {
	n.mu.Lock()
	defer n.mu.Unlock()
	if now := n.kept.Now(); n.at == 0 || now-n.at >= numbersLast.Milliseconds() {
		if err := n.read(ctx); err != nil {
			return funnel.Numbers{}, err
		}
		n.at = now
	}
	if q.Now.IsZero() {
		q.Now = time.UnixMilli(n.at)
	}
	numbers, err := n.runs.Numbers(n.set(), q)
	numbers.Unanswered = n.vain
	return numbers, err
}

func (n *Numbers) read(ctx context.Context) error {
	entries, err := n.kept.Events(ctx, mostTurns)
	if err != nil {
		return fmt.Errorf("read what is kept of the turns: %w", err)
	}
	counts, err := n.kept.Counts(ctx, flows.CountUnanswered)
	if err != nil {
		return err
	}
	n.runs, n.vain = funnel.Read(n.set(), entries), funnel.Unanswered(counts, "")
	return nil
}
