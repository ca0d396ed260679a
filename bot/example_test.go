package bot_test

import (
	"context"
	"fmt"
	"log"
	"testing/fstest"

	"repartee/bot"
	"repartee/bot/sqlitestore"
	"repartee/bot/telegram"
	"repartee/bot/telegram/telegramtest"
	"repartee/config"
	"repartee/flows/steps"
)

// A program of your own runs a bot as the command does: flows from a folder, a store, and updates by polling. Here Telegram is a server in the same process.
func Example() {
	ctx, cancel := context.WithCancel(context.Background())
	server := telegramtest.NewServer(telegramtest.Options{})
	defer server.Close()

	loaded, found := config.Load(fstest.MapFS{ // os.DirFS("mybot") reads a folder
		"bot.yaml": {Data: []byte("{bot: Beans, languages: [en], time_zone: UTC, currency: EUR, start: hello}")},
		"flows/hello.yaml": {Data: []byte(`
flow: hello
fields: {name: text}
steps:
  - ask: name
    text: What is your name?
  - say: "**{{ name }}**, what a fine name!"
`)},
	}, steps.Kinds())
	if found.HasErrors() {
		log.Fatal(found)
	}
	store, err := sqlitestore.Open(ctx, sqlitestore.Options{Path: sqlitestore.Memory, Bot: 424242}) // or redisstore.Open
	if err != nil {
		log.Fatal(err)
	}
	client, err := telegram.New(telegram.Options{Token: server.Token(), APIURL: server.URL(), HTTP: server.HTTPClient()})
	if err != nil {
		log.Fatal(err)
	}
	b, err := bot.New(ctx, bot.Options{Store: store, Archive: store, Library: store, Client: client, Set: loaded.Set, Username: server.Username()})
	if err != nil {
		log.Fatal(err)
	}
	ended := make(chan error, 2)
	go func() { ended <- b.Run(ctx) }()
	go func() { ended <- client.Poll(ctx, telegram.PollOptions{}, b.Receive) }()

	customer := server.User(1, "Ann", "en")
	for i, words := range []string{"/start", "Ann"} {
		customer.Say(words)
		customer.Wait(ctx, func(screen []telegramtest.Message) bool { return len(screen) == 2*i+2 })
	}
	for _, m := range customer.Messages() {
		fmt.Println(m.Text)
	}

	cancel() // Run sends what is to be sent, then ends
	<-ended
	<-ended
	if err := store.Close(); err != nil {
		log.Fatal(err)
	}
	// Output:
	// /start
	// What is your name?
	// Ann
	// Ann, what a fine name!
}
