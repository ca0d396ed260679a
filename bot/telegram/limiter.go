package telegram

import (
	"context"
	"sync"
	"time"

	"golang.org/x/time/rate"
)

// LimiterOptions are the settings of a [Limiter]. The zero value keeps the
// pace that Telegram asks for.
type LimiterOptions struct {
	PerSecond     float64 // to all chats; default [MessagesPerSecond], negative for no limit
	ChatPerSecond float64 // to one private chat; default [ChatMessagesPerSecond], negative for no limit
	Now           func() time.Time
	Sleep         func(context.Context, time.Duration) error // returns the context's error if that ends first
}

// Limiter keeps the pace of sending: to all chats together, to one chat, and
// to one group. It holds no more than it must: a chat that was left alone
// costs nothing.
type Limiter struct {
	now   func() time.Time
	sleep func(context.Context, time.Duration) error
	each  rate.Limit // of a private chat

	mu      sync.Mutex
	all     pace
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
	l := &Limiter{now: o.Now, sleep: o.Sleep, each: rate.Limit(o.ChatPerSecond), chats: map[int64]*pace{}}
	if l.now == nil {
		l.now = time.Now
	}
	if l.sleep == nil {
		l.sleep = sleep
	}
	switch {
	case o.ChatPerSecond < 0:
		l.each = rate.Inf
	case o.ChatPerSecond == 0:
		l.each = ChatMessagesPerSecond
	}
	switch {
	case o.PerSecond < 0:
		l.all.bucket = rate.NewLimiter(rate.Inf, 0)
	case o.PerSecond == 0:
		l.all.bucket = rate.NewLimiter(MessagesPerSecond, MessagesPerSecond)
	default:
		l.all.bucket = rate.NewLimiter(rate.Limit(o.PerSecond), max(1, int(o.PerSecond)))
	}
	return l
}

// Wait returns when a message may be sent to the chat, or with the error of
// ctx.
func (l *Limiter) Wait(ctx context.Context, chat int64) error {
	for {
		if err := ctx.Err(); err != nil {
			return err
		}
		wait := l.Take(chat)
		if wait <= 0 {
			return nil
		}
		if err := l.sleep(ctx, wait); err != nil {
			return err
		}
	}
}

// Freeze stops sending to the chat for d, as a 429 demands. Where several
// chats are frozen one after the other, it is the bot that is meant: then all
// sending stops for d.
func (l *Limiter) Freeze(chat int64, d time.Duration) {
	l.mu.Lock()
	defer l.mu.Unlock()
	now := l.now()
	l.chat(chat, now).freeze(now.Add(d))
	if l.storm.add(chat, now) {
		l.all.freeze(now.Add(d))
	}
}

// Take takes a turn to send a message to the chat if there is one now, and
// returns 0; else it says how long to wait before asking again.
func (l *Limiter) Take(chat int64) time.Duration {
	l.mu.Lock()
	defer l.mu.Unlock()
	now := l.now()
	l.sweep(now)
	one := l.chat(chat, now)
	wait := max(one.ready(now), l.all.ready(now))
	if wait <= 0 {
		one.take(now)
		l.all.take(now)
	}
	return wait
}

func (l *Limiter) chat(id int64, now time.Time) *pace {
	p := l.chats[id]
	if p == nil {
		p = &pace{bucket: l.chatBucket(id)}
		l.chats[id] = p
	}
	p.used = now
	return p
}

// chatBucket knows groups by their negative ids.
func (l *Limiter) chatBucket(id int64) *rate.Limiter {
	if id < 0 {
		return rate.NewLimiter(rate.Every(time.Minute/(GroupMessagesPerMinute-groupBurst)), groupBurst)
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
