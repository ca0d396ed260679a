package sqlitestore_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"go.uber.org/goleak"

	"repartee/bot"
	"repartee/bot/sqlitestore"
)

func TestOpenRefuses(t *testing.T) {
	dir := t.TempDir()
	running := filepath.Join(dir, "running.db")
	open(t, running)
	alien := filepath.Join(dir, "alien.db")
	if err := os.WriteFile(alien, []byte(strings.Repeat("not a database ", 100)), 0o600); err != nil {
		t.Fatal(err)
	}
	another := filepath.Join(dir, "another.db")
	if err := open(t, another).Close(); err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		options sqlitestore.Options
		says    string
	}{
		"no path":        {sqlitestore.Options{}, "no path"},
		"a running bot":  {sqlitestore.Options{Path: running, Bot: 42}, "another bot is running on " + running},
		"another bot's":  {sqlitestore.Options{Path: another, Bot: 7}, "holds the conversations of bot 42, and the token is that of bot 7"},
		"not a database": {sqlitestore.Options{Path: alien, Bot: 42}, "not a database"},
		"beside nobody":  {sqlitestore.Options{Path: filepath.Join(dir, "none.db"), Bot: 42, Beside: true}, "no bot has written to"},
		"a folder":       {sqlitestore.Options{Path: dir, Bot: 42}, "SQLite file"},
		"below a file":   {sqlitestore.Options{Path: filepath.Join(alien, "x.db"), Bot: 42}, "folder"},
	} {
		s, err := sqlitestore.Open(t.Context(), c.options)
		if err == nil {
			_ = s.Close()
		}
		if err == nil || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s: %v, which does not say %q", name, err, c.says)
		}
	}
}

func TestOpenRefusesANewerSchema(t *testing.T) {
	path := filepath.Join(t.TempDir(), "bot.db")
	s := open(t, path)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	execute(t, path, "PRAGMA user_version = 99")
	if _, err := sqlitestore.Open(t.Context(), sqlitestore.Options{Path: path, Bot: 42}); err == nil || !strings.Contains(err.Error(), "schema 99") {
		t.Errorf("error %v", err)
	}
}

func TestWhatWasCommittedIsThereAfterReopening(t *testing.T) {
	path := filepath.Join(t.TempDir(), "sub folder", "50%?#.db")
	s := open(t, path)
	write(t, s, 1, "state")
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(path); err != nil {
		t.Fatal(err)
	}
	r, err := open(t, path).Load(t.Context(), 1)
	if err != nil || string(r.State) != "state" {
		t.Errorf("%+v, %v", r, err)
	}
}

func TestTheFileIsForItsOwnerAlone(t *testing.T) {
	path := filepath.Join(t.TempDir(), "bot.db")
	write(t, open(t, path), 1, "s")
	for _, name := range []string{path, path + "-wal"} {
		info, err := os.Stat(name)
		if err != nil {
			t.Fatal(err)
		}
		if info.Mode().Perm() != 0o600 {
			t.Errorf("%s has mode %o", name, info.Mode().Perm())
		}
	}
}

// A command line program posts to a bot that is running.
func TestBesideARunningBot(t *testing.T) {
	path := filepath.Join(t.TempDir(), "bot.db")
	running := open(t, path)
	write(t, running, 1, "state")
	beside, err := sqlitestore.Open(t.Context(), sqlitestore.Options{Path: path, Bot: 42, Beside: true})
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = beside.Close() }()
	if r, err := beside.Load(t.Context(), 1); err != nil || string(r.State) != "state" {
		t.Errorf("%+v, %v", r, err)
	}
	if err := beside.Post(t.Context(), 1, bot.Posted{ID: "a", Input: []byte("hello")}, 1000); err != nil {
		t.Fatal(err)
	}
	work, err := running.Due(t.Context(), bot.DueQuery{Now: 1000, Limit: 10, Retry: 2000})
	if err != nil || len(work) != 1 || string(work[0].Inbox[0].Input) != "hello" {
		t.Errorf("%+v, %v", work, err)
	}
}

func TestCloseEndsWhatOpenStarted(t *testing.T) {
	before := goleak.IgnoreCurrent()
	s, err := sqlitestore.Open(t.Context(), sqlitestore.Options{Path: filepath.Join(t.TempDir(), "bot.db"), Bot: 42})
	if err != nil {
		t.Fatal(err)
	}
	write(t, s, 1, "s")
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Commit(t.Context(), bot.Commit{Chat: 2, Next: "1.a", State: []byte("s"), Now: 1}); err == nil {
		t.Error("a commit after Close: no error")
	}
	goleak.VerifyNone(t, before)
}

func TestTheClockOfTheOptions(t *testing.T) {
	s, err := sqlitestore.Open(t.Context(), sqlitestore.Options{Path: sqlitestore.Memory, Now: func() int64 { return 77 }})
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = s.Close() }()
	if s.Now() != 77 {
		t.Errorf("Now is %d", s.Now())
	}
}

func write(t *testing.T, s *sqlitestore.Store, chat int64, state string) {
	t.Helper()
	out, err := s.Commit(t.Context(), bot.Commit{Chat: chat, Next: "1.a", State: []byte(state), Now: 1000})
	if err != nil || out.Status != bot.OK {
		t.Fatalf("commit: %+v, %v", out, err)
	}
}
