package bot_test

import (
	"context"
	"errors"
	"testing"
	"time"

	"repartee/bot"
	"repartee/flows"
)

// opinion is a model.
type opinion func(context.Context, flows.ModelJob) (string, error)

// Choose implements bot.Model.
func (o opinion) Choose(ctx context.Context, job flows.ModelJob) (string, error) { return o(ctx, job) }

const brewFlow = `
flow: order
fields: {brew: {type: one_of, options: {espresso: Espresso, filter: Filter}}}
steps:
  - ask: brew
    text: How do you brew?
    retry: [Please choose.]
  - say: "With {{ brew }}, then."
`

// TestModel lets a model say what words mean. Whatever else comes of it, the customer goes on.
func TestModel(t *testing.T) {
	for name, tt := range map[string]struct {
		model opinion
		want  string
	}{
		"chooses": {func(_ context.Context, job flows.ModelJob) (string, error) {
			if job.Words != "the paper thing my granny used" || job.Question != "How do you brew?" {
				return "", errors.New("asked something else")
			}
			return "option:filter", nil
		}, "With Filter, then."},
		"none":      {func(context.Context, flows.ModelJob) (string, error) { return "", nil }, "Please choose."},
		"nonsense":  {func(context.Context, flows.ModelJob) (string, error) { return "option:tea", nil }, "Please choose."},
		"fails":     {func(context.Context, flows.ModelJob) (string, error) { return "", errors.New("HTTP 500") }, "Please choose."},
		"panics":    {func(context.Context, flows.ModelJob) (string, error) { panic("a fault") }, "Please choose."},
		"never":     {func(ctx context.Context, _ flows.ModelJob) (string, error) { <-ctx.Done(); return "", ctx.Err() }, "Please choose."},
		"is absent": {nil, "Please choose."},
	} {
		t.Run(name, func(t *testing.T) {
			clock := newClock()
			r := newRig(t, oneFlow(t, brewFlow), clockedFile(t, clock), func(o *bot.Options) {
				o.Drain = time.Millisecond
				if tt.model != nil {
					o.Model = tt.model
				}
			})
			c := r.user(1)
			c.Start("")
			c.hears(1)
			c.Say("the paper thing my granny used")
			if name == "never" {
				eventually(t, "it is asked", func() bool { return len(r.state(1).Session.Jobs) == 1 })
				clock.add(10 * time.Second)
			}
			c.expects("How do you brew?", tt.want)
			r.nothingDied()
		})
	}
}
