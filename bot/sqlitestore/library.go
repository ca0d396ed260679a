package sqlitestore

import (
	"bytes"
	"context"
	"crypto/rand"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"errors"
	"fmt"

	"repartee/bot"
)

// FileID is what Telegram knows an uploaded file by; "" for one that is not known.
func (s *Store) FileID(ctx context.Context, file string) (string, error) {
	ids, err := list(ctx, s, fileSQL, []any{file}, func(r *sql.Rows) (id string, err error) {
		err = r.Scan(&id)
		return id, err
	})
	if err != nil {
		return "", fmt.Errorf("look for an uploaded file: %w", err)
	}
	if len(ids) == 0 {
		return "", nil
	}
	return ids[0], nil
}

// KeepFileID keeps what Telegram knows an uploaded file by.
func (s *Store) KeepFileID(ctx context.Context, file, id string) error {
	err := s.writer.do(ctx, func(t *transaction) error {
		_, err := t.keepFile.ExecContext(t.ctx, file, id)
		return err
	})
	if err != nil {
		return fmt.Errorf("keep the id of an uploaded file: %w", err)
	}
	return nil
}

// Publish keeps files under the next number, or finds the number of the latest where they are the same.
func (s *Store) Publish(ctx context.Context, files []byte) (int, error) {
	number, err := ask(ctx, s.writer, func(t *transaction) (int, error) { return t.publishFiles(files, s.Now()) })
	if err != nil {
		return 0, fmt.Errorf("publish the files: %w", err)
	}
	return number, nil
}

func (t *transaction) publishFiles(files []byte, now int64) (number int, err error) {
	var latest []byte
	err = t.latest.QueryRowContext(t.ctx).Scan(&number, &latest)
	switch {
	case err == nil && bytes.Equal(latest, files):
		return number, nil
	case err != nil && !errors.Is(err, sql.ErrNoRows):
		return 0, err
	}
	sum := sha256.Sum256(files)
	done, err := t.publish.ExecContext(t.ctx, files, now, hex.EncodeToString(sum[:]))
	if err != nil {
		return 0, err
	}
	id, err := done.LastInsertId()
	return int(id), err
}

// Publications lists what Publication can read.
func (s *Store) Publications(ctx context.Context) ([]bot.Publication, error) {
	out, err := list(ctx, s, publicSQL, nil, func(r *sql.Rows) (p bot.Publication, err error) {
		err = r.Scan(&p.Number, &p.At, &p.Digest, &p.Bytes)
		return p, err
	})
	if err != nil {
		return nil, fmt.Errorf("list publications: %w", err)
	}
	return out, nil
}

// DropPublications forgets the files of some numbers, but never those of the latest.
func (s *Store) DropPublications(ctx context.Context, numbers []int) (int, error) {
	dropped, err := ask(ctx, s.writer, func(t *transaction) (dropped int64, err error) {
		for _, number := range numbers {
			done, err := t.dropPublication.ExecContext(t.ctx, number)
			if err != nil {
				return 0, err
			}
			n, err := done.RowsAffected()
			if err != nil {
				return 0, err
			}
			dropped += n
		}
		return dropped, nil
	})
	if err != nil {
		return 0, fmt.Errorf("drop publications: %w", err)
	}
	return int(dropped), nil
}

// Publication reads the files of a number; nil where they are not kept.
func (s *Store) Publication(ctx context.Context, number int) ([]byte, error) {
	found, err := list(ctx, s, filesSQL, []any{number}, func(r *sql.Rows) (files []byte, err error) {
		err = r.Scan(&files)
		return files, err
	})
	if err != nil {
		return nil, fmt.Errorf("read publication %d: %w", number, err)
	}
	if len(found) == 0 {
		return nil, nil
	}
	return found[0], nil
}

// Secret is 32 random bytes, made when they are first asked for.
func (s *Store) Secret(ctx context.Context) ([]byte, error) {
	secret, err := ask(ctx, s.writer, func(t *transaction) (secret []byte, err error) {
		fresh := make([]byte, 32)
		rand.Read(fresh) // never fails
		if _, err := t.keepSecret.ExecContext(t.ctx, fresh); err != nil {
			return nil, err
		}
		err = t.secret.QueryRowContext(t.ctx).Scan(&secret)
		return secret, err
	})
	if err != nil {
		return nil, fmt.Errorf("read the store's secret: %w", err)
	}
	return secret, nil
}
