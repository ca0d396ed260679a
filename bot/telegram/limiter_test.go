package telegram_test

import (
	"context"
	"errors"
	"testing"
	"time"

	"repartee/bot/telegram"
)

// clock stands still but for those who sleep by it.
type clock struct{ now time.Time }

func (c *clock) Now() time.Time { return c.now }

func (c *clock) Sleep(ctx context.Context, d time.Duration) error {
	c.now = c.now.Add(d)
	return ctx.Err()
}

func newLimiter(perSecond float64) (*telegram.Limiter, *clock) {
	c := &clock{now: time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC)}
	return telegram.NewLimiter(telegram.LimiterOptions{PerSecond: perSecond, Now: c.Now, Sleep: c.Sleep}), c
}

// took tells how long it takes to send to the chats, one after the other.
func took(t *testing.T, l *telegram.Limiter, c *clock, chats ...int64) time.Duration {
	t.Helper()
	start := c.now
	for _, chat := range chats {
		if err := l.Wait(context.Background(), chat); err != nil {
			t.Fatal(err)
		}
	}
	return c.now.Sub(start).Round(time.Millisecond)
}

func times(n int, chat int64) []int64 {
	chats := make([]int64, n)
	for i := range chats {
		chats[i] = chat
	}
	return chats
}

func upTo(n int64) []int64 {
	chats := make([]int64, n)
	for i := range chats {
		chats[i] = int64(i) + 1
	}
	return chats
}

func TestLimiterPace(t *testing.T) {
	tests := []struct {
		name      string
		perSecond float64
		chats     []int64
		want      time.Duration
	}{
		{"a burst to one chat", 0, times(3, 7), 0},
		{"one a second to one chat", 0, times(13, 7), 10 * time.Second},
		{"many chats in the first second", 0, upTo(30), 0},
		{"thirty a second to many", 0, upTo(330), 10 * time.Second},
		{"an own pace", 10, upTo(30), 2 * time.Second},
		{"no pace over all", -1, upTo(5000), 0},
		{"no pace over all, one chat", -1, times(5, 7), 2 * time.Second},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			l, c := newLimiter(tt.perSecond)
			if got := took(t, l, c, tt.chats...); got != tt.want {
				t.Errorf("took %s, want %s", got, tt.want)
			}
		})
	}
}

// A group gets at most 20 messages in any minute.
func TestLimiterGroups(t *testing.T) {
	l, c := newLimiter(0)
	var sent []time.Time
	for range 100 {
		took(t, l, c, -100)
		sent = append(sent, c.now)
	}
	for i := range len(sent) - telegram.GroupMessagesPerMinute {
		if d := sent[i+telegram.GroupMessagesPerMinute].Sub(sent[i]); d < time.Minute {
			t.Fatalf("21 messages in %s", d)
		}
	}
	if all := sent[99].Sub(sent[0]); all > 8*time.Minute {
		t.Errorf("100 messages took %s", all)
	}
}

func TestLimiterFreezesTheChatThatIsMeant(t *testing.T) {
	l, c := newLimiter(0)
	l.Freeze(7, 20*time.Second)
	l.Freeze(7, time.Second) // does not shorten it
	if got := took(t, l, c, 8); got != 0 {
		t.Errorf("another chat waited %s", got)
	}
	if got := took(t, l, c, 7); got != 20*time.Second {
		t.Errorf("the frozen chat waited %s, want 20 s", got)
	}
}

func TestLimiterFreezesAllInAStorm(t *testing.T) {
	l, c := newLimiter(0)
	l.Freeze(1, 5*time.Second)
	l.Freeze(1, 5*time.Second)
	l.Freeze(2, 5*time.Second)
	if got := took(t, l, c, 9); got != 0 {
		t.Errorf("two chats stopped all for %s", got)
	}
	l.Freeze(3, 60*time.Second)
	if got := took(t, l, c, 9); got != 60*time.Second {
		t.Errorf("three chats stopped all for %s, want 60 s", got)
	}
	// Far apart in time they are single cases again.
	for _, chat := range []int64{4, 5, 6} {
		l.Freeze(chat, time.Second)
		c.now = c.now.Add(8 * time.Second)
	}
	if got := took(t, l, c, 9); got != 0 {
		t.Errorf("single cases stopped all for %s", got)
	}
}

func TestLimiterEndsWithItsContext(t *testing.T) {
	l, c := newLimiter(0)
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if err := l.Wait(ctx, 7); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
	if got := took(t, l, c, times(3, 7)...); got != 0 {
		t.Errorf("who did not wait used up a turn: %s", got)
	}
}
