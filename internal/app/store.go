package app

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"path/filepath"

	"repartee/bot"
	"repartee/bot/redisstore"
	"repartee/bot/sealed"
	"repartee/bot/sqlitestore"
)

// store is all that a store of ours can do.
type store interface {
	bot.Store
	bot.Archive
	bot.Library
	bot.Till
	io.Closer
}

// fleetOf is what several instances agree on, where the store is one that several can share.
func fleetOf(s *sealed.Store) bot.Fleet {
	fleet, _ := s.Backing.(bot.Fleet)
	return fleet
}

// openStore opens the store that the settings name, sealed if they say so, and says which one it is.
func openStore(ctx context.Context, dir string, s Settings, log *slog.Logger) (*sealed.Store, error) {
	below, err := openBelow(ctx, dir, s, log)
	if err != nil {
		return nil, err
	}
	return seal(ctx, below, s, sealed.Options{Log: log})
}

// seal puts the seal of the settings on a store, which it closes where that cannot be done.
func seal(ctx context.Context, below store, s Settings, o sealed.Options) (opened *sealed.Store, err error) {
	if o.Keys, err = sealed.ParseKeys(s.SealKeys); err != nil {
		err = fmt.Errorf("SEAL_KEYS: %w", err)
	} else {
		opened, err = sealed.Open(ctx, below, o)
	}
	if err != nil {
		return nil, errors.Join(err, below.Close())
	}
	return opened, nil
}

// openBelow opens the store that keeps the bytes.
func openBelow(ctx context.Context, dir string, s Settings, log *slog.Logger) (store, error) {
	if s.RedisURL != "" {
		redisstore.LogTo(log)
		opened, err := redisstore.Open(ctx, redisstore.Options{URL: s.RedisURL, Bot: s.number(), Log: log})
		if err != nil {
			return nil, fmt.Errorf("open the store that REDIS_URL names: %w", err)
		}
		log.Info("conversations are kept in Redis")
		return opened, nil
	}
	path := filepath.Join(dir, ".repartee", "bot.db")
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return nil, fmt.Errorf("make a place for conversations: %w", err)
	}
	opened, err := sqlitestore.Open(ctx, sqlitestore.Options{Path: path, Bot: s.number(), Log: log})
	if err != nil {
		return nil, fmt.Errorf("open the store in the bot's folder: %w", err)
	}
	log.Info("conversations are kept in a SQLite file; set REDIS_URL to run more than one instance", "file", path)
	return opened, nil
}
