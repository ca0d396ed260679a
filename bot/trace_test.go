package bot_test

import (
	"slices"
	"strings"
	"testing"

	sdk "go.opentelemetry.io/otel/sdk/trace"
	"go.opentelemetry.io/otel/sdk/trace/tracetest"
	"go.opentelemetry.io/otel/trace"

	"repartee/bot"
)

// TestTrace follows an update through its trace: to the messages that answer it, and to the call that it makes.
func TestTrace(t *testing.T) {
	service := newParcels(t, answers(200, `{"at": "Bonn"}`))
	recorder := tracetest.NewSpanRecorder()
	provider := sdk.NewTracerProvider(sdk.WithSpanProcessor(recorder))
	private := func(o *bot.Options) { o.CallPrivate = true }
	r := newRig(t, parcelSet(t, "{get: \""+service.URL+"\", needs: {number: text}, gives: {at: text}}"), file(t), private, func(o *bot.Options) { o.Tracer = provider })
	ada := r.user(7)
	ada.Start("")
	ada.hears(1)
	ada.Say("a secret number")
	ada.expects("Which number?", "It is in Bonn.")
	r.stop()

	spans := recorder.Ended()
	inputs := named(spans, "input")
	if len(inputs) != 3 {
		t.Fatalf("%d inputs are traced, not start, number and result", len(inputs))
	}
	for i, want := range []string{"lane load turn commit send", "lane turn commit job", "lane turn commit send"} {
		below := children(spans, inputs[i])
		for _, name := range strings.Fields(want) {
			if !slices.Contains(below, name) {
				t.Errorf("input %d has %q in its trace, and no %s", i, below, name)
			}
		}
	}
	jobs := named(spans, "job")
	links := inputs[2].Links()
	if len(jobs) != 1 || len(links) != 1 || links[0].SpanContext.SpanID() != jobs[0].SpanContext().SpanID() {
		t.Errorf("the result is linked to %v, not to the job", links)
	}
	expect := map[string]string{
		"repartee.input": "message", "repartee.flow": "order", "repartee.step": "parcel_number", "repartee.outcome": "ok", "repartee.status": "ok", "repartee.method": "sendMessage",
	}
	for _, span := range spans {
		for _, pair := range span.Attributes() {
			if value := pair.Value.String(); expect[string(pair.Key)] == value {
				delete(expect, string(pair.Key))
			} else if strings.Contains(value, "secret") || strings.Contains(value, "Name7") {
				t.Errorf("%s tells %s of a customer", span.Name(), pair.Key)
			}
		}
	}
	if len(expect) > 0 {
		t.Errorf("no span says %v", expect)
	}
}

// named are the spans of a name, in the order in which they began.
func named(spans []sdk.ReadOnlySpan, name string) (found []sdk.ReadOnlySpan) {
	for _, span := range spans {
		if span.Name() == name {
			found = append(found, span)
		}
	}
	slices.SortFunc(found, func(a, b sdk.ReadOnlySpan) int { return a.StartTime().Compare(b.StartTime()) })
	return found
}

// children are the names of all spans in the trace of one.
func children(spans []sdk.ReadOnlySpan, of sdk.ReadOnlySpan) (names []string) {
	for _, span := range spans {
		if parent := span.Parent(); parent.TraceID() == of.SpanContext().TraceID() && parent.SpanID() != (trace.SpanID{}) {
			names = append(names, span.Name())
		}
	}
	return names
}
