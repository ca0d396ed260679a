package telegramtest_test

import (
	"context"
	"encoding/json"
	"io"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"repartee/bot/telegram"
	"repartee/bot/telegram/telegramtest"
)

func decode(t *testing.T, raw []byte, into any) {
	t.Helper()
	if err := json.Unmarshal(raw, into); err != nil {
		t.Fatal(err)
	}
}

func fetch(t *testing.T, s *telegramtest.Server, url string) string {
	t.Helper()
	resp, err := s.HTTPClient().Get(url)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = resp.Body.Close() }()
	raw, err := io.ReadAll(resp.Body)
	if err != nil {
		t.Fatal(err)
	}
	return string(raw)
}

// got is what one getUpdates returns: the texts, or the refusal.
func got(t *testing.T, c *telegram.Client, pairs ...string) string {
	t.Helper()
	raw, err := c.Call(context.Background(), "getUpdates", params(pairs...))
	if err != nil {
		return description(t, err)
	}
	list, err := telegram.DecodeUpdates(raw)
	if err != nil {
		t.Fatal(err)
	}
	var texts []string
	for _, u := range list {
		switch {
		case u.Message != nil:
			texts = append(texts, u.Message.Text)
		default:
			texts = append(texts, u.Kind)
		}
	}
	return strings.Join(texts, " ")
}

// inBubble runs a test in which time passes only where somebody waits.
func inBubble(t *testing.T, o telegramtest.Options, test func(*testing.T, *telegramtest.Server, *telegram.Client)) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) {
		s, c := newServer(t, o)
		test(t, s, c)
	})
}

func TestGetUpdatesConfirmsByOffset(t *testing.T) {
	inBubble(t, telegramtest.Options{}, func(t *testing.T, s *telegramtest.Server, c *telegram.Client) {
		u := s.User(7, "Ada", "")
		for _, text := range []string{"a", "b", "c", "d"} {
			u.Say(text)
		}
		for _, step := range []struct {
			offset, limit, want string
			pending             int
		}{
			{"0", "2", "a b", 4}, {"1001", "", "a b c d", 4}, {"1003", "1", "c", 2}, {"-1", "", "d", 1}, {"1005", "", "", 0},
		} {
			if have := got(t, c, "offset", step.offset, "limit", step.limit); have != step.want || s.Pending() != step.pending {
				t.Errorf("offset %s: %q with %d pending, want %q with %d", step.offset, have, s.Pending(), step.want, step.pending)
			}
		}
	})
}

func TestGetUpdatesHolds(t *testing.T) {
	inBubble(t, telegramtest.Options{}, func(t *testing.T, s *telegramtest.Server, c *telegram.Client) {
		start := time.Now()
		if have := got(t, c, "timeout", "90"); have != "" || time.Since(start) != 50*time.Second {
			t.Errorf("%q after %s, want nothing after the longest hold", have, time.Since(start))
		}
		start = time.Now()
		time.AfterFunc(7*time.Second, func() { s.User(7, "Ada", "").Say("hi") })
		if have := got(t, c, "timeout", "50"); have != "hi" || time.Since(start) != 7*time.Second {
			t.Errorf("%q after %s", have, time.Since(start))
		}
		// The same offset at once: cut to one update, held for three seconds.
		s.User(7, "Ada", "").Say("there")
		for _, want := range []string{"hi there", "hi"} {
			if have := got(t, c, "offset", "5"); have != want {
				t.Errorf("%q, want %q", have, want)
			}
		}
		got(t, c, "offset", "2000")
		start = time.Now()
		if have := got(t, c, "offset", "2000"); have != "" || time.Since(start) != 3*time.Second {
			t.Errorf("%q after %s, want to be held for 3 s", have, time.Since(start))
		}
	})
}

func TestGetUpdatesConflicts(t *testing.T) {
	inBubble(t, telegramtest.Options{}, func(t *testing.T, s *telegramtest.Server, c *telegram.Client) {
		held := func() chan string {
			first := make(chan string, 1)
			go func() { first <- got(t, c, "timeout", "50") }()
			synctest.Wait()
			return first
		}
		first := held()
		second := held()
		if have := <-first; !strings.Contains(have, "terminated by other getUpdates request") {
			t.Error(have)
		}
		if _, err := c.Call(context.Background(), "setWebhook", params("url", "https://example.com")); err != nil {
			t.Error(err)
		}
		if have := <-second; !strings.Contains(have, "terminated by setWebhook request") {
			t.Error(have)
		}
		if have := got(t, c); !strings.Contains(have, "webhook is active") {
			t.Error(have)
		}
		if err := c.DeleteWebhook(context.Background(), false); err != nil {
			t.Error(err)
		}
		s.User(7, "Ada", "").Say("hi")
		if have := got(t, c); have != "hi" {
			t.Error(have)
		}
	})
}

