package bot

import (
	"context"
	"time"

	"go.opentelemetry.io/otel/trace"

	"github.com/prometheus/client_golang/prometheus"

	"repartee/flows"
)

// observer tells Prometheus and OpenTelemetry what a bot does. It stands around what it looks at, so that a bot without one pays nothing; the few places that call it
// do so on a nil observer too.
type observer struct {
	*metrics
	tracer  trace.Tracer // nil: nothing is traced
	now     func() int64 // the store's clock
	answers answers
	begun   begun
}

// observe puts an observer around the store, the lanes and the jobs of a new bot, where its options ask for one.
func (b *Bot) observe(o *Options) error {
	if o.Metrics == nil && o.Tracer == nil {
		return nil
	}
	registry := o.Metrics
	if registry == nil {
		registry = prometheus.NewRegistry() // nobody reads it
	}
	m, err := newMetrics(registry)
	if err != nil {
		return err
	}
	if err := registerQueues(registry, b); err != nil {
		return err
	}
	w := &observer{metrics: m, now: b.store.Now}
	if o.Tracer != nil {
		w.tracer = o.Tracer.Tracer("repartee/bot")
	}
	b.observer = w
	b.store = observedStore{b.store, w}
	if b.archive != nil {
		b.archive = observedArchive{b.archive, m}
	}
	b.lanes.handle = w.handling(b.lanes.handle)
	b.jobs.do = w.doing(b.jobs.do)
	return nil
}

// handling counts inputs and traces them, each from its receipt to its commit.
func (o *observer) handling(handle func(context.Context, int64, *arrival) error) func(context.Context, int64, *arrival) error {
	return func(ctx context.Context, chat int64, a *arrival) error {
		waited := time.Duration(o.now()-a.input.At.UnixMilli()) * time.Millisecond
		ctx, span := o.received(ctx, a, waited)
		err := handle(ctx, chat, a)
		if err == nil { // else it comes again
			o.inputs.WithLabelValues(kindOf(a.input.What)).Inc()
			o.laneWait.Observe(waited.Seconds())
		}
		end(span, err)
		return err
	}
}

// kindOf is the label of an input. What other programs post may be of a kind that this one does not know.
func kindOf(what flows.What) string {
	switch what {
	case flows.Message, flows.Press, flows.Card, flows.Media, flows.Wake, flows.Blocked, flows.Unblocked, flows.Result, flows.Happened, flows.Reacted,
		flows.Settled, flows.GaveBack, flows.CheckedOut, flows.Staffed:
		return string(what)
	}
	return "other"
}

// clock is when something begins that is observed.
func (o *observer) clock() (began time.Time) {
	if o != nil {
		began = time.Now()
	}
	return began
}

// turned notes a turn that began at a time, with its error.
func (o *observer) turned(a *arrival, h *hot, began time.Time, t *turned, err error) {
	if o == nil {
		return
	}
	o.turns.Observe(time.Since(began).Seconds())
	if due := h.state.Wake(); a.input.What == flows.Wake && !due.IsZero() && !due.After(a.input.At) {
		o.dueLag.Observe(a.input.At.Sub(due).Seconds())
	}
	o.turnSpan(a, began, t, err)
}

// wrote notes what a commit has put into the outbox, and the jobs that follow it.
func (o *observer) wrote(a *arrival, c *Commit, done *Committed, t *turned) {
	if o == nil {
		return
	}
	if own := len(c.Outbox); own > 0 && len(done.Outbox) >= own && len(done.Outbox) < mostQueued { // more than that may leave this commit's out
		o.answers.expect(c.Chat, a, done.Outbox[len(done.Outbox)-own:])
	}
	if a.span != nil {
		o.begun.keep(t.jobs, a.span.SpanContext())
	}
}

// rolledBack notes that the store has forgotten what this process had committed.
func (o *observer) rolledBack() {
	if o != nil {
		o.rollbacks.Inc()
	}
}

// checkedOut notes the answer to a question of Telegram about a payment.
func (o *observer) checkedOut(began time.Time, v *verdict, err error) {
	if o == nil {
		return
	}
	answer := "yes"
	switch {
	case err != nil:
		answer = "failed"
	case v.refusal != "":
		answer = "no"
	}
	o.checkouts.WithLabelValues(answer).Observe(time.Since(began).Seconds())
}

// seconds of milliseconds on the store's clock.
func seconds(milliseconds int64) float64 { return float64(milliseconds) / 1000 }
