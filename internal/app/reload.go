package app

import (
	"context"
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
	changed, stop := watch(dir, log)
	defer stop()
	var due <-chan time.Time
	for {
		select {
		case <-ctx.Done():
			return nil
		case <-hangup:
			swap(ctx, b, dir, log)
		case name := <-changed:
			if ours(dir, name) {
				due = time.After(settle)
			}
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
	b.Swap(loaded.Set)
	log.Info("the changed flows are in use", "flows", len(loaded.Set.Flows))
	announce(ctx, b, log)
}

// watch tells of changed files in a bot's folder. Where files cannot be watched, SIGHUP is left.
func watch(dir string, log *slog.Logger) (<-chan string, func()) {
	watcher, err := fsnotify.NewWatcher()
	if err != nil {
		log.Warn("changed files are not noticed; send SIGHUP to reload", "err", err)
		return nil, func() {}
	}
	if err := filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case !entry.IsDir():
			return nil
		case path != dir && strings.HasPrefix(entry.Name(), "."):
			return filepath.SkipDir
		}
		return watcher.Add(path)
	}); err != nil {
		log.Warn("some changed files are not noticed; send SIGHUP to reload", "err", err)
	}
	names := make(chan string)
	done := make(chan struct{})
	go func() {
		for {
			select {
			case event, ok := <-watcher.Events:
				if !ok {
					return
				}
				if event.Has(fsnotify.Create) {
					_ = watcher.Add(event.Name) // a new folder is watched too; a file is already
				}
				select {
				case names <- event.Name:
				case <-done:
					return
				}
			case err, ok := <-watcher.Errors:
				if !ok {
					return
				}
				log.Warn("some changed files may not be noticed; send SIGHUP to reload", "err", err)
			case <-done:
				return
			}
		}
	}()
	return names, func() {
		close(done)
		_ = watcher.Close()
	}
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
