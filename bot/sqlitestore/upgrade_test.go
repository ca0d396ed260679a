package sqlitestore_test

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"repartee/bot"
	"repartee/bot/sqlitestore"
	"repartee/flows"
	"repartee/flows/shop"
)

// TestOlderFile opens files of the earlier schemas: their contacts are there, and what they lacked works.
func TestOlderFile(t *testing.T) {
	for version := 1; version <= 5; version++ {
		t.Run(fmt.Sprint(version), func(t *testing.T) { upgrade(t, version) })
	}
}

func upgrade(t *testing.T, version int) {
	path := filepath.Join(t.TempDir(), "bot.db")
	s := open(t, path)
	if _, err := s.Commit(t.Context(), bot.Commit{Chat: 7, Next: "1.a", State: []byte("kept")}); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	makeOlder(t, path, version)
	s = open(t, path)
	if r, err := s.Load(t.Context(), 7); err != nil || string(r.State) != "kept" {
		t.Errorf("loaded %+v, %v", r, err)
	}
	underway := func() (n int) {
		t.Helper()
		if err := s.Contacts(t.Context(), bot.Underway, func(bot.KeptContact) error { n++; return nil }); err != nil {
			t.Fatal(err)
		}
		return n
	}
	if underway() != 1 {
		t.Error("of whom nothing was noted is not taken for being in the middle of something")
	}
	if _, err := s.Commit(t.Context(), bot.Commit{Chat: 7, Version: "1.a", Next: "2.a", State: []byte("s"), Moves: bot.Leaves, Counts: []bot.Count{{Table: "t", Key: "k"}},
		Orders: []bot.OrderWrite{{Number: "A1", State: shop.Open, Body: []byte("{}")}}}); err != nil {
		t.Fatal(err)
	}
	if underway() != 0 {
		t.Error("who has left is still in the middle of something")
	}
	if counts, err := s.Counts(t.Context(), "t"); err != nil || counts["k"] != 1 {
		t.Errorf("counts %v, %v", counts, err)
	}
	if _, there, err := s.Order(t.Context(), 7, "A1"); err != nil || !there {
		t.Errorf("the order is there: %v, %v", there, err)
	}
	if _, err := s.Seed(t.Context(), flows.Stocklist{Stock: map[string]int64{"coffee.crema": 3}}); err != nil {
		t.Fatal(err)
	}
	if left, _, _, err := s.Left(t.Context(), 0); err != nil || left["coffee.crema"] != 3 {
		t.Errorf("left %v, %v", left, err)
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

// makeOlder takes away what the schemas after a version brought.
func makeOlder(t *testing.T, path string, version int) {
	t.Helper()
	brought := map[int][]string{
		2: {"DROP INDEX dead_chat", "DROP TABLE tally", "DROP TABLE tally_size", "DROP TABLE file", "DROP TABLE publication", "DROP TABLE secret"},
		3: {"DROP TABLE orders", "DROP TABLE ledger", "DROP TABLE stock", "DROP TABLE hold", "DROP TABLE hold_item", "DROP TABLE stock_version"},
		4: {"DROP INDEX orders_goes", "ALTER TABLE orders DROP COLUMN goes"},
		5: {"ALTER TABLE publication DROP COLUMN at", "ALTER TABLE publication DROP COLUMN digest"},
		7: {"DROP TABLE stock_name"},
		6: {"DROP INDEX contact_underway", "ALTER TABLE contact DROP COLUMN underway"},
	}
	for later := 7; later > version; later-- {
		for _, statement := range brought[later] {
			execute(t, path, statement)
		}
	}
	execute(t, path, fmt.Sprintf("PRAGMA user_version = %d", version))
}
