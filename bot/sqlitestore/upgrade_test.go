package sqlitestore_test

import (
	"os"
	"path/filepath"
	"testing"

	"repartee/bot"
	"repartee/bot/sqlitestore"
)

// TestOlderFile opens a file of the first schema: its contacts are there, and what it lacked works.
func TestOlderFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "bot.db")
	s := open(t, path)
	if _, err := s.Commit(t.Context(), bot.Commit{Chat: 7, Next: "1.a", State: []byte("kept")}); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	makeOlder(t, path)
	s = open(t, path)
	if r, err := s.Load(t.Context(), 7); err != nil || string(r.State) != "kept" {
		t.Errorf("loaded %+v, %v", r, err)
	}
	if _, err := s.Commit(t.Context(), bot.Commit{Chat: 7, Version: "1.a", Next: "2.a", State: []byte("s"), Counts: []bot.Count{{Table: "t", Key: "k"}}}); err != nil {
		t.Fatal(err)
	}
	if counts, err := s.Counts(t.Context(), "t"); err != nil || counts["k"] != 1 {
		t.Errorf("counts %v, %v", counts, err)
	}
	beside, err := sqlitestore.Open(t.Context(), sqlitestore.Options{Path: path, Bot: sqlitestore.Any, Beside: true})
	if err != nil {
		t.Fatal(err)
	}
	if err := beside.Close(); err != nil {
		t.Fatal(err)
	}
}

// TestUnbegunFile leaves a file alone that is nobody's yet: it is the bot's, whose first start was cut off.
func TestUnbegunFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "bot.db")
	if err := os.WriteFile(path, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if beside, err := sqlitestore.Open(t.Context(), sqlitestore.Options{Path: path, Bot: sqlitestore.Any, Beside: true}); err == nil {
		t.Error("opened beside nobody")
		_ = beside.Close()
	}
	open(t, path)
}

// makeOlder takes away what the second schema brought.
func makeOlder(t *testing.T, path string) {
	t.Helper()
	for _, statement := range []string{
		"DROP INDEX dead_chat", "DROP TABLE tally", "DROP TABLE tally_size", "DROP TABLE file", "DROP TABLE publication", "DROP TABLE secret",
		"PRAGMA user_version = 1",
	} {
		execute(t, path, statement)
	}
}
