package telegram_test

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"repartee/bot/telegram"
)

// script answers one poll after the other and notes what was asked. When it is
// at its end it holds the poll, as Telegram does.
type script struct {
	t       *testing.T
	answers []string // an HTTP status, a space and a body, or the text of an error
	offsets []string
	at      []time.Duration
	start   time.Time
}

func (s *script) RoundTrip(r *http.Request) (*http.Response, error) {
	if err := r.ParseForm(); err != nil {
		s.t.Error(err)
	}
	s.offsets = append(s.offsets, r.PostForm.Get("offset"))
	s.at = append(s.at, time.Since(s.start))
	if len(s.answers) == 0 {
		select {
		case <-r.Context().Done():
			return nil, r.Context().Err()
		case <-time.After(50 * time.Second):
			return reply(200, `{"ok":true,"result":[]}`)
		}
	}
	answer := s.answers[0]
	s.answers = s.answers[1:]
	var code int
	if _, err := fmt.Sscan(answer, &code); err != nil {
		return nil, errors.New(answer)
	}
	return reply(code, strings.TrimPrefix(answer, fmt.Sprint(code, " ")))
}

func batch(ids ...int) string {
	var items []string
	for _, id := range ids {
		items = append(items, fmt.Sprintf(`{"update_id":%d,"message":{"message_id":1,"date":1,"chat":{"id":1,"type":"private"}}}`, id))
	}
	return `200 {"ok":true,"result":[` + strings.Join(items, ",") + `]}`
}

func refusal(code int, words string) string {
	return fmt.Sprintf(`%d {"ok":false,"error_code":%d,"description":%q}`, code, code, words)
}

// poll runs a poller over a script for an hour and returns what it logged.
func poll(t *testing.T, s *script, receive telegram.Receiver) (log string, err error) {
	t.Helper()
	var text logBuffer
	s.t, s.start = t, time.Now()
	ctx, cancel := context.WithTimeout(t.Context(), time.Hour)
	defer cancel()
	c := newClient(t, s.RoundTrip)
	err = c.Poll(ctx, telegram.PollOptions{Log: slog.New(slog.NewTextHandler(&text, nil))}, receive)
	wantNoToken(t, text.String())
	return text.String(), err
}

func accept(context.Context, []telegram.Update) error { return nil }

func TestPollMovesTheOffsetAfterTheCommit(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := &script{answers: []string{batch(5, 6), batch(7), batch()}}
		var got []int64
		tries := 0
		_, err := poll(t, s, func(_ context.Context, list []telegram.Update) error {
			polls := len(s.offsets)
			if tries++; tries <= 3 {
				return errors.New("the store is away")
			}
			if tries == 4 && polls != 1 {
				t.Errorf("polled %d times before the first batch was kept", polls)
			}
			for _, u := range list {
				got = append(got, u.ID)
			}
			return nil
		})
		if !errors.Is(err, context.DeadlineExceeded) {
			t.Error(err)
		}
		if !slices.Equal(got, []int64{5, 6, 7}) {
			t.Errorf("kept %v", got)
		}
		if want := []string{"0", "7", "8", "8"}; !slices.Equal(s.offsets[:4], want) {
			t.Errorf("offsets %v, want %v", s.offsets, want)
		}
	})
}

func TestPollAsksForAllItNeeds(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ctx, cancel := context.WithCancel(t.Context())
		c := newClient(t, func(r *http.Request) (*http.Response, error) {
			if err := r.ParseForm(); err != nil {
				t.Error(err)
			}
			for name, want := range map[string]string{
				"timeout": "50", "limit": "100", "offset": "0",
				"allowed_updates": `["message","edited_message","callback_query","my_chat_member","pre_checkout_query","shipping_query","message_reaction"]`,
			} {
				if got := r.PostForm.Get(name); got != want {
					t.Errorf("%s is %s, want %s", name, got, want)
				}
			}
			cancel()
			return nil, r.Context().Err()
		})
		_ = c.Poll(ctx, telegram.PollOptions{Timeout: time.Hour, Limit: 500}, accept) // canceled
	})
}

func TestPollLetsNoUpdateBlockTheOthers(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := &script{answers: []string{`200 {"ok":true,"result":[{"update_id":1,"message":"poison"},{"update_id":2,"subscription":{}},"junk"]}`}}
		var bad, good int
		_, _ = poll(t, s, func(_ context.Context, list []telegram.Update) error {
			for _, u := range list {
				if u.Err != nil {
					bad++
				} else {
					good++
				}
			}
			return nil
		})
		if bad != 2 || good != 1 || s.offsets[1] != "3" {
			t.Errorf("%d bad, %d good, offsets %v", bad, good, s.offsets[:2])
		}
	})
}

