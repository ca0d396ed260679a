package bot

import (
	"context"
	"fmt"
	"time"
)

const (
	publicationsKept = 100       // the latest, whether or not a session refers to them
	retireEvery      = time.Hour // how often it is looked whether there are too many
	retireAfter      = 20        // more than were left the last time: to look through all contacts costs something
)

// retirePublications drops files that no session refers to any more, as long as there are many, until ctx ends. One instance does it for all.
func (b *Bot) retirePublications(ctx context.Context) {
	if b.library == nil || b.archive == nil {
		return
	}
	ticker := time.NewTicker(retireEvery)
	defer ticker.Stop()
	for most := publicationsKept + retireAfter; ; {
		if kept, err := b.library.Publications(ctx); err == nil && len(kept) > most {
			err = b.Alone(ctx, "publications", func(ctx context.Context) error {
				left, err := Retire(ctx, b.archive, b.library, publicationsKept)
				most = max(left, publicationsKept) + retireAfter
				return err
			})
			if err != nil && ctx.Err() == nil {
				b.log.Warn("earlier publications are kept an hour longer", "err", err)
			}
		}
		select {
		case <-ticker.C:
		case <-ctx.Done():
			return
		}
	}
}

// Retire drops the publications that no session refers to, but for the latest ones, and says how many are left. It reads every contact first: a state that cannot
// be read may refer to any of them, and nothing is dropped then.
func Retire(ctx context.Context, archive Archive, library Library, latest int) (left int, err error) {
	kept, err := library.Publications(ctx)
	if err != nil || len(kept) <= latest {
		return len(kept), err
	}
	old := map[int]bool{}
	for _, p := range kept[:len(kept)-latest] {
		old[p.Number] = true
	}
	err = archive.Contacts(ctx, Everybody, func(contact KeptContact) error {
		state, err := contact.State()
		if err != nil {
			return fmt.Errorf("which publications a contact refers to: %w", err)
		}
		for _, number := range state.Session.References() {
			delete(old, number)
		}
		return nil
	})
	if err != nil {
		return len(kept), fmt.Errorf("drop publications: %w", err)
	}
	numbers := make([]int, 0, len(old))
	for number := range old {
		numbers = append(numbers, number)
	}
	dropped, err := library.DropPublications(ctx, numbers)
	return len(kept) - dropped, err
}
