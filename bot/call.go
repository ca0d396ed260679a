package bot

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"

	"repartee/flows"
)

// Call is a Go function that flows may `call`, like the requests of bot.yaml. See NewCall.
type Call struct {
	name     string
	declared func() flows.Call
	run      func(ctx context.Context, args []byte) ([]byte, error)
}

// NewCall makes a call of a function. What it needs and gives are the exported fields of the two structs, by the names of their json tags: string is text, the
// whole numbers are integer, floats number, bool yes_no, time.Time date_time, Date date, Money money, a slice a list; a pointer may be nil where the value is
// unknown. The function may be run twice for one step: after a crash, or where the flow has it tried again. Its errors are for the operator. NewCall panics
// where a struct has something else, as that is a fault of the program.
func NewCall[In, Out any](name string, do func(context.Context, In) (Out, error)) Call {
	declared := func() flows.Call {
		return flows.Call{ID: flows.ID(name), Needs: fieldsOf[In](name), Gives: fieldsOf[Out](name), Func: true}
	}
	declared() // panics here rather than later
	return Call{name: name, declared: declared, run: func(ctx context.Context, args []byte) ([]byte, error) {
		var in In
		if err := json.NewDecoder(bytes.NewReader(args)).Decode(&in); err != nil {
			return nil, fmt.Errorf("read what the call %s is given: %w", name, err)
		}
		out, err := do(ctx, in)
		if err != nil {
			return nil, err
		}
		return json.Marshal(out)
	}}
}

// Declared is the call as flows see it, for config.Load. It is made anew each time: a set keeps what it is given.
func (c Call) Declared() flows.Call { return c.declared() }

// callFunc runs the function of a call. One that does not end in time goes on by itself; its result is not waited for.
func (b *Bot) callFunc(ctx context.Context, job *flows.FuncJob) ([]byte, error) {
	call, ok := b.calls[job.Name]
	if !ok {
		return nil, fmt.Errorf("the program has no function %s", job.Name)
	}
	type answer struct {
		result []byte
		err    error
	}
	answered := make(chan answer, 1)
	go func() {
		var a answer
		defer func() { answered <- a }()
		defer recovered(&a.err)
		a.result, a.err = call.run(ctx, job.Args)
	}()
	select {
	case a := <-answered:
		return a.result, a.err
	case <-ctx.Done():
		if errors.Is(ctx.Err(), context.DeadlineExceeded) {
			return nil, fmt.Errorf("%s did not answer in time", job.Name)
		}
		return nil, ctx.Err()
	}
}
