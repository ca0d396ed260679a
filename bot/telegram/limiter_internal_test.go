package telegram

import (
	"context"
	"testing"
	"time"
)

func TestLimiterForgetsIdleChats(t *testing.T) {
	now := time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC)
	l := NewLimiter(LimiterOptions{PerSecond: -1, Now: func() time.Time { return now }})
	for chat := range int64(1000) {
		if err := l.Wait(context.Background(), chat+1); err != nil {
			t.Fatal(err)
		}
	}
	l.Freeze(5000, time.Hour)
	now = now.Add(idleAfter + time.Second)
	if err := l.Wait(context.Background(), 6000); err != nil {
		t.Fatal(err)
	}
	if len(l.chats) != 2 {
		t.Errorf("%d chats are kept, want the frozen one and the last one", len(l.chats))
	}
}