func TestAllowedUpdatesAreAppliedWhenMade(t *testing.T) {
	inBubble(t, telegramtest.Options{}, func(t *testing.T, s *telegramtest.Server, c *telegram.Client) {
		u := s.User(7, "Ada", "")
		u.Say("before")
		got(t, c, "allowed_updates", `["my_chat_member"]`)
		u.Say("not wanted")
		u.Block()
		if have := got(t, c, "allowed_updates", "null", "offset", "1"); have != "before my_chat_member" {
			t.Error(have)
		}
		got(t, c, "allowed_updates", "[]", "offset", "1")
		s.Inject("message_reaction", 7, json.RawMessage(`{}`))
		s.Inject("poll", 7, json.RawMessage(`{"id":"p"}`))
		if have := got(t, c, "offset", "2"); have != "before my_chat_member poll" {
			t.Error(have)
		}
	})
}

func TestRedeliverAndHold(t *testing.T) {
	inBubble(t, telegramtest.Options{}, func(t *testing.T, s *telegramtest.Server, c *telegram.Client) {
		u := s.User(7, "Ada", "")
		s.Hold("message")
		u.Say("first")
		u.Block()
		if have := got(t, c, "offset", "1"); have != "my_chat_member" || s.Pending() != 2 {
			t.Error(have, s.Pending())
		}
		s.Release("message")
		if have := got(t, c, "offset", "1003"); have != "first" {
			t.Error(have)
		}
		u.Say("second")
		if have := got(t, c, "offset", "1004"); have != "second" && have != "" {
			t.Error(have)
		}
		got(t, c, "offset", "2000")
		if n := s.Redeliver(1); n != 1 {
			t.Error(n)
		}
		if have := got(t, c, "offset", "2001"); have == "" || s.Pending() != 0 {
			t.Error(have, s.Pending())
		}
	})
}

func TestUpdatesExpire(t *testing.T) {
	inBubble(t, telegramtest.Options{}, func(t *testing.T, s *telegramtest.Server, c *telegram.Client) {
		u := s.User(7, "Ada", "")
		id := u.Say("old")
		query, err := u.PressData(id, "x")
		if err != nil {
			t.Fatal(err)
		}
		time.Sleep(151 * time.Second)
		if have := got(t, c, "offset", "1"); have != "old" {
			t.Errorf("%q, want the press to be gone", have)
		}
		if _, err := c.Do(context.Background(), telegram.AnswerCallbackQuery{CallbackQueryID: query}); !telegram.Harmless(err) {
			t.Error(err)
		}
		time.Sleep(24 * time.Hour)
		if have := got(t, c, "offset", "2"); have != "" {
			t.Errorf("%q, want nothing", have)
		}
	})
}

// The poller and the server together: nothing lost, nothing twice, in order.
func TestPollAgainstTheServer(t *testing.T) {
	inBubble(t, telegramtest.Options{}, func(t *testing.T, s *telegramtest.Server, c *telegram.Client) {
		ctx, cancel := context.WithCancel(t.Context())
		var ids []int64
		done := make(chan error, 1)
		go func() {
			done <- c.Poll(ctx, telegram.PollOptions{Limit: 3}, func(_ context.Context, list []telegram.Update) error {
				for _, u := range list {
					ids = append(ids, u.ID)
				}
				return nil
			})
		}()
		for chat := range int64(50) {
			s.User(chat+1, "U", "").Say("hi")
			if chat%10 == 0 {
				synctest.Wait()
			}
		}
		s.Fault(telegramtest.Rule{Method: "getUpdates", Kind: telegramtest.BadGateway})
		s.User(60, "U", "").Say("hi")
		time.Sleep(time.Minute)
		synctest.Wait()
		cancel()
		if err := <-done; err == nil || s.Pending() != 0 {
			t.Error(err, s.Pending())
		}
		for i, id := range ids {
			if id != int64(1001+i) {
				t.Fatalf("ids %v", ids)
			}
		}
		if len(ids) != 51 {
			t.Errorf("%d updates", len(ids))
		}
	})
}