// Ids start anew, perhaps lower, after a week without updates.
func TestPollFollowsLowerIDs(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := &script{answers: []string{batch(900), batch(17)}}
		_, _ = poll(t, s, accept)
		if want := []string{"0", "901", "18"}; !slices.Equal(s.offsets[:3], want) {
			t.Errorf("offsets %v, want %v", s.offsets[:3], want)
		}
	})
}

func TestPollTroubles(t *testing.T) {
	tests := []struct {
		name, answer string
		least, most  time.Duration // to the next poll
		log          string
	}{
		{"network", "connection reset", 500 * time.Millisecond, time.Second, "could not be fetched"},
		{"bad gateway", "502 <html>", 500 * time.Millisecond, time.Second, "HTTP 502"},
		{"not a list", `200 {"ok":true,"result":{}}`, 500 * time.Millisecond, time.Second, "could not be fetched"},
		{"no ids at all", `200 {"ok":true,"result":["junk"]}`, 500 * time.Millisecond, time.Second, "no valid update_id"},
		{"flood", `429 {"ok":false,"error_code":429,"description":"Too Many Requests","parameters":{"retry_after":40}}`, 40 * time.Second, 44 * time.Second, "poll less"},
		{"second poller", refusal(409, "Conflict: terminated by other getUpdates request; make sure"), 2500 * time.Millisecond, 5 * time.Second, "another process polls"},
		{"webhook", refusal(409, "Conflict: can't use getUpdates method while webhook is active"), 2500 * time.Millisecond, 5 * time.Second, "a webhook is set"},
		{"empty at once", batch(), 50 * time.Millisecond, 100 * time.Millisecond, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				s := &script{answers: []string{tt.answer, batch(3)}}
				log, _ := poll(t, s, accept)
				if wait := s.at[1] - s.at[0]; wait < tt.least || wait > tt.most {
					t.Errorf("waited %s, want %s to %s", wait, tt.least, tt.most)
				}
				if !strings.Contains(log, tt.log) || tt.log == "" && log != "" {
					t.Errorf("log %q, want %q", log, tt.log)
				}
				if s.offsets[1] != "0" || s.offsets[2] != "4" {
					t.Errorf("offsets %v", s.offsets[:3])
				}
			})
		})
	}
}

func TestPollBacksOff(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := &script{}
		for range 12 {
			s.answers = append(s.answers, "502 <html>")
		}
		_, _ = poll(t, s, accept)
		if last := s.at[12] - s.at[11]; last < 15*time.Second || last > 30*time.Second {
			t.Errorf("the twelfth wait is %s, want 15 to 30 s", last)
		}
	})
}

func TestPollGivesUpOnAWrongToken(t *testing.T) {
	for _, answer := range []string{refusal(401, "Unauthorized"), refusal(404, "Not Found")} {
		synctest.Test(t, func(t *testing.T) {
			s := &script{answers: []string{answer}}
			if _, err := poll(t, s, accept); !telegram.Unauthorized(err) || len(s.offsets) != 1 {
				t.Errorf("%v after %d polls", err, len(s.offsets))
			}
		})
	}
}

// What was kept while the bot was told to stop is confirmed, so that the next
// start does not get it again; the poll that is held ends at once.
func TestPollConfirmsAtTheEnd(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ctx, cancel := context.WithCancel(t.Context())
		s := &script{t: t, answers: []string{batch(5), batch()}, start: time.Now()}
		err := newClient(t, s.RoundTrip).Poll(ctx, telegram.PollOptions{}, func(context.Context, []telegram.Update) error {
			cancel()
			return nil
		})
		if !errors.Is(err, context.Canceled) || !slices.Equal(s.offsets, []string{"0", "6"}) {
			t.Errorf("%v, offsets %v", err, s.offsets)
		}
	})
	synctest.Test(t, func(t *testing.T) {
		ctx, cancel := context.WithCancel(t.Context())
		time.AfterFunc(7*time.Second, cancel)
		s := &script{t: t, start: time.Now()}
		err := newClient(t, s.RoundTrip).Poll(ctx, telegram.PollOptions{}, accept)
		if took := time.Since(s.start); !errors.Is(err, context.Canceled) || took != 7*time.Second || len(s.offsets) != 1 {
			t.Errorf("%v after %s, offsets %v", err, took, s.offsets)
		}
	})
}

func TestPollDoesNotConfirmWhatWasNotKept(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := &script{answers: []string{batch(5)}}
		_, err := poll(t, s, func(context.Context, []telegram.Update) error { return errors.New("the store is away") })
		if !errors.Is(err, context.DeadlineExceeded) || len(s.offsets) != 1 {
			t.Errorf("%v, offsets %v", err, s.offsets)
		}
	})
}
