package telegram_test

import (
	"testing"
	"time"

	"repartee/bot/telegram"
)

// paced is a limiter with a clock that moves only for who waits.
type paced struct {
	*telegram.Limiter
	now time.Time
}

func newPaced(bulkPerSecond float64) *paced {
	p := &paced{now: time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC)}
	p.Limiter = telegram.NewLimiter(telegram.LimiterOptions{BulkPerSecond: bulkPerSecond, Now: func() time.Time { return p.now }})
	return p
}

// took tells how long it takes to send to the chats, one after the other.
func (p *paced) took(take func(int64) time.Duration, chats ...int64) time.Duration {
	start := p.now
	for _, chat := range chats {
		for wait := take(chat); wait > 0; wait = take(chat) {
			p.now = p.now.Add(wait)
		}
	}
	return p.now.Sub(start).Round(time.Millisecond)
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
		bulk      bool
		chats     []int64
		want      time.Duration
	}{
		{"a burst to one chat", 0, false, times(3, 7), 0},
		{"one a second to one chat", 0, false, times(13, 7), 10 * time.Second},
		{"answers to many", 0, false, upTo(5000), 0},
		{"many chats in the first second", 0, true, upTo(25), 0},
		{"25 a second to many", 0, true, upTo(275), 10 * time.Second},
		{"an own pace", 10, true, upTo(30), 2 * time.Second},
		{"no pace over all", -1, true, upTo(5000), 0},
		{"no pace over all, one chat", -1, true, times(5, 7), 2 * time.Second},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			p := newPaced(tt.perSecond)
			take := p.Take
			if tt.bulk {
				take = p.TakeBulk
			}
			if got := p.took(take, tt.chats...); got != tt.want {
				t.Errorf("took %s, want %s", got, tt.want)
			}
		})
	}
}

// A group gets at most 20 messages in any minute.
func TestLimiterGroups(t *testing.T) {
	p := newPaced(0)
	var sent []time.Time
	for range 100 {
		p.took(p.Take, -100)
		sent = append(sent, p.now)
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
	p := newPaced(0)
	p.Freeze(7, 20*time.Second)
	p.Freeze(7, time.Second) // does not shorten it
	if got := p.took(p.TakeBulk, 8); got != 0 {
		t.Errorf("another chat waited %s", got)
	}
	if got := p.took(p.Take, 7); got != 20*time.Second {
		t.Errorf("the frozen chat waited %s, want 20 s", got)
	}
}

func TestLimiterFreezesBulkInAStorm(t *testing.T) {
	p := newPaced(0)
	for _, chat := range []int64{1, 1, 2} {
		if p.Freeze(chat, 5*time.Second) {
			t.Error("two chats are no storm")
		}
	}
	if got := p.took(p.TakeBulk, 9); got != 0 {
		t.Errorf("two chats stopped all for %s", got)
	}
	if !p.Freeze(3, 60*time.Second) {
		t.Error("three chats are a storm")
	}
	if got := p.took(p.Take, 9); got != 0 {
		t.Errorf("an answer waited %s for a storm that it has no part in", got)
	}
	if got := p.took(p.TakeBulk, 10); got != 60*time.Second {
		t.Errorf("three chats stopped bulk for %s, want 60 s", got)
	}
	// Far apart in time they are single cases again.
	for _, chat := range []int64{4, 5, 6} {
		p.Freeze(chat, time.Second)
		p.now = p.now.Add(8 * time.Second)
	}
	if got := p.took(p.TakeBulk, 11); got != 0 {
		t.Errorf("single cases stopped all for %s", got)
	}
}

func TestLimiterFreezeBulk(t *testing.T) {
	p := newPaced(0)
	p.FreezeBulk(30 * time.Second)
	if got := p.took(p.Take, 1); got != 0 {
		t.Errorf("an answer waited %s", got)
	}
	if got := p.took(p.TakeBulk, 2); got != 30*time.Second {
		t.Errorf("bulk waited %s, want 30 s", got)
	}
}

func TestLimiterTellsItsPace(t *testing.T) {
	p := newPaced(0)
	for _, tt := range []struct {
		chat  int64
		every time.Duration
		burst int
	}{{7, time.Second, 3}, {-7, 4 * time.Second, 5}} {
		if every, burst := p.Pace(tt.chat); every != tt.every || burst != tt.burst {
			t.Errorf("chat %d: one in %s, burst %d", tt.chat, every, burst)
		}
	}
	if every, burst := p.BulkPace(); every != 40*time.Millisecond || burst != 25 {
		t.Errorf("bulk: one in %s, burst %d", every, burst)
	}
	unlimited := telegram.NewLimiter(telegram.LimiterOptions{BulkPerSecond: -1, ChatPerSecond: -1})
	if every, _ := unlimited.Pace(7); every != 0 {
		t.Errorf("without a limit: one in %s", every)
	}
	if every, _ := unlimited.BulkPace(); every != 0 {
		t.Errorf("bulk without a limit: one in %s", every)
	}
}
