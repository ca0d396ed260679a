package bot

import (
	"bytes"
	"context"
	"sync"
	"time"

	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/codes"
	"go.opentelemetry.io/otel/trace"
	"go.opentelemetry.io/otel/trace/noop"

	"repartee/flows"
)

// What spans say. Nothing of it is of a customer: flows and steps are the author's words, the rest is ours. Errors are not repeated, since some name a chat.
const (
	inputKey   = attribute.Key("repartee.input") // its kind
	flowKey    = attribute.Key("repartee.flow")  // where the talk stands after a turn
	stepKey    = attribute.Key("repartee.step")
	outcomeKey = attribute.Key("repartee.outcome") // of a turn, a call or a job
	statusKey  = attribute.Key("repartee.status")  // of a commit
	methodKey  = attribute.Key("repartee.method")  // of the Bot API
	triesKey   = attribute.Key("repartee.tries")   // before this one
	jobKey     = attribute.Key("repartee.job")     // its kind, or the name of the call
)

// below begins a span in one that is under way; where nothing is traced it gives one that does nothing.
func (o *observer) below(ctx context.Context, name string) (context.Context, trace.Span) {
	if o.tracer == nil || !trace.SpanContextFromContext(ctx).IsValid() {
		return ctx, noop.Span{}
	}
	return o.tracer.Start(ctx, name)
}

// end ends a span.
func end(span trace.Span, err error) {
	if err != nil {
		span.SetStatus(codes.Error, "")
	}
	span.End()
}

// received begins the span of an input, back when it came, and tells how long it waited for its lane. The result of a job is linked to the job.
func (o *observer) received(ctx context.Context, a *arrival, waited time.Duration) (context.Context, trace.Span) {
	if o.tracer == nil {
		return ctx, noop.Span{}
	}
	now := time.Now()
	came := trace.WithTimestamp(now.Add(-waited))
	options := []trace.SpanStartOption{came, trace.WithSpanKind(trace.SpanKindConsumer), trace.WithAttributes(inputKey.String(kindOf(a.input.What)))}
	if job := o.begun.take(a.input.Job); job.IsValid() {
		options = append(options, trace.WithLinks(trace.Link{SpanContext: job}))
	}
	ctx, a.span = o.tracer.Start(ctx, "input", options...)
	_, lane := o.tracer.Start(ctx, "lane", came)
	lane.End(trace.WithTimestamp(now))
	return ctx, a.span
}

// turnSpan tells of a turn that has just ended.
func (o *observer) turnSpan(a *arrival, began time.Time, t *turned, err error) {
	if a.span == nil {
		return
	}
	flow, step := t.state.Place()
	outcome := "ok"
	if err != nil {
		outcome = "failed"
	}
	_, span := o.tracer.Start(trace.ContextWithSpan(context.Background(), a.span), "turn", trace.WithTimestamp(began),
		trace.WithAttributes(flowKey.String(flow), stepKey.String(step), outcomeKey.String(outcome)))
	end(span, err)
}

// sendSpan begins the span of a call to Telegram, in the trace of the input that it comes of. That may have ended: Telegram is told "received" before.
func (o *observer) sendSpan(ctx context.Context, parent trace.SpanContext, e Entry, tries int) (context.Context, trace.Span) {
	if o.tracer == nil {
		return ctx, noop.Span{}
	}
	return o.tracer.Start(trace.ContextWithSpanContext(ctx, parent), "send", trace.WithSpanKind(trace.SpanKindClient),
		trace.WithAttributes(methodKey.String(methodOf(e.Call)), triesKey.Int(tries)))
}

// methodOf reads the method off an encoded call.
func methodOf(call []byte) string {
	rest, ok := bytes.CutPrefix(call, []byte(`{"method":"`))
	name, _, end := bytes.Cut(rest, []byte{'"'})
	if !ok || !end {
		return ""
	}
	return string(name)
}

// doing measures and traces jobs.
func (o *observer) doing(do func(context.Context, int64, *flows.Job) ([]byte, error)) func(context.Context, int64, *flows.Job) ([]byte, error) {
	return func(ctx context.Context, chat int64, job *flows.Job) ([]byte, error) {
		kind, span := jobKind(job), trace.Span(noop.Span{})
		if o.tracer != nil {
			ctx, span = o.tracer.Start(trace.ContextWithSpanContext(ctx, o.begun.get(job.ID)), "job", trace.WithSpanKind(trace.SpanKindClient),
				trace.WithAttributes(jobKey.String(nameOf(job))))
			o.begun.keep([]flows.Job{*job}, span.SpanContext())
		}
		began := time.Now()
		result, err := do(ctx, chat, job)
		o.jobs.WithLabelValues(kind).Observe(time.Since(began).Seconds())
		if err != nil {
			o.jobsFailed.WithLabelValues(kind).Inc()
		}
		end(span, err)
		return result, err
	}
}

func jobKind(job *flows.Job) string {
	switch {
	case job.HTTP != nil:
		return "http"
	case job.Func != nil:
		return "func"
	case job.Model != nil:
		return "model"
	case job.Stock != nil:
		return "stock"
	case job.Refund != nil:
		return "refund"
	case job.Link != nil:
		return "link"
	}
	return "other"
}

// begun are the spans that jobs came of, until their results are there.
type begun struct {
	mu   sync.Mutex
	byID map[string]trace.SpanContext
}

func (b *begun) keep(jobs []flows.Job, span trace.SpanContext) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.byID == nil || len(b.byID) >= mostWaiting { // some never come to an end here
		b.byID = map[string]trace.SpanContext{}
	}
	for i := range jobs {
		b.byID[jobs[i].ID] = span
	}
}

func (b *begun) get(id string) trace.SpanContext {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.byID[id]
}

func (b *begun) take(id string) trace.SpanContext {
	if id == "" {
		return trace.SpanContext{}
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	span := b.byID[id]
	delete(b.byID, id)
	return span
}
