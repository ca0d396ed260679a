package storetest_test

import (
	"path/filepath"
	"strings"
	"testing"

	"repartee/bot/redisstore"
	"repartee/bot/sqlitestore"
	"repartee/bot/storetest"
)

// handles are so many clients on two stores each, so that some share connections and pipelines and others do not.
func handles(open func() storetest.Store) []storetest.Store {
	first, second := open(), open()
	return []storetest.Store{first, second, first, second}
}

func TestLinearizableOnSQLite(t *testing.T) {
	path := filepath.Join(t.TempDir(), "bot.db")
	storetest.Linearizable(t, handles(func() storetest.Store { return openBeside(t, path) }), false)
}

// openBeside opens the file again next to the first.
func openBeside(t *testing.T, path string) storetest.Store {
	t.Helper()
	files, err := filepath.Glob(path)
	if err != nil {
		t.Fatal(err)
	}
	s, err := sqlitestore.Open(t.Context(), sqlitestore.Options{Path: path, Bot: 42, Beside: len(files) > 0})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	return s
}

func TestLinearizableOnRedis(t *testing.T) {
	url := storetest.StartRedis(t)
	storetest.Linearizable(t, handles(func() storetest.Store { return openRedis(t, url) }), false)
}

func TestLinearizableOnCluster(t *testing.T) {
	if testing.Short() {
		t.Skip("starts a cluster of three servers: not in -short")
	}
	url := storetest.StartCluster(t)
	storetest.Linearizable(t, handles(func() storetest.Store { return openRedis(t, url) }), false)
}

// Connections break between request and reply: a commit may be carried out without an answer, and is sent again.
func TestLinearizableWhileConnectionsBreak(t *testing.T) {
	address := storetest.StartCutter(t, strings.TrimPrefix(storetest.StartRedis(t), "redis://"), 12)
	storetest.Linearizable(t, handles(func() storetest.Store { return openThrough(t, address) }), true)
}

// openThrough opens a store over a way that may break while it does.
func openThrough(t *testing.T, address string) storetest.Store {
	t.Helper()
	for range 100 {
		s, err := redisstore.Open(t.Context(), redisstore.Options{URL: "redis://" + address, Bot: 42})
		if err == nil {
			t.Cleanup(func() { _ = s.Close() })
			return s
		}
	}
	t.Fatal("the store cannot be opened")
	return nil
}
