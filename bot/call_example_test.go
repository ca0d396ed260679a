package bot_test

import (
	"context"
	"fmt"
	"log"
	"testing/fstest"
	"time"

	"repartee/bot"
	"repartee/bot/sqlitestore"
	"repartee/bot/telegram"
	"repartee/bot/telegram/telegramtest"
	"repartee/config"
	"repartee/flows/steps"
)

// What a flow may call can be a Go function: its structs say what it needs and gives, and flows are checked against them. It runs beside the talk, which goes on
// when it is done.
func ExampleNewCall() {
	type needs struct {
		Number string `json:"number"`
	}
	type gives struct {
		Arrives bot.Date `json:"arrives"`
	}
	parcel := bot.NewCall("parcel", func(_ context.Context, in needs) (gives, error) {
		if in.Number != "A7" {
			return gives{}, fmt.Errorf("no parcel %s", in.Number)
		}
		return gives{Arrives: "2026-03-05"}, nil
	})

	loaded, found := config.Load(fstest.MapFS{
		"bot.yaml": {Data: []byte("{bot: Beans, languages: [en], time_zone: UTC, currency: EUR, start: hello}")},
		"flows/hello.yaml": {Data: []byte(`
flow: hello
fields: {parcel_number: text, day: date}
steps:
  - {ask: parcel_number, text: Which parcel?}
  - {call: parcel, with: {number: parcel_number}, take: {day: arrives}, error: lost}
  - say: It comes on {{ weekday(day) }}.
  - end:
  - {id: lost, say: I cannot find it.}
`)},
	}, steps.Kinds(), config.WithCalls(parcel.Declared()))
	if found.HasErrors() {
		log.Fatal(found)
	}

	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	server := telegramtest.NewServer(telegramtest.Options{})
	defer server.Close()
	store, err := sqlitestore.Open(ctx, sqlitestore.Options{Path: sqlitestore.Memory, Bot: 424242})
	if err != nil {
		log.Fatal(err)
	}
	client, err := telegram.New(telegram.Options{Token: server.Token(), APIURL: server.URL(), HTTP: server.HTTPClient()})
	if err != nil {
		log.Fatal(err)
	}
	b, err := bot.New(ctx, bot.Options{Store: store, Archive: store, Library: store, Client: client, Set: loaded.Set, Calls: []bot.Call{parcel}})
	if err != nil {
		log.Fatal(err)
	}
	ended := make(chan error, 2)
	go func() { ended <- b.Run(ctx) }()
	go func() { ended <- client.Poll(ctx, telegram.PollOptions{}, b.Receive) }()

	customer := server.User(1, "Ann", "en")
	for i, words := range []string{"/start", "A7"} {
		customer.Say(words)
		customer.Wait(ctx, func(screen []telegramtest.Message) bool { return len(screen) == 2*i+2 })
	}
	for _, m := range customer.Messages() {
		fmt.Println(m.Text)
	}

	cancel()
	<-ended
	<-ended
	if err := store.Close(); err != nil {
		log.Fatal(err)
	}
	// Output:
	// /start
	// Which parcel?
	// A7
	// It comes on Thursday.
}
