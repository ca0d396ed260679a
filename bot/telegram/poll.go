package telegram

import (
	"context"
	"encoding/json"
	"fmt"
	"log/slog"
	"strconv"
	"time"
)

// PollOptions are the settings of [Client.Poll]. The zero value is right for
// most bots.
type PollOptions struct {
	Timeout        time.Duration // how long Telegram holds a poll without updates; default and most 50 s
	Limit          int           // updates in one batch; default and most 100
	AllowedUpdates []string      // default [UpdateKinds]
	Log            *slog.Logger  // default: the client's
}

// pollSlack is what a poll may take beyond the time it is held.
const pollSlack = 15 * time.Second

// Poll receives updates by long polling until ctx ends, whose error it then
// returns, or until Telegram does not know the token ([Unauthorized]). All
// other trouble is logged and waited out.
//
// A batch is confirmed, by the offset of the next poll, only after receive has
// returned nil; until then there is no next poll.
func (c *Client) Poll(ctx context.Context, o PollOptions, receive Receiver) error {
	p := newPoller(c, o, receive)
	for {
		batch, err := p.fetch(ctx)
		if err == nil && len(batch) > 0 {
			err = p.commit(ctx, batch)
		}
		if ctx.Err() != nil {
			p.confirm(ctx)
			return ctx.Err()
		}
		if err != nil && Unauthorized(err) {
			return err
		}
		if err := p.pause(ctx, len(batch) == 0, err); err != nil {
			return err
		}
	}
}

type poller struct {
	client  *Client
	log     *slog.Logger
	receive Receiver
	timeout time.Duration
	limit   int
	allowed string

	offset   int64 // the first update not committed yet
	told     int64 // the offset of the last poll that may have arrived
	started  time.Time
	trouble  backoff
	conflict backoff
	refused  backoff
	idle     backoff
}

func newPoller(c *Client, o PollOptions, receive Receiver) *poller {
	p := &poller{
		client: c, log: o.Log, receive: receive, timeout: o.Timeout, limit: o.Limit,
		trouble:  backoff{first: time.Second, most: 30 * time.Second},
		conflict: backoff{first: 5 * time.Second, most: 30 * time.Second},
		refused:  backoff{first: 100 * time.Millisecond, most: 5 * time.Second},
		idle:     backoff{first: 100 * time.Millisecond, most: 3 * time.Second},
	}
	if p.log == nil {
		p.log = c.log
	}
	if p.timeout <= 0 || p.timeout > MaxPollTimeout {
		p.timeout = MaxPollTimeout
	}
	if p.limit <= 0 || p.limit > MaxPollUpdates {
		p.limit = MaxPollUpdates
	}
	allowed := o.AllowedUpdates
	if allowed == nil {
		allowed = UpdateKinds()
	}
	list, _ := json.Marshal(allowed) // strings always encode
	p.allowed = string(list)
	return p
}

func (p *poller) fetch(ctx context.Context) ([]Update, error) {
	ctx, cancel := context.WithTimeout(ctx, p.timeout+pollSlack)
	defer cancel()
	p.started = time.Now()
	raw, err := p.client.Call(ctx, "getUpdates", Params{
		"offset":          strconv.FormatInt(p.offset, 10),
		"timeout":         strconv.Itoa(int(p.timeout / time.Second)),
		"limit":           strconv.Itoa(p.limit),
		"allowed_updates": p.allowed,
	})
	if err != nil && !Unknown(err) {
		return nil, err
	}
	p.told = p.offset
	if err != nil {
		return nil, err
	}
	return DecodeUpdates(raw)
}

// commit hands a batch over, again and again if need be, and moves the offset.
func (p *poller) commit(ctx context.Context, batch []Update) error {
	for {
		err := p.receive(ctx, batch)
		if err == nil {
			p.refused.reset()
			return p.advance(batch)
		}
		if ctx.Err() != nil {
			return err
		}
		wait := p.refused.next()
		p.log.Warn("updates could not be kept, trying again", "updates", len(batch), "wait", wait, "err", err)
		if err := sleep(ctx, wait); err != nil {
			return err
		}
	}
}

// advance moves the offset behind the batch. The highest id ever seen would be
// wrong: ids start anew, and may be lower, after a quiet week.
func (p *poller) advance(batch []Update) error {
	var last int64
	for _, u := range batch {
		last = max(last, u.ID)
	}
	if last == 0 {
		return fmt.Errorf("a batch of %d: %w", len(batch), ErrNoUpdateID)
	}
	p.offset = last + 1
	return nil
}

// confirm tells Telegram of a batch that was committed while ctx ended, so
// that the next start does not get it again. What it returns is not confirmed.
func (p *poller) confirm(ctx context.Context) {
	if p.offset == p.told {
		return
	}
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), 2*time.Second)
	defer cancel()
	_, err := p.client.Call(ctx, "getUpdates", Params{
		"offset": strconv.FormatInt(p.offset, 10), "timeout": "0", "limit": "1", "allowed_updates": p.allowed,
	})
	if err != nil {
		p.log.Info("the last updates will come once more: their receipt could not be confirmed", "err", err)
	}
}

// pause waits as long as the outcome of a poll asks for: not at all if it went
// well.
func (p *poller) pause(ctx context.Context, empty bool, err error) error {
	if err == nil {
		p.trouble.reset()
		p.conflict.reset()
		if !empty || time.Since(p.started) >= time.Second {
			p.idle.reset()
			return nil
		}
		// An empty answer at once is not what was asked for; do not spin.
		return sleep(ctx, p.idle.next())
	}
	wait, limited := RetryAfter(err)
	switch {
	case limited:
		wait = jitter(wait)
		p.log.Warn("Telegram asks to poll less", "wait", wait, "err", err)
	case Conflict(err):
		wait = p.conflict.next()
		p.log.Warn("no updates: "+ConflictReason(err), "wait", wait, "err", err)
	default:
		wait = p.trouble.next()
		p.log.Warn("updates could not be fetched, trying again", "wait", wait, "err", err)
	}
	return sleep(ctx, wait)
}
