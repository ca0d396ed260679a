package app

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"

	"repartee/bot"
)

// mostShown is how many dead letters are looked at, the newest.
const mostShown = 1000

// ErrNoLetter says that no dead letter has the id that was asked for.
var ErrNoLetter = errors.New("there is no such dead letter")

// Letter is a dead letter, as staff see it.
type Letter struct {
	bot.DeadLetter
	ID string // short, and the same as long as it is kept
}

// Letters are the dead letters of a bot: what no turn could handle.
type Letters struct {
	kept interface {
		bot.Store
		bot.Archive
		io.Closer
	}
}

// OpenLetters opens the dead letters of a bot beside the bot itself, in the store that REDIS_URL names, else in the SQLite file in the bot's folder.
func OpenLetters(ctx context.Context, dir string) (*Letters, error) {
	kept, err := besideAny(ctx, dir)
	if err != nil {
		return nil, err
	}
	return &Letters{kept}, nil
}

// Close closes the store.
func (l *Letters) Close() error { return l.kept.Close() }

// List gives the newest first.
func (l *Letters) List(ctx context.Context) ([]Letter, error) {
	dead, err := l.kept.DeadLetters(ctx, mostShown)
	if err != nil {
		return nil, err
	}
	list := make([]Letter, len(dead))
	for i, d := range dead {
		list[i] = Letter{DeadLetter: d, ID: letterID(&d)}
	}
	return list, nil
}

// letterID is made of the letter itself: a number in the list would be another's as soon as one comes in.
func letterID(d *bot.DeadLetter) string {
	sum := sha256.Sum256(fmt.Appendf(nil, "%d %d %s %s", d.At, d.Update, d.Reason, d.Raw))
	return hex.EncodeToString(sum[:4])
}

// Letter finds one by its id, or gives [ErrNoLetter].
func (l *Letters) Letter(ctx context.Context, id string) (Letter, error) {
	list, err := l.List(ctx)
	if err != nil {
		return Letter{}, err
	}
	for _, one := range list {
		if one.ID == id {
			return one, nil
		}
	}
	return Letter{}, fmt.Errorf("%w: %s", ErrNoLetter, id)
}

// Retry has what a letter was handled again, by the running bot or the next one that runs.
func (l *Letters) Retry(ctx context.Context, letter Letter) error {
	return bot.PostAgain(ctx, l.kept, letter.DeadLetter)
}

// Clear drops all dead letters and tells how many there were.
func (l *Letters) Clear(ctx context.Context) (int, error) { return l.kept.ClearDead(ctx) }
