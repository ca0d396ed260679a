package sealed_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"repartee/bot"
	"repartee/bot/sealed"
	"repartee/flows/shop"
)

const day = 24 * 60 * 60 * 1000

// talk is a customer's first turn: a state, a reply that waits to be sent, a timer in an hour, an open order, and a word in the inbox.
func talk(t testing.TB, s bot.Store, chat int64, name string) {
	t.Helper()
	now := s.Now()
	commit(t, s, bot.Commit{
		Chat: chat, State: []byte(name), Outbox: []bot.Entry{{Policy: bot.Resend, Call: []byte("Hello " + name)}}, Wake: now + day/24,
		Orders: []bot.OrderWrite{open(t, s, chat, name)},
	})
	if err := s.Post(t.Context(), chat, bot.Posted{ID: "word", Input: []byte("word of " + name)}, now); err != nil {
		t.Fatal(err)
	}
}

// open is an order that can be paid for an hour.
func open(t testing.TB, s bot.Store, chat int64, name string) bot.OrderWrite {
	t.Helper()
	order := shop.Order{Number: fmt.Sprintf("O-%d", chat), State: shop.Open, Expires: s.Now()/1000 + 3600, Address: &shop.Address{Name: name}}
	body, err := json.Marshal(order)
	if err != nil {
		t.Fatal(err)
	}
	return bot.OrderWrite{Number: order.Number, State: order.State, Expires: order.Expires * 1000, Body: body}
}

func commit(t testing.TB, s bot.Store, c bot.Commit) {
	t.Helper()
	record, err := s.Load(t.Context(), c.Chat)
	if err != nil {
		t.Fatal(err)
	}
	c.Version, c.Next, c.Now = record.Version, record.Version+"1", s.Now()
	done, err := s.Commit(t.Context(), c)
	if err != nil || done.Status != bot.OK {
		t.Fatalf("Commit: %d, %v", done.Status, err)
	}
}

func rekey(t testing.TB, s sealedStore) sealed.Rekeyed {
	t.Helper()
	out, err := s.Rekey(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// sent empties the outboxes and inboxes, as a bot does.
func sent(t testing.TB, s bot.Store, chats ...int64) {
	t.Helper()
	now := s.Now() + day
	claim := bot.Claim{Nonce: "n", Until: now + day}
	work, err := s.Due(t.Context(), bot.DueQuery{Now: now, Limit: 100, Claim: claim, Retry: now + day})
	if err != nil {
		t.Fatal(err)
	}
	for _, w := range work {
		if !slices.Contains(chats, w.Chat) {
			continue
		}
		if n := len(w.Outbox); n > 0 {
			if _, err := s.Ack(t.Context(), bot.Ack{Chat: w.Chat, Claim: claim, Through: w.Outbox[n-1].Seq, Now: now}); err != nil {
				t.Fatal(err)
			}
		}
		record, err := s.Load(t.Context(), w.Chat)
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range w.Inbox {
			commit(t, s, bot.Commit{Chat: w.Chat, State: record.State, Inbox: p.ID})
		}
	}
}

// everything is what a store keeps of a contact, without its version.
type everything struct {
	State   string
	Waiting bot.Waiting
	Orders  []bot.KeptOrder
}

func kept(t testing.TB, s sealedStore, chats ...int64) map[int64]everything {
	t.Helper()
	out := map[int64]everything{}
	for _, chat := range chats {
		record, err := s.Load(t.Context(), chat)
		if err != nil {
			t.Fatal(err)
		}
		waiting, err := s.Waiting(t.Context(), chat)
		if err != nil {
			t.Fatal(err)
		}
		out[chat] = everything{State: string(record.State), Waiting: waiting}
	}
	err := s.Orders(t.Context(), func(o bot.KeptOrder) error {
		one := out[o.Chat]
		one.Orders = append(one.Orders, o)
		out[o.Chat] = one
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func same(t testing.TB, what string, got, want any) {
	t.Helper()
	if diff := cmp.Diff(want, got, cmpopts.EquateEmpty()); diff != "" {
		t.Errorf("%s (-want +got):\n%s", what, diff)
	}
}
