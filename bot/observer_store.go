package bot

import (
	"bytes"
	"context"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"go.opentelemetry.io/otel/trace"
)

// observedStore measures the calls of a store, and traces those that belong to something that is traced.
type observedStore struct {
	Store
	*observer
}

func (s observedStore) Load(ctx context.Context, chat int64) (Record, error) {
	ctx, call := s.storeCall(ctx, "load")
	record, err := s.Store.Load(ctx, chat)
	call.end(err)
	return record, err
}

func (s observedStore) Commit(ctx context.Context, c Commit) (Committed, error) {
	ctx, call := s.storeCall(ctx, "commit")
	done, err := s.Store.Commit(ctx, c)
	if err == nil {
		status := statusLabel(done.Status)
		s.commits.WithLabelValues(status).Inc()
		if done.Status == OK && c.Dead != nil {
			s.deadLetters.WithLabelValues("turn").Inc()
		}
		if call.span.IsRecording() {
			call.span.SetAttributes(statusKey.String(status))
		}
	}
	call.end(err)
	return done, err
}

func statusLabel(s Status) string {
	switch s {
	case OK:
		return "ok"
	case Duplicate:
		return "duplicate"
	case Conflict:
		return "conflict"
	case Stale:
		return "stale"
	case Ordered:
		return "ordered"
	case Booked:
		return "booked"
	}
	return "other"
}

func (s observedStore) Ack(ctx context.Context, a Ack) (Acked, error) {
	ctx, call := s.storeCall(ctx, "ack")
	acked, err := s.Store.Ack(ctx, a)
	call.end(err)
	return acked, err
}

func (s observedStore) Defer(ctx context.Context, d Defer) error {
	ctx, call := s.storeCall(ctx, "defer")
	err := s.Store.Defer(ctx, d)
	call.end(err)
	return err
}

func (s observedStore) Mark(ctx context.Context, chat int64, claim string, seq int64) (bool, error) {
	ctx, call := s.storeCall(ctx, "mark")
	ours, err := s.Store.Mark(ctx, chat, claim, seq)
	call.end(err)
	return ours, err
}

func (s observedStore) Post(ctx context.Context, chat int64, p Posted, now int64) error {
	ctx, call := s.storeCall(ctx, "post")
	err := s.Store.Post(ctx, chat, p, now)
	call.end(err)
	return err
}

func (s observedStore) Due(ctx context.Context, d DueQuery) ([]Work, error) {
	ctx, call := s.storeCall(ctx, "due")
	work, err := s.Store.Due(ctx, d)
	call.end(err)
	return work, err
}

// storeCall is one call of the store.
type storeCall struct {
	span   trace.Span
	took   prometheus.Observer
	errors prometheus.Counter
	began  time.Time
}

func (o *observer) storeCall(ctx context.Context, name string) (context.Context, storeCall) {
	ctx, span := o.below(ctx, name)
	return ctx, storeCall{span: span, took: o.storeCalls.WithLabelValues(name), errors: o.storeErrors.WithLabelValues(name), began: time.Now()}
}

func (c *storeCall) end(err error) {
	c.took.Observe(time.Since(c.began).Seconds())
	if err != nil {
		c.errors.Inc()
	}
	end(c.span, err)
}

// observedArchive counts dead letters.
type observedArchive struct {
	Archive
	metrics *metrics
}

func (a observedArchive) Bury(ctx context.Context, d DeadLetter) error {
	err := a.Archive.Bury(ctx, d)
	if err == nil {
		a.metrics.deadLetters.WithLabelValues(buriedFor(d.Raw)).Inc()
	}
	return err
}

// buriedFor tells an update that nobody could read from a call that Telegram has refused. What a turn failed at is buried by its commit.
func buriedFor(raw []byte) string {
	if bytes.HasPrefix(raw, []byte(`{"method":`)) {
		return "refused"
	}
	return "unread"
}
