package sqlitestore

import (
	"context"
	"database/sql"
	_ "embed"
	"errors"
	"fmt"
)

var (
	//go:embed schema_1.sql
	schema1 string
	//go:embed schema_2.sql
	schema2 string
	//go:embed schema_3.sql
	schema3 string
	//go:embed schema_4.sql
	schema4 string
	//go:embed schema_5.sql
	schema5 string
	//go:embed schema_6.sql
	schema6 string
	//go:embed schema_7.sql
	schema7 string
)

// schema is raised when the tables change. SQLite keeps it in the file's user_version. An older file gets what it lacks.
const schema = 7

// prepareFile makes the tables in a new file, or checks that an old one is this program's and this bot's.
func prepareFile(ctx context.Context, c *sql.Conn, path string, bot int64) error {
	var version int
	if err := c.QueryRowContext(ctx, "PRAGMA user_version").Scan(&version); err != nil {
		return fmt.Errorf("read %s: %w", path, err)
	}
	switch {
	case version == 0 && bot == Any && path != Memory:
		return fmt.Errorf("no bot has written to %s", path)
	case version == 0:
		return alter(ctx, c, path, schema1, fmt.Sprintf("INSERT INTO meta (bot) VALUES (%d)", bot), schema2, schema3, schema4, schema5, schema6, schema7)
	case version < schema:
		if err := checkBot(ctx, c, path, bot); err != nil {
			return err
		}
		return alter(ctx, c, path, []string{schema2, schema3, schema4, schema5, schema6, schema7}[version-1:]...)
	case version == schema:
		return checkBot(ctx, c, path, bot)
	}
	return fmt.Errorf("%s was written by another version of the program (schema %d, this one knows %d): use that program, or another file", path, version, schema)
}

// alter brings the tables to this program's schema, wholly or not at all.
func alter(ctx context.Context, c *sql.Conn, path string, statements ...string) error {
	if _, err := c.ExecContext(ctx, "BEGIN IMMEDIATE"); err != nil {
		return fmt.Errorf("write to %s: %w", path, err)
	}
	for _, statement := range append(statements, fmt.Sprintf("PRAGMA user_version = %d", schema), "COMMIT") {
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
	if bot != Any && owner != bot {
		return fmt.Errorf("%s holds the conversations of bot %d, and the token is that of bot %d: give this bot a file of its own", path, owner, bot)
	}
	return nil
}
