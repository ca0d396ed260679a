package sqlitestore

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"net/url"
	"os"
	"path/filepath"

	"github.com/gofrs/flock"
	_ "modernc.org/sqlite" // the driver "sqlite"
)

// Memory is the path of a store that is gone with the process: for chat, tests and the demo.
const Memory = ":memory:"

// Any stands for whichever bot a file belongs to.
const Any = -1

// readers is how many connections read beside the writer.
const readers = 4

// Options says which file, and for which bot.
type Options struct {
	Path   string       // of the file, made if absent, with its folder; or Memory
	Bot    int64        // the number in front of the token; it survives a new token. Any with Beside: whosever the file is
	Beside bool         // open next to a running bot: no lock, and the file must be there
	Now    func() int64 // the clock, milliseconds since 1970; nil: the system's
	Log    *slog.Logger // what the operator should know; nil: nowhere
}

// Open opens or makes the file and begins to write. Its error says in a plain sentence what to do.
func Open(ctx context.Context, o Options) (*Store, error) {
	s := newStore(o)
	if err := s.open(ctx, o); err != nil {
		return nil, errors.Join(err, s.release())
	}
	s.owned.Go(s.writer.run)
	return s, nil
}

func (s *Store) open(ctx context.Context, o Options) (err error) {
	if o.Path == "" {
		return errors.New("no path is given for the SQLite file")
	}
	if o.Path != Memory {
		if s.lock, err = claimFile(o); err != nil {
			return err
		}
	}
	// secure_delete: what is deleted is overwritten, or the words of a forgotten customer would stay in free parts of the file.
	if s.db, err = sql.Open("sqlite", dsn(o.Path, "journal_mode(WAL)", "synchronous(FULL)", "secure_delete(1)")); err != nil {
		return fmt.Errorf("open %s: %w", o.Path, err)
	}
	conn, err := s.db.Conn(ctx)
	if err != nil {
		return fmt.Errorf("open %s: %w", o.Path, err)
	}
	if err := prepareFile(ctx, conn, o.Path, o.Bot); err != nil {
		return errors.Join(err, conn.Close())
	}
	if s.lock != nil {
		if err := endClaims(ctx, conn, o.Path); err != nil {
			return errors.Join(err, conn.Close())
		}
	}
	if err := warnJournal(ctx, conn, o); err != nil {
		return errors.Join(err, conn.Close())
	}
	if s.writer, err = newWriter(ctx, conn); err != nil {
		return errors.Join(err, conn.Close())
	}
	if o.Path == Memory {
		return nil
	}
	if s.readers, err = sql.Open("sqlite", dsn(o.Path, "query_only(1)")); err != nil {
		return fmt.Errorf("open %s: %w", o.Path, err)
	}
	s.readers.SetMaxOpenConns(readers)
	s.readers.SetMaxIdleConns(readers)
	s.load, err = s.readers.PrepareContext(ctx, loadSQL)
	if err == nil {
		s.due, err = s.readers.PrepareContext(ctx, dueSQL)
	}
	if err != nil {
		return fmt.Errorf("prepare to read %s: %w", o.Path, err)
	}
	return nil
}

// endClaims ends what an earlier process had claimed: the lock says that it is gone, so that nobody needs to wait for its claims to run out.
func endClaims(ctx context.Context, conn *sql.Conn, path string) error {
	if _, err := conn.ExecContext(ctx, "UPDATE contact SET till = 1, due = 1 WHERE nonce <> ''"); err != nil {
		return fmt.Errorf("take up what was left in %s: %w", path, err)
	}
	return nil
}

// warnJournal says so where the file system cannot do what write-ahead logging needs: all works, but readers and the writer hold each other up.
func warnJournal(ctx context.Context, conn *sql.Conn, o Options) error {
	var mode string
	if err := conn.QueryRowContext(ctx, "PRAGMA journal_mode").Scan(&mode); err != nil {
		return fmt.Errorf("read %s: %w", o.Path, err)
	}
	if mode != "wal" && o.Path != Memory && o.Log != nil {
		o.Log.WarnContext(ctx, "SQLite cannot use its write-ahead log here and will be slow: put the file on a local disk", "file", o.Path, "journal", mode)
	}
	return nil
}

// claimFile locks the file and makes it readable for its owner alone: it holds what customers wrote.
func claimFile(o Options) (*flock.Flock, error) {
	if o.Beside {
		if _, err := os.Stat(o.Path); err != nil {
			return nil, fmt.Errorf("no bot has written to %s: %w", o.Path, err)
		}
		return nil, nil
	}
	if err := os.MkdirAll(filepath.Dir(o.Path), 0o700); err != nil {
		return nil, fmt.Errorf("make the folder of the SQLite file: %w", err)
	}
	l, err := lock(o.Path)
	if err != nil {
		return nil, err
	}
	f, err := os.OpenFile(o.Path, os.O_CREATE|os.O_RDWR, 0o600)
	if errors.Is(err, fs.ErrPermission) {
		return l, fmt.Errorf("the SQLite file may not be written: allow it to this user, or name another file: %w", err)
	}
	if err != nil {
		return l, fmt.Errorf("open the SQLite file: %w", err)
	}
	return l, f.Close()
}

// dsn names the file to the driver. Another process may hold the file for a moment: busy_timeout waits for it.
func dsn(path string, pragmas ...string) string {
	q := url.Values{"_pragma": append([]string{"busy_timeout(5000)"}, pragmas...)}
	if path == Memory {
		return Memory + "?" + q.Encode()
	}
	u := url.URL{Scheme: "file", Opaque: (&url.URL{Path: path}).EscapedPath(), RawQuery: q.Encode()}
	return u.String()
}
