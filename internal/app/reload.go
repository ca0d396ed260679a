package app

import (
	"context"
	"errors"
	"io/fs"
	"log/slog"
	"os"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"
	"time"

	"github.com/fsnotify/fsnotify"

	"repartee/bot"
	"repartee/config"
	"repartee/flows/steps"
)

// settle is how long files must be left alone before they are read: editors write in several steps.
const settle = 200 * time.Millisecond

// reload puts changed flows in the place of those that run, on SIGHUP or when a file has changed. Flows with an error change nothing.
func reload(ctx context.Context, b *bot.Bot, dir string, log *slog.Logger) error {
	hangup := make(chan os.Signal, 1)
	signal.Notify(hangup, syscall.SIGHUP)
	defer signal.Stop(hangup)
	watcher, err := watch(dir)
	if err != nil {
		log.Warn("changed files are not noticed; send SIGHUP to reload", "err", err)
		watcher = &fsnotify.Watcher{} // nothing ever comes from it
	} else {
		defer watcher.Close()
	}
	var due <-chan time.Time
	for {
		select {
		case <-ctx.Done():
			return nil
		case <-hangup:
			swap(ctx, b, dir, log)
		case event := <-watcher.Events:
			if event.Has(fsnotify.Create) && !strings.HasPrefix(filepath.Base(event.Name), ".") {
				_ = watcher.Add(event.Name) // a new folder is watched too; a file is already
			}
			if ours(dir, event.Name) {
				due = time.After(settle)
			}
		case err := <-watcher.Errors:
			log.Warn("some changed files may not be noticed; send SIGHUP to reload", "err", err)
		case <-due:
			due = nil
			swap(ctx, b, dir, log)
		}
	}
}

func swap(ctx context.Context, b *bot.Bot, dir string, log *slog.Logger) {
	loaded, found, err := config.LoadDir(dir, steps.Kinds())
	if err != nil {
		log.Error("the changed flows cannot be read; those from before go on", "err", err)
		return
	}
	if found.HasErrors() {
		var text strings.Builder
		_ = found.WriteText(&text, false) // a Builder takes all
		log.Error("the changed flows have errors; those from before go on\n" + text.String())
		return
	}
	b.Swap(loaded.Set, 0)
	log.Info("the changed flows are in use", "flows", len(loaded.Set.Flows))
	announce(ctx, b, log)
}

// watch watches a bot's folder, but for the dot folders in it.
func watch(dir string) (*fsnotify.Watcher, error) {
	watcher, err := fsnotify.NewWatcher()
	if err != nil {
		return nil, err
	}
	err = filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case !entry.IsDir():
			return nil
		case path != dir && strings.HasPrefix(entry.Name(), "."):
			return filepath.SkipDir
		}
		return watcher.Add(path)
	})
	if err != nil {
		return nil, errors.Join(err, watcher.Close())
	}
	return watcher, nil
}

// ours tells a file of the bot from what the store and editors write beside it.
func ours(dir, name string) bool {
	rel, err := filepath.Rel(dir, name)
	if err != nil {
		return false
	}
	for part := range strings.SplitSeq(filepath.ToSlash(rel), "/") {
		if strings.HasPrefix(part, ".") {
			return false
		}
	}
	return strings.HasSuffix(rel, ".yaml") || strings.HasSuffix(rel, ".yml")
}
