package sqlitestore

import (
	"context"
	"database/sql"
	_ "embed"
	"errors"
	"fmt"
)

//go:embed schema.sql
var schemaText string

// schema is raised when the meaning of a column changes. SQLite keeps it in the file's user_version.
const schema = 1

// prepareFile makes the tables in a new file, or checks that an old one is this program's and this bot's.
func prepareFile(ctx context.Context, c *sql.Conn, path string, bot int64) error {
	var version int
	if err := c.QueryRowContext(ctx, "PRAGMA user_version").Scan(&version); err != nil {
		return fmt.Errorf("read %s: %w", path, err)
	}
	switch version {
	case 0:
		return create(ctx, c, path, bot)
	case schema:
		return checkBot(ctx, c, path, bot)
	}
	return fmt.Errorf("%s was written by another version of the program (schema %d, this one knows %d): use that program, or another file", path, version, schema)
}

func create(ctx context.Context, c *sql.Conn, path string, bot int64) (err error) {
	if _, err := c.ExecContext(ctx, "BEGIN IMMEDIATE"); err != nil {
		return fmt.Errorf("write to %s: %w", path, err)
	}
	for _, statement := range []string{
		schemaText,
		fmt.Sprintf("INSERT INTO meta (bot) VALUES (%d)", bot),
		fmt.Sprintf("PRAGMA user_version = %d", schema),
		"COMMIT",
	} {
		if _, err := c.ExecContext(ctx, statement); err != nil {
			_, undo := c.ExecContext(ctx, "ROLLBACK")
			return fmt.Errorf("make the tables in %s: %w", path, errors.Join(err, undo))
		}
	}
	return nil
}

func checkBot(ctx context.Context, c *sql.Conn, path string, bot int64) error {
	var owner int64
	if err := c.QueryRowContext(ctx, "SELECT bot FROM meta").Scan(&owner); err != nil {
		return fmt.Errorf("read %s: %w", path, err)
	}
	if owner != bot {
		return fmt.Errorf("%s holds the conversations of bot %d, and the token is that of bot %d: give this bot a file of its own", path, owner, bot)
	}
	return nil
}
