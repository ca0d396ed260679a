package redisstore_test

import (
	"testing"

	"github.com/redis/go-redis/v9"

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
	options, err := redis.ParseURL(url)
	if err != nil {
		t.Fatal(err)
	}
	client := redis.NewClient(options)
	defer func() { _ = client.Close() }()
	if err := client.Set(t.Context(), "rp:{42.p007}:c:7", "no hash", 0).Err(); err != nil {
		t.Fatal(err)
	}
	read, unread := 0, []int64(nil)
	err = s.Contacts(t.Context(), func(contact bot.KeptContact) error {
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
