package rehearsal

import (
	"context"
	"path/filepath"
	"strings"
	"time"

	"github.com/fsnotify/fsnotify"

	"repartee/internal/app"
)

// settle is how long files must be left alone before they are read: editors write in several steps.
const settle = 25 * time.Millisecond

// follow reads the files anew whenever they change, until ctx ends.
func (r *Rehearsal) follow(ctx context.Context) {
	watcher, err := app.Watch(r.opts.Dir)
	if err != nil {
		r.opts.Log.Error("changed files are not noticed: end the program and start it again to see them", "err", err)
		return
	}
	defer watcher.Close()
	due := time.NewTimer(settle) // somebody may have written before it was watched
	defer due.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case event := <-watcher.Events:
			if event.Has(fsnotify.Create) && !strings.HasPrefix(filepath.Base(event.Name), ".") {
				_ = watcher.Add(event.Name) // a new folder is watched too; a file is already
			}
			if app.Ours(r.opts.Dir, event.Name) {
				due.Reset(settle)
			}
		case err := <-watcher.Errors:
			r.opts.Log.Warn("some changed files may not have been noticed: save once more", "err", err)
		case <-due.C:
			if err := r.reload(ctx); err != nil && ctx.Err() == nil {
				r.opts.Log.Error("the changed files cannot be shown", "err", err)
			}
		}
	}
}
