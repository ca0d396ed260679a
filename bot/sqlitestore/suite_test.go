package sqlitestore_test

import (
	"path/filepath"
	"testing"

	"repartee/bot/sqlitestore"
	"repartee/bot/storetest"
)

func TestSuite(t *testing.T) {
	t.Run("file", func(t *testing.T) {
		storetest.Run(t, func(t testing.TB) storetest.Store { return open(t, filepath.Join(t.TempDir(), "bot.db")) })
	})
	t.Run("memory", func(t *testing.T) {
		storetest.Run(t, func(t testing.TB) storetest.Store { return open(t, sqlitestore.Memory) })
	})
}

func open(t testing.TB, path string) *sqlitestore.Store {
	t.Helper()
	s, err := sqlitestore.Open(t.Context(), sqlitestore.Options{Path: path, Bot: 42})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Errorf("close: %v", err)
		}
	})
	return s
}
