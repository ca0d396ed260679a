package chaos

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"

	"repartee/bot/redisstore"
	"repartee/flows"
)

// botNumber is the one in front of the token.
const botNumber = 424242

// addresses are those of all nodes, as the harness reaches them.
func (r *run) addresses() []string {
	if !r.redis.clustered() {
		return []string{addressOf(r.redis.nodes[0].port)}
	}
	var all []string
	for _, l := range r.redis.links {
		all = append(all, addressOf(l.port()))
	}
	return all
}

// open opens the store of the bots, as one of them would.
func (r *run) open(ctx context.Context) (*redisstore.Store, error) {
	scheme := "redis://"
	if r.redis.clustered() {
		scheme = "redis+cluster://"
	}
	s, err := redisstore.Open(ctx, redisstore.Options{URL: scheme + strings.Join(r.addresses(), ","), Bot: botNumber})
	if err != nil {
		return nil, fmt.Errorf("read what the bots have kept: %w", err)
	}
	return s, nil
}

// kept is what the store has of a customer.
type kept struct {
	Phone   string
	Words   []string
	Pressed int
	Woken   int
	Friends int
}

func keptOf(ctx context.Context, s *redisstore.Store, id int64) (k kept, err error) {
	record, err := s.Load(ctx, id)
	if err != nil {
		return k, err
	}
	state, err := flows.DecodeState(record.State)
	if err != nil {
		return k, fmt.Errorf("the state of customer %d: %w", id, err)
	}
	var spoken []struct{ Record struct{ Word string } }
	for name, into := range map[string]any{"phone": &k.Phone, "words": &spoken, "pressed": &k.Pressed, "woken": &k.Woken, "friends": &k.Friends} {
		if answer, known := state.Contact.Fields[name]; known {
			if err := decode(answer, into); err != nil {
				return k, fmt.Errorf("field %s of customer %d: %w", name, id, err)
			}
		}
	}
	for _, entry := range spoken {
		k.Words = append(k.Words, entry.Record.Word)
	}
	return k, nil
}

// decode reads the value of an answer, which stands first in its JSON.
func decode(a flows.Answer, into any) error {
	raw, err := json.Marshal(a)
	if err != nil {
		return err
	}
	var parts []json.RawMessage
	if err := json.Unmarshal(raw, &parts); err != nil {
		return err
	}
	if len(parts) == 0 {
		return nil
	}
	return json.Unmarshal(parts[0], into)
}
