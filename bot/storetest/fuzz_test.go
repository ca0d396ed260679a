package storetest

import (
	"bytes"
	"context"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"

	"repartee/bot"
	"repartee/bot/redisstore"
	"repartee/bot/sqlitestore"
)

// FuzzCommit writes any bytes through both stores: state, calls, inputs, orders, rows of the ledger and counts come back as they were, and to nobody else.
func FuzzCommit(f *testing.F) {
	ctx := context.Background()
	file, err := sqlitestore.Open(ctx, sqlitestore.Options{Path: filepath.Join(f.TempDir(), "bot.db"), Bot: 1})
	if err != nil {
		f.Fatal(err)
	}
	defer file.Close()
	redis, err := redisstore.Open(ctx, redisstore.Options{URL: StartRedis(f), Bot: 1})
	if err != nil {
		f.Fatal(err)
	}
	defer redis.Close()
	var chats atomic.Int64
	chats.Store(1000)
	for _, seed := range []string{"{}", "", "|", "a|b|c", "0|r|x", "\x00", "\xff\xfe", "\r\n$5\r\nhello\r\n", "*1\r\n$8\r\nFLUSHALL\r\n", "'; DROP TABLE contact; --", "%s%d", strings.Repeat("|", 100), "nil", "\"", "{b.p0}"} {
		f.Add([]byte(seed), seed, int64(7))
		f.Add([]byte("{}"), seed, int64(-1<<63))
	}
	f.Fuzz(func(t *testing.T, raw []byte, word string, number int64) {
		word = strings.ToValidUTF8(word, "?")
		if len(raw) == 0 {
			raw = []byte("{}") // nothing forgets the contact
		}
		chat := chats.Add(2)
		for name, s := range map[string]interface {
			bot.Store
			bot.Archive
		}{"sqlite": file, "redis": redis} {
			now := s.Now()
			c := bot.Commit{
				Chat: chat, Next: "1.n", Update: number, State: raw, Outbox: []bot.Entry{{Policy: bot.Resend, Call: raw}, {Policy: bot.Once, Call: raw}}, Now: now,
				Claim: bot.Claim{Nonce: "me", Until: now + 1000}, Counts: []bot.Count{{Table: "t", Key: word}},
			}
			done, err := s.Commit(ctx, c)
			if err != nil || done.Status != bot.OK || len(done.Outbox) != 2 {
				t.Fatalf("%s: commit: %+v, %v", name, done, err)
			}
			record, err := s.Load(ctx, chat)
			if err != nil || !bytes.Equal(record.State, raw) || record.Version != "1.n" {
				t.Fatalf("%s: %q is loaded as %q, %v", name, raw, record.State, err)
			}
			posted := bot.Posted{ID: "id" + word, Input: raw}
			if err := s.Post(ctx, chat, posted, now); err != nil {
				t.Fatalf("%s: post: %v", name, err)
			}
			waiting, err := s.Waiting(ctx, chat)
			if err != nil || len(waiting.Outbox) != 2 || len(waiting.Inbox) != 1 {
				t.Fatalf("%s: waiting %+v, %v", name, waiting, err)
			}
			if in := waiting.Inbox[0]; in.ID != posted.ID || !bytes.Equal(in.Input, raw) {
				t.Errorf("%s: posted %q %q, waiting %q %q", name, posted.ID, raw, in.ID, in.Input)
			}
			for i, e := range waiting.Outbox {
				if !bytes.Equal(e.Call, raw) || e.Policy != c.Outbox[i].Policy {
					t.Errorf("%s: the call %q waits as %q", name, raw, e.Call)
				}
			}
			if other, err := s.Load(ctx, chat+1); err != nil || other.State != nil {
				t.Errorf("%s: somebody else has %q, %v", name, other.State, err)
			}
		}
	})
}
