package bot_test

import (
	"context"
	"log/slog"
	"testing"
	"testing/synctest"
	"time"

	"repartee/bot"
	"repartee/bot/sqlitestore"
	"repartee/bot/telegram"
	"repartee/bot/telegram/telegramtest"
	"repartee/flows"
)

const reminding = `flow: order
start: {command: order}
steps:
  - ask: size
    text: Which size?
    options: {small: Small, large: Large}
    silence: {after: 1h, remind: [Still there?], then: end}
  - say: It is on its way.
`

// TestRest holds the clock in the place of Run: what is due comes when the clock says so and Rest is called, and all of it is there when Rest returns.
func TestRest(t *testing.T) {
	ctx, cancel := context.WithTimeout(t.Context(), patience)
	defer cancel()
	now := time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)
	clock := func() time.Time { return now }
	server := telegramtest.NewServer(telegramtest.Options{Now: clock})
	defer server.Close()
	client, err := telegram.New(telegram.Options{Token: server.Token(), APIURL: server.URL(), HTTP: server.HTTPClient()})
	if err != nil {
		t.Fatal(err)
	}
	store, err := sqlitestore.Open(ctx, sqlitestore.Options{Path: sqlitestore.Memory, Bot: client.BotID(), Now: func() int64 { return clock().UnixMilli() }})
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	var turns []flows.What
	b, err := bot.New(ctx, bot.Options{
		Store: store, Client: client, Set: oneFlow(t, reminding), Seed: []byte("rest"), Log: slog.New(slog.DiscardHandler),
		Watch: func(_ int64, in flows.Input, _ flows.Outcome) { turns = append(turns, in.What) },
	})
	if err != nil {
		t.Fatal(err)
	}
	defer b.Close()
	polling, stop := context.WithCancel(ctx)
	polled := make(chan struct{})
	go func() {
		defer close(polled)
		_ = client.Poll(polling, telegram.PollOptions{}, b.Receive) // it ends when it is stopped
	}()
	defer func() { stop(); <-polled }()
	ada := server.User(7, "Ada", "en")
	rest := func() []telegramtest.Message {
		t.Helper()
		if _, err := server.Rest(ctx); err != nil {
			t.Fatal(err)
		}
		if err := b.Rest(ctx); err != nil {
			t.Fatal(err)
		}
		return ada.Messages()
	}
	ada.Say("/order")
	if shown := rest(); len(shown) != 2 || shown[1].Text != "Which size?" {
		t.Fatalf("after the command: %+v", shown)
	}
	now = now.Add(59 * time.Minute)
	if shown := rest(); len(shown) != 2 {
		t.Errorf("before it is due: %+v", shown[2:])
	}
	now = now.Add(time.Minute)
	if shown := rest(); len(shown) != 3 || shown[2].Text != "Still there?" {
		t.Errorf("when it is due: %+v", shown[2:])
	}
	if len(turns) != 2 || turns[0] != flows.Message || turns[1] != flows.Wake {
		t.Errorf("the turns that were watched: %v", turns)
	}
}

// TestRestEndsWithItsContext: who waits for a bot that does not poll is let go.
func TestRestEndsWithItsContext(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		server := telegramtest.NewServer(telegramtest.Options{})
		defer server.Close()
		ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
		defer cancel()
		server.User(7, "Ada", "en").Say("Hello")
		if _, err := server.Rest(ctx); err == nil {
			t.Error("nobody has received what was said")
		}
	})
}
