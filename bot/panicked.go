package bot

import (
	"fmt"
	"log/slog"
	"runtime"
)

// panicked is what a program has stumbled over. What it says may repeat a customer's words, as that of many a parser does: it is for the dead letters, and the log
// has only what kind of thing it was.
type panicked struct{ value any }

func (p *panicked) Error() string { return fmt.Sprintf("panic: %v", p.value) }

// LogValue implements slog.LogValuer.
func (p *panicked) LogValue() slog.Value {
	if fault, ok := p.value.(runtime.Error); ok {
		return slog.StringValue("panic: " + fault.Error()) // an index, a nil pointer: nothing of a customer
	}
	return slog.StringValue(fmt.Sprintf("panic: a %T; the dead letter has it whole", p.value))
}

func recovered(err *error) {
	if p := recover(); p != nil {
		*err = &panicked{p}
	}
}
