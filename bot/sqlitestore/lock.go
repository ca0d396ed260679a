package sqlitestore

import (
	"fmt"

	"github.com/gofrs/flock"
)

// lock keeps a second bot off the file: two would answer each customer twice.
func lock(path string) (*flock.Flock, error) {
	l := flock.New(path + ".lock")
	held, err := l.TryLock()
	if err != nil {
		return nil, fmt.Errorf("lock %s: %w", l.Path(), err)
	}
	if !held {
		return nil, fmt.Errorf("another bot is running on %s (it holds %s): stop it, or give this one another file", path, l.Path())
	}
	return l, nil
}
