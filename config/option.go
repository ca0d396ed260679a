package config

import "repartee/flows"

// Option is something that a program has to say beside the files.
type Option func(*said)

// said is what all options say together.
type said struct {
	calls  []*flows.Call
	rework []func(*flows.Source)
}

func optionsOf(options []Option) said {
	var s said
	for _, option := range options {
		option(&s)
	}
	return s
}

// reworked lets whoever asked for it change what was decoded.
func (s *said) reworked(source *flows.Source) {
	for _, rework := range s.rework {
		rework(source)
	}
}

// WithCalls makes Go functions known, which flows may `call` as if bot.yaml declared them.
func WithCalls(calls ...flows.Call) Option {
	return func(s *said) {
		for i := range calls {
			s.calls = append(s.calls, &calls[i])
		}
	}
}

// Reworked changes what the files say after they were decoded and before it is compiled: tests that must notice a change are tested with it. The source is new with
// each Load, so the function may change all of it.
func Reworked(rework func(*flows.Source)) Option {
	return func(s *said) { s.rework = append(s.rework, rework) }
}
