package sealed

import (
	"context"
	"io"
	"log/slog"

	"repartee/bot"
)

// Backing is a store that keeps the bytes.
type Backing interface {
	bot.Store
	bot.Archive
	bot.Library
	bot.Till
	io.Closer
}

// Store is a store whose values are sealed. It is a bot.Store, bot.Archive, bot.Library and bot.Till, as the one below it; to close it closes that.
type Store struct {
	Backing
	keys Keys
	log  *slog.Logger
}

var _ Backing = (*Store)(nil)

// Options say how a store is sealed. The zero value seals nothing, and does not open what is sealed.
type Options struct {
	Keys   Keys
	Beside bool         // for a command next to a running bot: it uses no key that a bot has not begun to use
	Log    *slog.Logger // with which key is sealed, and what cannot be opened in passing; nil: nowhere
}

// Open seals a store. It refuses, with a plain sentence, where the store holds values that none of the keys opens. Where it fails the store below stays open.
func Open(ctx context.Context, below Backing, o Options) (*Store, error) {
	s := &Store{Backing: below, keys: o.Keys, log: o.Log}
	if s.log == nil {
		s.log = slog.New(slog.DiscardHandler)
	}
	if err := s.enter(ctx, o.Beside); err != nil {
		return nil, err
	}
	if s.keys.first != nil {
		s.log.InfoContext(ctx, "what the store keeps of customers is sealed", "key", s.keys.first.id)
	}
	return s, nil
}

// Load reads a contact.
func (s *Store) Load(ctx context.Context, chat int64) (bot.Record, error) {
	record, err := s.Backing.Load(ctx, chat)
	if err != nil {
		return bot.Record{}, err
	}
	c := s.keys.of(chat)
	return c.openRecord(record)
}

func (c *codec) openRecord(record bot.Record) (bot.Record, error) {
	state, err := c.open(stateKind, "", record.State)
	if err != nil {
		return bot.Record{}, err
	}
	record.State = state
	return record, nil
}
