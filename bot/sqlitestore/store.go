package sqlitestore

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"sync"
	"time"

	"github.com/gofrs/flock"

	"repartee/bot"
)

// Store is a bot.Store, bot.Archive, bot.Library and bot.Till in a SQLite file.
type Store struct {
	clock   func() int64
	lock    *flock.Flock // nil: in memory, or beside a running bot
	db      *sql.DB      // the writer's
	readers *sql.DB      // nil: in memory, where the writer reads too
	load    *sql.Stmt
	due     *sql.Stmt
	writer  *writer
	owned   sync.WaitGroup
	close   func() error
}

var (
	_ bot.Store   = (*Store)(nil)
	_ bot.Archive = (*Store)(nil)
	_ bot.Library = (*Store)(nil)
	_ bot.Till    = (*Store)(nil)
)

func newStore(o Options) *Store {
	s := &Store{clock: o.Now}
	if s.clock == nil {
		s.clock = func() int64 { return time.Now().UnixMilli() }
	}
	s.close = sync.OnceValue(s.shut)
	return s
}

// Close finishes what is being written, ends the writer and lets go of the file. Calls that come later fail; only a second Close does not.
func (s *Store) Close() error { return s.close() }

func (s *Store) shut() error {
	s.writer.stop()
	s.owned.Wait()
	return s.release()
}

func (s *Store) release() error {
	var errs []error
	if s.writer != nil {
		errs = append(errs, s.writer.tx.close(), s.writer.conn.Close())
	}
	if s.readers != nil {
		errs = append(errs, s.readers.Close())
	}
	if s.db != nil {
		errs = append(errs, s.db.Close())
	}
	if s.lock != nil {
		errs = append(errs, s.lock.Unlock())
	}
	return errors.Join(errs...)
}

// Now is the clock of Options: there is one process, and it agrees with itself.
func (s *Store) Now() int64 { return s.clock() }

// Load reads a contact. One that was never seen is the zero Record.
func (s *Store) Load(ctx context.Context, chat int64) (bot.Record, error) {
	var r bot.Record
	var err error
	if s.readers != nil {
		r, err = readRecord(ctx, s.load, chat)
	} else {
		r, err = ask(ctx, s.writer, func(t *transaction) (bot.Record, error) { return readRecord(t.ctx, t.load, chat) })
	}
	if err != nil {
		return bot.Record{}, fmt.Errorf("load a contact: %w", err)
	}
	return r, nil
}

func readRecord(ctx context.Context, load *sql.Stmt, chat int64) (r bot.Record, err error) {
	err = load.QueryRowContext(ctx, chat).Scan(&r.Version, &r.State)
	if errors.Is(err, sql.ErrNoRows) {
		return bot.Record{}, nil
	}
	return r, err
}
