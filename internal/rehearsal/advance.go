package rehearsal

import (
	"context"
	"fmt"
)

// mostDue is how often something may come due while time goes by at once; then the clock jumps to the end.
const mostDue = 1000

// advance lets time go by until a moment: what is due in between comes at its time, one after the other.
func (w *world) advance(ctx context.Context, until int64) error {
	for range mostDue {
		due, err := w.due(ctx)
		if err != nil {
			return err
		}
		if due == 0 || due > until {
			break
		}
		w.clock.set(due)
		if err := w.quiet(ctx); err != nil {
			return err
		}
		w.record.close(w.clock.now(), byItself())
	}
	if until <= w.clock.milli() {
		return nil
	}
	w.clock.set(until)
	defer func() { w.record.close(w.clock.now(), byItself()) }()
	return w.quiet(ctx) // what is held of the stock may be free again
}

// due is when the next thing comes by itself, in milliseconds; 0 where nothing does.
func (w *world) due(ctx context.Context) (first int64, err error) {
	for _, p := range w.phones.All() {
		waiting, err := w.kept.Waiting(ctx, p.Customer().ID)
		if err != nil {
			return 0, fmt.Errorf("look for what is due: %w", err)
		}
		if at := waiting.Due; at > 0 && (first == 0 || at < first) {
			first = at
		}
	}
	return first, nil
}
