package storetest_test

import (
	"testing"

	"repartee/bot/redisstore"
	"repartee/bot/sqlitestore"
	"repartee/bot/storetest"
)

func TestStoresDoNotDiffer(t *testing.T) {
	storetest.Differential(t, openSQLite(t), openRedis(t, storetest.StartRedis(t)))
}

func TestStoresDoNotDifferOnCluster(t *testing.T) {
	if testing.Short() {
		t.Skip("starts a cluster of three servers: not in -short")
	}
	storetest.Differential(t, openSQLite(t), openRedis(t, storetest.StartCluster(t)))
}

func openSQLite(t testing.TB) storetest.Store {
	t.Helper()
	s, err := sqlitestore.Open(t.Context(), sqlitestore.Options{Path: sqlitestore.Memory, Bot: 42})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	return s
}

func openRedis(t testing.TB, url string) storetest.Store {
	t.Helper()
	s, err := redisstore.Open(t.Context(), redisstore.Options{URL: url, Bot: 42})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	return s
}
