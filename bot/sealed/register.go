package sealed

import (
	"context"
	"crypto/rand"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"

	"repartee/bot"
)

// nobody is a chat that Telegram gives to no one. Its state in the store is the register: so it changes as a contact does, never half and never by two at once.
const nobody = math.MinInt64

// register is what the store knows of the keys in use.
type register struct {
	Keys map[string]string `json:"sealing_keys"` // id -> fingerprint

	version string
}

// readRegister reads the register from a store. Where nothing was ever sealed it is empty.
func readRegister(ctx context.Context, below bot.Store) (register, error) {
	r := register{Keys: map[string]string{}}
	record, err := below.Load(ctx, nobody)
	if err != nil {
		return r, fmt.Errorf("read which keys are in use: %w", err)
	}
	r.version = record.Version
	if len(record.State) == 0 {
		return r, nil
	}
	if err := json.Unmarshal(record.State, &r); err != nil {
		return r, fmt.Errorf("read which keys are in use: %w", err)
	}
	return r, nil
}

// write puts the register into the store. False: somebody else has changed it meanwhile.
func (r *register) write(ctx context.Context, below bot.Store) (bool, error) {
	state, err := json.Marshal(r)
	if err != nil {
		return false, fmt.Errorf("note which keys are in use: %w", err)
	}
	c := bot.Commit{Chat: nobody, Version: r.version, Next: after(r.version), State: state, Now: below.Now()}
	done, err := below.Commit(ctx, c)
	if err != nil {
		return false, fmt.Errorf("note which keys are in use: %w", err)
	}
	return done.Status == bot.OK || done.Record.Version == c.Next, nil
}

// after is the version that follows another, as the bot makes them: a counter, and what was never there before.
func after(version string) string {
	counter, _, _ := strings.Cut(version, ".")
	n, _ := strconv.ParseUint(counter, 10, 64) // no version: the first
	return strconv.FormatUint(n+1, 10) + "." + rand.Text()
}

// enter holds the keys against the register, and notes the one that is going to seal.
func (s *Store) enter(ctx context.Context, beside bool) error {
	for {
		r, err := readRegister(ctx, s.Backing)
		if err != nil {
			return err
		}
		if err := r.refuses(&s.keys); err != nil {
			return err
		}
		first := s.keys.first
		if first == nil || r.Keys[first.id] != "" {
			return nil
		}
		if beside {
			return fmt.Errorf("no bot seals with key %s yet, the first one in SEAL_KEYS: start the bot with these SEAL_KEYS before", first.id)
		}
		r.Keys[first.id] = first.fingerprint()
		if done, err := r.write(ctx, s.Backing); err != nil || done {
			return err
		}
	}
}

// refuses says which key in use is not given, or is given wrongly.
func (r *register) refuses(keys *Keys) error {
	var wrong []error
	for _, id := range slices.Sorted(maps.Keys(r.Keys)) {
		switch k := keys.find(id); {
		case k == nil:
			wrong = append(wrong, fmt.Errorf("the store holds what is sealed with key %s, which SEAL_KEYS has not: add it there, behind the first one. Nothing was changed", id))
		case k.fingerprint() != r.Keys[id]:
			wrong = append(wrong, fmt.Errorf("key %s in SEAL_KEYS is not the one that the store was sealed with: put the former key there, and give a new key a new id. Nothing was changed", id))
		}
	}
	return errors.Join(wrong...)
}
