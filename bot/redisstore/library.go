package redisstore

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"

	"github.com/redis/go-redis/v9"
)

// FileID is what Telegram knows an uploaded file by; "" for one that is not known.
func (s *Store) FileID(ctx context.Context, file string) (string, error) {
	id, err := s.member(ctx, s.keys.files, file)
	if err != nil {
		return "", fmt.Errorf("look for an uploaded file: %w", err)
	}
	return id, nil
}

// KeepFileID keeps what Telegram knows an uploaded file by.
func (s *Store) KeepFileID(ctx context.Context, file, id string) error {
	err := s.again(ctx, func() error { return s.client.HSet(ctx, s.keys.files, file, id).Err() })
	if err != nil {
		return fmt.Errorf("keep the id of an uploaded file: %w", err)
	}
	return nil
}

// Publish keeps files under the next number, or finds the number of the latest where they are the same.
func (s *Store) Publish(ctx context.Context, files []byte) (int, error) {
	sum := sha256.Sum256(files)
	args := append(call(s.scripts.publish, 3, s.keys.published, s.keys.public), hex.EncodeToString(sum[:]), files, s.Now())
	v, err := s.run(ctx, s.scripts.publish, args)
	if err != nil {
		return 0, fmt.Errorf("publish the files: %w", err)
	}
	number, ok := v.(int64)
	if !ok {
		return 0, fmt.Errorf("publish the files: script answered %T", v)
	}
	return int(number), nil
}

// Publication reads the files of a number; nil where they are not kept.
func (s *Store) Publication(ctx context.Context, number int) ([]byte, error) {
	files, err := s.member(ctx, s.keys.published, text(int64(number)))
	if err != nil {
		return nil, fmt.Errorf("read publication %d: %w", number, err)
	}
	if files == "" {
		return nil, nil
	}
	return []byte(files), nil
}

// Secret is 32 random bytes, made when they are first asked for.
func (s *Store) Secret(ctx context.Context) ([]byte, error) {
	fresh := make([]byte, 32)
	rand.Read(fresh) // never fails
	err := s.again(ctx, func() error { return s.client.HSetNX(ctx, s.keys.meta, "secret", hex.EncodeToString(fresh)).Err() })
	if err != nil {
		return nil, fmt.Errorf("keep the store's secret: %w", err)
	}
	kept, err := s.member(ctx, s.keys.meta, "secret")
	if err != nil {
		return nil, fmt.Errorf("read the store's secret: %w", err)
	}
	secret, err := hex.DecodeString(kept)
	if err != nil {
		return nil, fmt.Errorf("read the store's secret: %w", err)
	}
	return secret, nil
}

// member reads a member of a hash; "" where there is none.
func (s *Store) member(ctx context.Context, key, name string) (value string, err error) {
	err = s.again(ctx, func() (err error) {
		value, err = s.client.HGet(ctx, key, name).Result()
		if errors.Is(err, redis.Nil) {
			return nil
		}
		return err
	})
	return value, err
}
