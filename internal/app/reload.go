package app

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"os"
	"os/signal"
	"path/filepath"
	"strings"
	"sync/atomic"
	"syscall"
	"time"

	"github.com/fsnotify/fsnotify"

	"repartee/bot"
	"repartee/config"
	"repartee/flows"
	"repartee/flows/steps"
)

// settle is how long files must be left alone before they are read: editors write in several steps.
const settle = 200 * time.Millisecond

// again is when files are published that could not be kept.
const again = 5 * time.Second

// folder is a bot's folder while the bot runs.
type folder struct {
	dir   string
	press press
	log   *slog.Logger
	today atomic.Pointer[edition]
}

// edition is what runs.
type edition struct {
	*config.Loaded
	number int // of its publication
}

// other is the set of another publication: an earlier one with what is sold today, a newer one, which another instance runs, as it is.
func (f *folder) other(ctx context.Context, number int) (*flows.Set, error) {
	today := f.today.Load()
	if number > today.number {
		return f.press.earlier(ctx, number, nil)
	}
	return f.press.earlier(ctx, number, today.Files)
}

// start publishes the files of the folder and makes a bot of them.
func (f *folder) start(ctx context.Context, loaded *config.Loaded, o bot.Options) (*bot.Bot, error) {
	number, err := f.press.publish(ctx, loaded)
	if err != nil {
		return nil, err
	}
	f.today.Store(&edition{loaded, number})
	loaded.Set.Learn()
	o.Set, o.Publication, o.Media = loaded.Set, number, (&media{files: f.press.media}).open
	o.Earlier = f.other
	return bot.New(ctx, o)
}

// reload puts changed files in the place of those that run, on SIGHUP or when a file has changed. Files with an error change nothing.
func (f *folder) reload(ctx context.Context, b *bot.Bot) error {
	hangup := make(chan os.Signal, 1)
	signal.Notify(hangup, syscall.SIGHUP)
	defer signal.Stop(hangup)
	watcher, err := Watch(f.dir)
	if err != nil {
		f.log.Warn("changed files are not noticed; send SIGHUP to reload", "err", err)
		watcher = &fsnotify.Watcher{} // nothing ever comes from it
	} else {
		defer watcher.Close()
	}
	var due <-chan time.Time
	if f.stale() {
		due = time.After(settle)
	}
	for {
		select {
		case <-ctx.Done():
			return nil
		case <-hangup:
			due = f.swap(ctx, b)
		case event := <-watcher.Events:
			if event.Has(fsnotify.Create) && !strings.HasPrefix(filepath.Base(event.Name), ".") {
				_ = watcher.Add(event.Name) // a new folder is watched too; a file is already
			}
			if Ours(f.dir, event.Name) {
				due = time.After(settle)
			}
		case err := <-watcher.Errors:
			f.log.Warn("some changed files may not be noticed; send SIGHUP to reload", "err", err)
		case <-due:
			due = f.swap(ctx, b)
		}
	}
}

// stale tells whether a file has changed since the folder was read: before it was watched, nobody noticed.
func (f *folder) stale() bool {
	for name, read := range f.today.Load().Files {
		now, err := fs.ReadFile(f.press.media, name)
		if err != nil || !bytes.Equal(now, read) {
			return true
		}
	}
	return false
}

// load reads the folder. Whatever stands in a file, it does not end the bot that runs.
func (f *folder) load() (loaded *config.Loaded, found config.Diagnostics, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("panic: %v", p)
		}
	}()
	return config.LoadDir(f.dir, steps.Kinds())
}

// swap loads the folder anew. It gives when that is to be tried again; nil where it is done or the files have errors.
func (f *folder) swap(ctx context.Context, b *bot.Bot) <-chan time.Time {
	loaded, found, err := f.load()
	if err != nil {
		f.log.Error("the changed files cannot be read; those from before go on", "err", err)
		return nil
	}
	if found.HasErrors() {
		var text strings.Builder
		_ = found.WriteText(&text, false) // a Builder takes all
		f.log.Error("the changed flows have errors; those from before go on\n" + text.String())
		return nil
	}
	number, err := f.press.publish(ctx, loaded)
	var stranded *StrandedError
	switch {
	case errors.As(err, &stranded):
		f.log.Error(err.Error() + "\nthose from before go on")
		return nil
	case err != nil:
		f.log.Warn("the changed files cannot be kept in the store; those from before go on until they can", "err", err)
		return time.After(again)
	}
	f.today.Store(&edition{loaded, number})
	loaded.Set.Learn()
	b.Swap(loaded.Set, number)
	f.log.Info("the changed flows are in use", "flows", len(loaded.Set.Flows), "publication", number)
	announce(ctx, b, f.log)
	return nil
}

// Watch watches a bot's folder, but for the dot folders in it.
func Watch(dir string) (*fsnotify.Watcher, error) {
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

// Ours tells a file of the bot from what the store and editors write beside it.
func Ours(dir, name string) bool {
	rel, err := filepath.Rel(dir, name)
	if err != nil {
		return false
	}
	for part := range strings.SplitSeq(filepath.ToSlash(rel), "/") {
		if strings.HasPrefix(part, ".") {
			return false
		}
	}
	switch filepath.Ext(rel) {
	case ".yaml", ".yml", ".csv":
		return true
	}
	return strings.HasPrefix(filepath.ToSlash(rel), mediaDir+"/")
}
