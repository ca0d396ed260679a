package app

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"path/filepath"

	"repartee/bot"
	"repartee/bot/redisstore"
	"repartee/bot/sealed"
	"repartee/bot/sqlitestore"
)

// Archive is what a bot's store keeps for the operator.
type Archive interface {
	bot.Archive
	io.Closer
}

// OpenArchive opens the store of a bot beside the bot itself, which may run: the one that REDIS_URL names, else the SQLite file in the bot's folder.
func OpenArchive(ctx context.Context, dir string) (Archive, error) {
	return besideAny(ctx, dir)
}

// besideAny is beside with the settings of the environment, whichever bot a SQLite file belongs to.
func besideAny(ctx context.Context, dir string) (*sealed.Store, error) {
	s, err := parseSettings()
	if err != nil {
		return nil, err
	}
	return beside(ctx, dir, s, sqlitestore.Any)
}

// beside opens the store of a bot next to the bot itself, whose lock it leaves alone. owner is the bot that a SQLite file must belong to.
func beside(ctx context.Context, dir string, s Settings, owner int64) (*sealed.Store, error) {
	below, err := belowBeside(ctx, dir, s, owner)
	if err != nil {
		return nil, err
	}
	return seal(ctx, below, s, sealed.Options{Beside: true})
}

func belowBeside(ctx context.Context, dir string, s Settings, owner int64) (store, error) {
	if s.RedisURL == "" {
		opened, err := sqlitestore.Open(ctx, sqlitestore.Options{Path: filepath.Join(dir, ".repartee", "bot.db"), Bot: owner, Beside: true})
		if err != nil {
			return nil, fmt.Errorf("open the store in the bot's folder (set REDIS_URL where it is in Redis): %w", err)
		}
		return opened, nil
	}
	if !tokenForm.MatchString(s.Token) {
		return nil, errors.New("TELEGRAM_TOKEN is not set to a token: the number in front of it says which bot's conversations are meant")
	}
	redisstore.LogTo(slog.New(slog.DiscardHandler))
	opened, err := redisstore.Open(ctx, redisstore.Options{URL: s.RedisURL, Bot: s.number()})
	if err != nil {
		return nil, fmt.Errorf("open the store that REDIS_URL names: %w", err)
	}
	return opened, nil
}
