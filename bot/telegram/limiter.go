package telegram

import (
	"sync"
	"time"

	"golang.org/x/time/rate"
)

// LimiterOptions are the settings of a [Limiter]. The zero value keeps the
// pace that Telegram asks for.
type LimiterOptions struct {
	BulkPerSecond float64 // to all chats, of what nobody waits for; default [BulkMessagesPerSecond], negative for no limit
	ChatPerSecond float64 // to one private chat; default [ChatMessagesPerSecond], negative for no limit
	Now           func() time.Time
}

// Limiter keeps the pace of sending: to one chat, to one group, and of writing
// to many. Answers to customers count towards the pace of their chat alone:
// Telegram's limit for all chats together is about broadcasts
// (https://core.telegram.org/bots/faq#broadcasting-to-users). It holds no more
// than it must: a chat that was left alone costs nothing.
type Limiter struct {
	now  func() time.Time
	each rate.Limit // of a private chat

	mu      sync.Mutex
	bulk    pace
	chats   map[int64]*pace
	storm   storm
	sweepAt time.Time
}

const (
	// groupBurst and the rest of a minute's messages make
	// [GroupMessagesPerMinute] in any minute.
	groupBurst = 5

	// idleAfter is when a chat's pace is as good as new and can be dropped.
	idleAfter = 2 * time.Minute
)

// NewLimiter makes a limiter.
func NewLimiter(o LimiterOptions) *Limiter {
	l := &Limiter{now: o.Now, each: rate.Limit(o.ChatPerSecond), chats: map[int64]*pace{}}
	if l.now == nil {
		l.now = time.Now
	}
	switch {
	case o.ChatPerSecond < 0:
		l.each = rate.Inf
	case o.ChatPerSecond == 0:
		l.each = ChatMessagesPerSecond
	}
	switch {
	case o.BulkPerSecond < 0:
		l.bulk.bucket = rate.NewLimiter(rate.Inf, 0)
	case o.BulkPerSecond == 0:
		l.bulk.bucket = rate.NewLimiter(BulkMessagesPerSecond, BulkMessagesPerSecond)
	default:
		l.bulk.bucket = rate.NewLimiter(rate.Limit(o.BulkPerSecond), max(1, int(o.BulkPerSecond)))
	}
	return l
}

// Take takes a turn to send a message to the chat if there is one now, and
// returns 0; else it says how long to wait before asking again.
func (l *Limiter) Take(chat int64) time.Duration {
	l.mu.Lock()
	defer l.mu.Unlock()
	now := l.now()
	one := l.chat(chat, now)
	wait := one.ready(now)
	if wait <= 0 {
		one.take(now)
	}
	return wait
}

// TakeBulk is Take for a message that nobody waits for: it counts towards the
// pace of writing to many as well.
func (l *Limiter) TakeBulk(chat int64) time.Duration {
	l.mu.Lock()
	defer l.mu.Unlock()
	now := l.now()
	one := l.chat(chat, now)
	wait := max(one.ready(now), l.bulk.ready(now))
	if wait <= 0 {
		one.take(now)
		l.bulk.take(now)
	}
	return wait
}

// Freeze stops sending to the chat for d, as a 429 demands. Where several
// chats are frozen one after the other, it is the bot that is meant: then
// writing to many stops for d too, and many is true.
func (l *Limiter) Freeze(chat int64, d time.Duration) (many bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	now := l.now()
	l.chat(chat, now).freeze(now.Add(d))
	if l.storm.add(chat, now) {
		l.bulk.freeze(now.Add(d))
		return true
	}
	return false
}

// FreezeBulk stops writing to many for d.
func (l *Limiter) FreezeBulk(d time.Duration) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.bulk.freeze(l.now().Add(d))
}

// Pace is how many messages a chat gets: one each time that every has passed,
// and burst at once after a rest; every is 0 where there is no limit.
func (l *Limiter) Pace(chat int64) (every time.Duration, burst int) {
	if chat < 0 {
		return groupEvery, groupBurst
	}
	return interval(l.each), ChatBurst
}

// BulkPace is Pace for what is written to many.
func (l *Limiter) BulkPace() (every time.Duration, burst int) {
	return interval(l.bulk.bucket.Limit()), l.bulk.bucket.Burst()
}

// interval is the time from one message to the next.
func interval(limit rate.Limit) time.Duration {
	if limit == rate.Inf {
		return 0
	}
	return time.Duration(float64(time.Second) / float64(limit))
}

func (l *Limiter) chat(id int64, now time.Time) *pace {
	l.sweep(now)
	p := l.chats[id]
	if p == nil {
		p = &pace{bucket: l.chatBucket(id)}
		l.chats[id] = p
	}
	p.used = now
	return p
}

const groupEvery = time.Minute / (GroupMessagesPerMinute - groupBurst)

// chatBucket knows groups by their negative ids.
func (l *Limiter) chatBucket(id int64) *rate.Limiter {
	if id < 0 {
		return rate.NewLimiter(rate.Every(groupEvery), groupBurst)
	}
	return rate.NewLimiter(l.each, ChatBurst)
}

// sweep drops what is idle, now and then.
func (l *Limiter) sweep(now time.Time) {
	if now.Before(l.sweepAt) {
		return
	}
	l.sweepAt = now.Add(idleAfter / 2)
	for id, p := range l.chats {
		if now.Sub(p.used) >= idleAfter && !now.Before(p.until) {
			delete(l.chats, id)
		}
	}
}
