package chaos

import (
	"context"
	"fmt"
	"slices"

	"repartee/bot/redisstore"
)

// verdict collects what was found.
type verdict struct {
	Report
	run *run
}

// most is how many sentences are kept of one thing that is wrong.
const most = 200

func (v *verdict) wrong(format string, args ...any) {
	if len(v.Wrong) < most {
		v.Wrong = append(v.Wrong, fmt.Sprintf(format, args...))
	}
}

// report holds what was said, sent, kept and paid against each other.
func (r *run) report(ctx context.Context) (*Report, error) {
	s, err := r.open(ctx)
	if err != nil {
		return nil, err
	}
	defer func() { _ = s.Close() }()
	v := &verdict{run: r}
	v.describe()
	gone := map[string][]absence{}
	for _, b := range r.bots {
		for _, a := range b.absences() {
			gone[a.process] = append(gone[a.process], a)
		}
	}
	for _, c := range r.crowd.everybody() {
		if err := v.customer(ctx, s, c); err != nil {
			return nil, err
		}
		v.transcript(c, gone)
	}
	if err := v.money(ctx, s); err != nil {
		return nil, err
	}
	if err := v.logs(); err != nil {
		return nil, err
	}
	letters, err := s.DeadLetters(ctx, most)
	for _, letter := range letters {
		v.wrong("a dead letter of %d: %s", letter.Chat, letter.Reason)
	}
	return &v.Report, err
}

// customer compares what one has said and done with what is kept of it.
func (v *verdict) customer(ctx context.Context, s *redisstore.Store, c *customer) error {
	k, err := keptOf(ctx, s, c.ID())
	if err != nil {
		return err
	}
	if !c.done {
		v.Stuck++
		v.wrong("customer %d waits in vain for %q", c.ID(), c.stuck)
	}
	if c.shared && k.Phone != "+"+c.Phone() && k.Phone != c.Phone() {
		v.Lost++
		v.wrong("customer %d shared %s, and %q is kept", c.ID(), c.Phone(), k.Phone)
	}
	v.said(c, k.Words)
	v.counted(c, "presses", c.pressed, k.Pressed)
	v.counted(c, "waits", c.pressed, k.Woken)
	v.counted(c, "friends", c.friends, k.Friends)
	return nil
}

// said compares the words: each once, in order.
func (v *verdict) said(c *customer, words []string) {
	said := c.words[:c.said]
	v.Answers += len(said)
	if slices.Equal(said, words) {
		return
	}
	lost, doubled := 0, 0
	times := map[string]int{}
	for _, word := range words {
		times[word]++
	}
	for _, word := range said {
		switch n := times[word]; {
		case n == 0:
			lost++
		case n > 1:
			doubled++
		}
	}
	v.Lost += lost
	v.Doubled += doubled
	if lost == 0 && doubled == 0 {
		v.Disordered++
	}
	v.wrong("customer %d said %q, and %q is kept", c.ID(), said, words)
}

// counted compares how often something was done and counted.
func (v *verdict) counted(c *customer, what string, done, kept int) {
	switch {
	case kept < done:
		v.Lost += done - kept
	case kept > done:
		v.Doubled += kept - done
	default:
		return
	}
	v.wrong("customer %d: of %d %s %d are counted", c.ID(), done, what, kept)
}
