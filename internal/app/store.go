package app

import (
	"context"
	"fmt"
	"io"
	"log/slog"
	"os"
	"path/filepath"

	"repartee/bot"
	"repartee/bot/redisstore"
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
func fleetOf(s store) bot.Fleet {
	fleet, _ := s.(bot.Fleet)
	return fleet
}

// openStore opens the store that the settings name, and says which one it is.
func openStore(ctx context.Context, dir string, s Settings, log *slog.Logger) (store, error) {
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
