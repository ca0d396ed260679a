package sealed_test

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/base64"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"

	"repartee/bot/redisstore"
	"repartee/bot/sealed"
	"repartee/bot/sqlitestore"
	"repartee/bot/storetest"
)

// TestSuite holds a sealed store to what every store is held to.
func TestSuite(t *testing.T) {
	t.Run("SQLite", func(t *testing.T) {
		storetest.Run(t, func(t testing.TB) storetest.Store {
			return seal(t, file(t, filepath.Join(t.TempDir(), "bot.db")), "new,old")
		})
	})
	t.Run("no keys", func(t *testing.T) {
		storetest.Run(t, func(t testing.TB) storetest.Store { return seal(t, file(t, sqlitestore.Memory), "") })
	})
	t.Run("seals taken off", func(t *testing.T) {
		storetest.Run(t, func(t testing.TB) storetest.Store { return seal(t, file(t, sqlitestore.Memory), "plain,old") })
	})
	t.Run("Redis", func(t *testing.T) {
		url := storetest.StartRedis(t)
		var bots atomic.Int64
		storetest.Run(t, func(t testing.TB) storetest.Store { return seal(t, redis(t, url, bots.Add(1)), "new") })
	})
}

// TestSealedDoesNotDiffer does the same random things to a sealed store and to a plain one.
func TestSealedDoesNotDiffer(t *testing.T) {
	storetest.Differential(t, file(t, sqlitestore.Memory), seal(t, file(t, sqlitestore.Memory), "new"))
}

// sealedStore is a sealed store with the events of the one below, which are not sealed.
type sealedStore struct {
	*sealed.Store
	below storetest.Store
}

func (s sealedStore) Events(ctx context.Context, limit int) ([][]byte, error) {
	return s.below.Events(ctx, limit)
}

// seal seals a store with the keys of these names, by comma.
func seal(t testing.TB, below storetest.Store, names string) sealedStore {
	t.Helper()
	s, err := sealed.Open(t.Context(), below.(sealed.Backing), sealed.Options{Keys: keys(t, names)})
	if err != nil {
		t.Fatal(err)
	}
	return sealedStore{s, below}
}

// keys have the ids that they are named by, and always the same bytes.
func keys(t testing.TB, names string) sealed.Keys {
	t.Helper()
	parsed, err := sealed.ParseKeys(setting(names))
	if err != nil {
		t.Fatal(err)
	}
	return parsed
}

// setting is what SEAL_KEYS says.
func setting(names string) string {
	var parts []string
	for name := range strings.SplitSeq(names, ",") {
		if name == "" || name == sealed.Plain {
			parts = append(parts, name)
			continue
		}
		parts = append(parts, name+":"+secret(name))
	}
	return strings.Join(parts, ",")
}

func secret(of string) string {
	sum := sha256.Sum256([]byte(of))
	return base64.StdEncoding.EncodeToString(sum[:])
}

func file(t testing.TB, path string) *sqlitestore.Store {
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

func redis(t testing.TB, url string, number int64) *redisstore.Store {
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

// sealedWith says whether a value is sealed with a key.
func sealedWith(name string, value []byte) bool {
	return bytes.HasPrefix(value, append([]byte{0xFF, 'r', 'p', 1, byte(len(name))}, name...))
}
