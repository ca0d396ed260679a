package telegram

import (
	"testing"
	"time"
)

func TestLimiterForgetsIdleChats(t *testing.T) {
	now := time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC)
	l := NewLimiter(LimiterOptions{Now: func() time.Time { return now }})
	for chat := range int64(1000) {
		l.Take(chat + 1)
	}
	l.Freeze(5000, time.Hour)
	now = now.Add(idleAfter + time.Second)
	l.Take(6000)
	if len(l.chats) != 2 {
		t.Errorf("%d chats are kept, want the frozen one and the last one", len(l.chats))
	}
}
