package app

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"repartee/bot/redisstore"
	"repartee/bot/sqlitestore"
	"repartee/config"
	"repartee/flows/steps"
)

// Finding is one thing that a bot needs, and how it stands.
type Finding struct {
	Subject string `json:"subject"` // settings, flows, token, webhook, clock ...
	Level   Level  `json:"level"`
	Says    string `json:"says"`
	Do      string `json:"do,omitempty"` // what mends it
}

// Level is how a thing stands.
type Level string

// The levels of a finding. With a failure the bot does not run, or not as it should.
const (
	Fine    Level = "ok"
	Warning Level = "warn"
	Failure Level = "fail"
)

// Doctor looks at all that the bot of a folder needs, and goes on where something is missing. The bot may run meanwhile.
func Doctor(ctx context.Context, dir string) []Finding {
	var d doctor
	s, err := ReadSettings()
	d.settings(err)
	d.files(dir)
	if tokenForm.MatchString(s.Token) {
		d.telegram(ctx, s)
	}
	reached := true
	if s.RedisURL != "" {
		reached = d.redis(ctx, s)
	} else {
		d.folder(dir)
	}
	if reached {
		d.store(ctx, dir, s)
	}
	return d.found
}

// doctor collects findings.
type doctor struct{ found []Finding }

func (d *doctor) fine(subject, format string, args ...any) {
	d.found = append(d.found, Finding{Subject: subject, Level: Fine, Says: fmt.Sprintf(format, args...)})
}

func (d *doctor) warn(subject, says, do string) {
	d.found = append(d.found, Finding{subject, Warning, says, do})
}

func (d *doctor) fail(subject, says, do string) {
	d.found = append(d.found, Finding{subject, Failure, says, do})
}

// settings tells each thing that is missing or wrong in the environment: the errors say what to do.
func (d *doctor) settings(err error) {
	var many interface{ Unwrap() []error }
	switch {
	case err == nil:
		d.fine("settings", "all that is needed is set")
	case errors.As(err, &many):
		for _, one := range many.Unwrap() {
			d.fail("settings", one.Error(), "")
		}
	default:
		d.fail("settings", err.Error(), "")
	}
}

// files looks at the flows, at what they need of the environment, and at the media.
func (d *doctor) files(dir string) {
	loaded, found, err := config.LoadDir(dir, steps.Kinds())
	if err != nil {
		d.fail("flows", err.Error(), "")
		return
	}
	wrong := 0
	for _, one := range found {
		if one.Severity == config.Error {
			wrong++
		}
	}
	switch {
	case wrong > 0:
		d.fail("flows", fmt.Sprintf("%s in the files", plural(wrong, "error")), "See them with `repartee check "+dir+"`")
		return
	case len(found) > 0:
		d.warn("flows", plural(len(found), "warning")+" of the files", "See them with `repartee check "+dir+"`")
	default:
		d.fine("flows", "the files are in order")
	}
	d.payments(loaded)
	d.media(dir)
}

func (d *doctor) payments(loaded *config.Loaded) {
	names := loaded.Set.ProviderTokens()
	if err := CheckPayments(loaded.Set); err != nil {
		for _, line := range strings.Split(err.Error(), "\n") {
			d.fail("payments", line, "")
		}
	} else if len(names) > 0 {
		d.fine("payments", "%s is set", strings.Join(names, ", "))
	}
}

// media tries to read each file that flows may send.
func (d *doctor) media(dir string) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		d.fail("media", err.Error(), "")
		return
	}
	defer root.Close()
	files, unreadable := 0, 0
	_ = fs.WalkDir(root.FS(), "media", func(path string, entry fs.DirEntry, err error) error {
		if errors.Is(err, fs.ErrNotExist) && path == "media" {
			return fs.SkipAll // there are none
		}
		if err == nil && entry.IsDir() {
			return nil
		}
		files++
		if err == nil {
			err = readable(root, path)
		}
		if err != nil {
			unreadable++
			d.fail("media", fmt.Sprintf("%s cannot be read: %v", path, errors.Unwrap(err)), "Let the user that the bot runs as read it")
		}
		return nil
	})
	if files > 0 && unreadable == 0 {
		d.fine("media", "%s can be read", plural(files, "file"))
	}
}

func readable(root *os.Root, path string) error {
	f, err := root.Open(path)
	if err != nil {
		return err
	}
	return f.Close()
}

// redis tells what the store in Redis is good for; false where it could not be reached.
func (d *doctor) redis(ctx context.Context, s Settings) bool {
	redisstore.LogTo(silent()) // the findings say it
	points := redisstore.Examine(ctx, redisstore.Options{URL: s.RedisURL, Bot: s.number()})
	for _, p := range points {
		d.found = append(d.found, Finding{"redis " + p.Subject, Level(p.Level), p.Says, p.Do})
	}
	return len(points) > 1 // nothing but the connection is told of one that does not answer
}

// folder tells whether the SQLite file can be written where it belongs.
func (d *doctor) folder(dir string) {
	place := filepath.Join(dir, ".repartee")
	if _, err := os.Stat(place); err != nil {
		place = dir
	}
	file, err := os.CreateTemp(place, ".doctor-*")
	if err != nil {
		d.fail("folder", fmt.Sprintf("%s cannot be written to: %v", place, errors.Unwrap(err)), "Let the user that the bot runs as write there, or set REDIS_URL")
		return
	}
	err = errors.Join(file.Close(), os.Remove(file.Name()))
	if err != nil {
		d.warn("folder", err.Error(), "Look at the disk")
		return
	}
	d.fine("folder", "conversations can be kept in %s", filepath.Join(dir, ".repartee", "bot.db"))
}

// store opens the store as the bot does, with the keys that it is sealed with.
func (d *doctor) store(ctx context.Context, dir string, s Settings) {
	if _, err := os.Stat(filepath.Join(dir, ".repartee", "bot.db")); s.RedisURL == "" && err != nil {
		d.fine("store", "there is none yet; the bot makes it when it starts")
		return
	}
	owner := int64(sqlitestore.Any)
	if tokenForm.MatchString(s.Token) {
		owner = s.number()
	}
	kept, err := beside(ctx, dir, s, owner)
	if err != nil {
		d.fail("store", err.Error(), "")
		return
	}
	defer kept.Close()
	dead, err := kept.DeadLetters(ctx, mostShown)
	switch {
	case err != nil:
		d.fail("store", err.Error(), "")
	case len(dead) > 0:
		d.warn("store", plural(len(dead), "dead letter"), "See them with `repartee dead list "+dir+"`")
	default:
		d.fine("store", "it can be read, and there are no dead letters")
	}
}

func plural(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
