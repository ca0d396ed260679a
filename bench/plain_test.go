package bench_test

import (
	"context"
	"database/sql"
	"path/filepath"
	"testing"
)

// plain is a table of states that is written by hand, in SQLite with the settings of our own store.
type plain struct{ put *sql.Stmt }

func openPlain(b *testing.B) plain {
	b.Helper()
	db, err := sql.Open("sqlite", "file:"+filepath.Join(b.TempDir(), "plain.db")+"?_pragma=journal_mode(WAL)&_pragma=synchronous(FULL)")
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = db.Close() })
	db.SetMaxOpenConns(1) // SQLite has one writer: others would wait and fail
	if _, err := db.ExecContext(b.Context(), "CREATE TABLE session (chat INTEGER PRIMARY KEY, state BLOB NOT NULL)"); err != nil {
		b.Fatal(err)
	}
	put, err := db.PrepareContext(b.Context(), "INSERT INTO session VALUES (?, ?) ON CONFLICT (chat) DO UPDATE SET state = excluded.state")
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = put.Close() })
	return plain{put}
}

func (p plain) insert(ctx context.Context, chat int64) func() error {
	n := int64(0)
	return func() error {
		n++
		_, err := p.put.ExecContext(ctx, chat, kept(n))
		return err
	}
}
