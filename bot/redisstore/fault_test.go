package redisstore_test

import (
	"context"
	"fmt"
	"strings"
	"sync"
	"testing"

	"go.uber.org/goleak"

	"repartee/bot"
	"repartee/bot/redisstore"
	"repartee/bot/storetest"
)

func TestCloseEndsWhatOpenStarted(t *testing.T) {
	url := storetest.StartRedis(t)
	before := goleak.IgnoreCurrent()
	s, err := redisstore.Open(t.Context(), redisstore.Options{URL: url, Bot: 1})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.Commit(t.Context(), bot.Commit{Chat: 1, Next: "1.a", State: []byte("s"), Now: s.Now()}); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Commit(t.Context(), bot.Commit{Chat: 1, Next: "2.a", State: []byte("s"), Now: s.Now()}); err == nil {
		t.Error("a commit after Close: no error")
	}
	goleak.VerifyNone(t, before)
}

// A server that was restarted has forgotten the scripts: one call alone, and many in one pipeline, load them again.
func TestScriptsAreLoadedAgain(t *testing.T) {
	url := storetest.StartRedis(t)
	s := open(t, url, 1)
	for _, calls := range []int64{1, 50} {
		if err := client(t, url).ScriptFlush(t.Context()).Err(); err != nil {
			t.Fatal(err)
		}
		var all sync.WaitGroup
		for chat := range calls {
			all.Go(func() {
				out, err := s.Commit(t.Context(), bot.Commit{Chat: 1000*calls + chat, Next: "1.a", State: []byte("s"), Now: s.Now()})
				if err != nil || out.Status != bot.OK {
					t.Errorf("commit: %+v, %v", out, err)
				}
			})
		}
		all.Wait()
	}
}

// A full server refuses a commit whole.
func TestFullServerWritesNothing(t *testing.T) {
	server := storetest.StartRedis(t)
	s, c := open(t, server, 1), client(t, server)
	commit := func(n int, version string) error {
		_, err := s.Commit(t.Context(), bot.Commit{Chat: 5, Version: version, Next: fmt.Sprintf("%d.a", n), Update: int64(n), State: []byte("s"), Now: s.Now(),
			Outbox: []bot.Entry{{Call: []byte("x")}}, Claim: bot.Claim{Nonce: "a", Until: s.Now() + 1000}, Inbox: "in", Events: []byte("e")})
		return err
	}
	if err := s.Post(t.Context(), 5, bot.Posted{ID: "in", Input: []byte("i")}, s.Now()); err != nil {
		t.Fatal(err)
	}
	before := dump(t, c.Dump(t.Context(), "rp:{1.p005}:c:5").Result)
	if err := c.ConfigSet(t.Context(), "maxmemory", "1").Err(); err != nil {
		t.Fatal(err)
	}
	if err := commit(1, ""); err == nil || !strings.Contains(err.Error(), "OOM") {
		t.Fatalf("a full server answered %v", err)
	}
	if after := dump(t, c.Dump(t.Context(), "rp:{1.p005}:c:5").Result); after != before {
		t.Error("a part was written")
	}
	if n := c.LLen(t.Context(), "rp:{1.p005}:in:5").Val(); n != 1 {
		t.Errorf("%d inputs in the inbox, not 1", n)
	}
	if err := c.ConfigSet(t.Context(), "maxmemory", "0").Err(); err != nil {
		t.Fatal(err)
	}
	if err := commit(1, ""); err != nil {
		t.Errorf("with room again: %v", err)
	}
}

func dump(t *testing.T, read func() (string, error)) string {
	t.Helper()
	out, err := read()
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// Forgetting everybody leaves nothing of them in Redis.
func TestNothingIsLeftOfTheForgotten(t *testing.T) {
	url := storetest.StartRedis(t)
	s, c := open(t, url, 1), client(t, url)
	claim := bot.Claim{Nonce: "a", Until: s.Now() + 30_000}
	if err := s.Post(t.Context(), 5, bot.Posted{ID: "in", Input: []byte("i")}, s.Now()); err != nil {
		t.Fatal(err)
	}
	for i, inbox := range []string{"", "in"} {
		_, err := s.Commit(t.Context(), bot.Commit{Chat: 5, Version: []string{"", "1.a"}[i], Next: fmt.Sprintf("%d.a", i+1), Inbox: inbox, Update: int64(i + 1),
			State: []byte("s"), Outbox: []bot.Entry{{Call: []byte("x")}}, Claim: claim, Wake: s.Now() + 1000, Now: s.Now()})
		if err != nil {
			t.Fatal(err)
		}
	}
	out, err := s.Commit(t.Context(), bot.Commit{Chat: 5, Version: "2.a", Next: "3.a", Outbox: []bot.Entry{{Call: []byte("bye")}}, Claim: claim, Now: s.Now()})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.Ack(t.Context(), bot.Ack{Chat: 5, Claim: claim, Through: out.Outbox[0].Seq, Now: s.Now()}); err != nil {
		t.Fatal(err)
	}
	if left := c.Keys(t.Context(), "*").Val(); len(left) != 1 || left[0] != "rp:{1}:meta" {
		t.Errorf("left in Redis: %v", left)
	}
}

// The server is killed under load and started again on its files, several times: every commit that was answered is in the state, once.
func TestKilledServerKeepsWhatItAnswered(t *testing.T) {
	if testing.Short() {
		t.Skip("kills a server again and again: not in -short")
	}
	const customers, kills, between = 8, 4, 150
	server := storetest.StartDurable(t)
	s := open(t, server.URL, 1)
	ctx, stop := context.WithCancel(t.Context())
	answered := make(chan int64)
	var all sync.WaitGroup
	counts := make([]int64, customers)
	for chat := range int64(customers) {
		all.Go(func() { counts[chat] = chatter(ctx, t, s, chat, answered) })
	}
	for range kills {
		for range between {
			<-answered
		}
		server.Kill(t)
		server.Restart(t)
	}
	go func() {
		for range answered { // nobody must wait to be counted
		}
	}()
	stop()
	all.Wait()
	close(answered)
	for chat, count := range counts {
		r, err := s.Load(t.Context(), int64(chat))
		if err != nil {
			t.Fatal(err)
		}
		// The last one may have been written without an answer.
		if got := int64(strings.Count(string(r.State), "x")); got != count && got != count+1 {
			t.Errorf("chat %d: %d updates in the state, %d were answered", chat, got, count)
		}
	}
}

// chatter commits one update after the other, each again until it is answered, and returns how many were.
func chatter(ctx context.Context, t *testing.T, s *redisstore.Store, chat int64, answered chan<- int64) int64 {
	var record bot.Record
	for update := int64(1); ; update++ {
		for try := 0; ; try++ {
			if ctx.Err() != nil {
				return update - 1
			}
			next := bot.Record{Version: fmt.Sprintf("%d.%d", update, try), State: append(record.State[:len(record.State):len(record.State)], 'x')}
			out, err := s.Commit(ctx, bot.Commit{Chat: chat, Version: record.Version, Next: next.Version, Update: update, State: next.State, Now: s.Now()})
			if err != nil {
				continue
			}
			if out.Status == bot.Conflict {
				t.Errorf("chat %d, update %d: conflict with %q, though nobody else writes", chat, update, out.Record.Version)
				return update - 1
			}
			if out.Status == bot.Duplicate {
				next.Version = out.Record.Version // an earlier try was written and its answer lost
			}
			record = next
			break
		}
		answered <- update
	}
}
