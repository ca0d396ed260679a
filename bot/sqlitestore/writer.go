package sqlitestore

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
)

// mostCalls bounds one transaction.
const mostCalls = 256

var errClosed = errors.New("the store is closed")

// writer owns the one connection that writes.
type writer struct {
	conn  *sql.Conn
	tx    *transaction
	calls chan *call
	quit  chan struct{}
}

// call is one waiting change. What do found out is valid once done is closed without an error; do may run a second time.
type call struct {
	do   func(*transaction) error
	err  error
	done chan struct{}
}

// transaction holds what a change needs: the prepared statements, on the connection with the open transaction.
type transaction struct {
	statements
	conn *sql.Conn
	// ctx never ends: a change must not stop half way, and the driver watches a context that can end with a goroutine for each statement.
	ctx context.Context
}

func newWriter(ctx context.Context, conn *sql.Conn) (*writer, error) {
	w := &writer{conn: conn, tx: &transaction{conn: conn, ctx: context.WithoutCancel(ctx)}, calls: make(chan *call), quit: make(chan struct{})}
	if err := w.tx.prepare(ctx, conn); err != nil {
		return nil, errors.Join(err, w.tx.close())
	}
	return w, nil
}

// stop ends run after the batch at hand. It is called once.
func (w *writer) stop() { close(w.quit) }

// do carries out a change and returns when it is on disk. Where the context ends first, the change may still be made.
func (w *writer) do(ctx context.Context, change func(*transaction) error) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	c := &call{do: change, done: make(chan struct{})}
	select {
	case w.calls <- c:
	case <-ctx.Done():
		return ctx.Err()
	case <-w.quit:
		return errClosed
	}
	select {
	case <-c.done:
		return c.err
	case <-ctx.Done():
		return ctx.Err()
	}
}

// ask is do for a change that finds something out.
func ask[T any](ctx context.Context, w *writer, change func(*transaction) (T, error)) (T, error) {
	found := new(T) // the change may outlast this call
	err := w.do(ctx, func(t *transaction) (err error) {
		*found, err = change(t)
		return err
	})
	if err != nil {
		return *new(T), err
	}
	return *found, nil
}

// run takes all calls that wait, carries them out in one transaction and answers them, until stop.
func (w *writer) run() {
	batch := make([]*call, 0, mostCalls)
	for {
		select {
		case <-w.quit:
			return
		case c := <-w.calls:
			batch = append(batch[:0], c)
		}
		batch = w.gather(batch)
		w.carryOut(batch)
		for _, c := range batch {
			close(c.done)
		}
	}
}

func (w *writer) gather(batch []*call) []*call {
	for len(batch) < mostCalls {
		select {
		case c := <-w.calls:
			batch = append(batch, c)
		default:
			return batch
		}
	}
	return batch
}

// carryOut makes all changes or none. Where the transaction fails, each change gets one of its own, so that only the faulty one fails.
func (w *writer) carryOut(batch []*call) {
	err := w.transact(batch)
	if err == nil {
		return
	}
	if len(batch) == 1 {
		batch[0].err = err
		return
	}
	for i := range batch {
		batch[i].err = w.transact(batch[i : i+1])
	}
}

func (w *writer) transact(batch []*call) error {
	if _, err := w.tx.begin.ExecContext(w.tx.ctx); err != nil {
		return fmt.Errorf("begin: %w", err)
	}
	for _, c := range batch {
		if err := c.do(w.tx); err != nil {
			return errors.Join(err, w.undo())
		}
	}
	if _, err := w.tx.commit.ExecContext(w.tx.ctx); err != nil {
		return errors.Join(fmt.Errorf("write to disk: %w", err), w.undo())
	}
	return nil
}

func (w *writer) undo() error {
	if _, err := w.tx.rollback.ExecContext(w.tx.ctx); err != nil {
		return fmt.Errorf("roll back: %w", err)
	}
	return nil
}
