package app

import (
	"context"
	"errors"

	"repartee/bot/sealed"
	"repartee/bot/sqlitestore"
)

// Rekeyed tells what was sealed anew, and what is left.
type Rekeyed = sealed.Rekeyed

// Plain stands for no key, in what Rekeyed tells.
const Plain = sealed.Plain

// Rekey seals what the store of a bot keeps of customers anew with the first of SEAL_KEYS. The bot may run meanwhile.
func Rekey(ctx context.Context, dir string) (Rekeyed, error) {
	s, err := parseSettings()
	if err != nil {
		return Rekeyed{}, err
	}
	if s.SealKeys == "" {
		return Rekeyed{}, errors.New("SEAL_KEYS is not set: set it as it is for the bot, the key to seal with first")
	}
	kept, err := beside(ctx, dir, s, sqlitestore.Any)
	if err != nil {
		return Rekeyed{}, err
	}
	defer kept.Close()
	return kept.Rekey(ctx)
}
