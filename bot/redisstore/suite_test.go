package redisstore_test

import (
	"sync/atomic"
	"testing"

	"repartee/bot/redisstore"
	"repartee/bot/storetest"
)

func TestSuite(t *testing.T) {
	url := storetest.StartRedis(t)
	storetest.Run(t, emptyStores(url))
}

func TestSuiteOnCluster(t *testing.T) {
	if testing.Short() {
		t.Skip("starts a cluster of three servers: not in -short")
	}
	url := storetest.StartCluster(t)
	storetest.Run(t, emptyStores(url))
}

// emptyStores opens a store for another bot each time: no two share a key.
func emptyStores(url string) func(testing.TB) storetest.Store {
	var bots atomic.Int64
	return func(t testing.TB) storetest.Store { return open(t, url, bots.Add(1)) }
}

func open(t testing.TB, url string, number int64) *redisstore.Store {
	t.Helper()
	s, err := redisstore.Open(t.Context(), redisstore.Options{URL: url, Bot: number})
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
