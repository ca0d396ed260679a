package redisstore_test

import (
	"bytes"
	"runtime"
	"sync"
	"testing"

	"repartee/bot"
	"repartee/bot/redisstore"
	"repartee/bot/storetest"
)

// TestContactOfAnotherKind hands out a key that holds no contact as unread, and the contacts beside it as ever.
func TestContactOfAnotherKind(t *testing.T) {
	url := storetest.StartRedis(t)
	s, err := redisstore.Open(t.Context(), redisstore.Options{URL: url, Bot: 42})
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = s.Close() }()
	for chat := range int64(250) {
		if _, err := s.Commit(t.Context(), bot.Commit{Chat: chat + 1, Next: "1.a", State: []byte("state"), Now: s.Now()}); err != nil {
			t.Fatal(err)
		}
	}
	client := client(t, url)
	if err := client.Set(t.Context(), "rp:{42.p007}:c:7", "no hash", 0).Err(); err != nil {
		t.Fatal(err)
	}
	read, unread := 0, []int64(nil)
	err = s.Contacts(t.Context(), bot.Everybody, func(contact bot.KeptContact) error {
		switch {
		case contact.Unread != nil:
			unread = append(unread, contact.Chat)
		case string(contact.Record.State) == "state" && contact.Record.Version == "1.a":
			read++
		}
		return nil
	})
	if err != nil || read != 249 || len(unread) != 1 || unread[0] != 7 {
		t.Errorf("%d were read, not %v, %v", read, unread, err)
	}
}

// TestUnderwayUnknown takes everybody for being in the middle of something in a Redis in which an earlier version of the program has not noted who is.
func TestUnderwayUnknown(t *testing.T) {
	url := storetest.StartRedis(t)
	for schema, want := range map[string]int{"1": 3, "2": 1} {
		if err := client(t, url).HSet(t.Context(), "rp:{42}:meta", "partitions", bot.Partitions, "schema", schema).Err(); err != nil {
			t.Fatal(err)
		}
		s, err := redisstore.Open(t.Context(), redisstore.Options{URL: url, Bot: 42})
		if err != nil {
			t.Fatal(err)
		}
		for chat, moves := range []bot.Moves{bot.Stays, bot.Enters, bot.Stays} {
			if _, err := s.Commit(t.Context(), bot.Commit{Chat: int64(chat + 1), Next: "1.a", State: []byte("state"), Moves: moves, Now: s.Now()}); err != nil {
				t.Fatal(err)
			}
		}
		read := 0
		err = s.Contacts(t.Context(), bot.Underway, func(bot.KeptContact) error { read++; return nil })
		if err != nil || read != want {
			t.Errorf("in schema %s %d are underway, %v", schema, read, err)
		}
		_ = s.Close()
	}
}

// TestReadingHoldsIDsAlone reads contacts of a kilobyte each, and holds less of each than its id takes in a map.
func TestReadingHoldsIDsAlone(t *testing.T) {
	s, err := redisstore.Open(t.Context(), redisstore.Options{URL: storetest.StartRedis(t), Bot: 42})
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = s.Close() }()
	const many, perContact = 20_000, 64
	var all sync.WaitGroup
	for from := range 64 {
		all.Go(func() {
			for chat := from; chat < many; chat += 64 {
				c := bot.Commit{Chat: int64(chat + 1), Next: "1.a", State: bytes.Repeat([]byte("s"), 1024), Now: s.Now()}
				if _, err := s.Commit(t.Context(), c); err != nil {
					t.Error(err)
					return
				}
			}
		})
	}
	all.Wait()
	before, after, read := held(), uint64(0), 0
	err = s.Contacts(t.Context(), bot.Everybody, func(bot.KeptContact) error {
		if read++; read == many {
			after = held()
		}
		return nil
	})
	if err != nil || read != many || after > before+many*perContact {
		t.Errorf("%d were read, with %d bytes held before and %d at the last, %v", read, before, after, err)
	}
}

// held is how much of the heap is in use, without garbage.
func held() uint64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}
