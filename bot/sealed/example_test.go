package sealed_test

import (
	"context"
	"fmt"
	"log"

	"repartee/bot"
	"repartee/bot/sealed"
	"repartee/bot/sqlitestore"
)

// A program of its own seals its store before it gives it to the bot, as Store, Till, Archive and Library.
func ExampleOpen() {
	ctx := context.Background()
	below, err := sqlitestore.Open(ctx, sqlitestore.Options{Path: sqlitestore.Memory, Bot: 42})
	if err != nil {
		log.Fatal(err)
	}
	keys, err := sealed.ParseKeys("k1:AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=") // mostly of the environment
	if err != nil {
		log.Fatal(err)
	}
	store, err := sealed.Open(ctx, below, sealed.Options{Keys: keys})
	if err != nil {
		log.Fatal(err)
	}
	defer store.Close()

	_, err = store.Commit(ctx, bot.Commit{Chat: 7, Next: "1.a", State: []byte(`{"name":"Ada"}`), Now: store.Now()})
	if err != nil {
		log.Fatal(err)
	}
	for _, s := range []bot.Store{store, below} {
		record, err := s.Load(ctx, 7)
		if err != nil {
			log.Fatal(err)
		}
		fmt.Println(string(record.State) == `{"name":"Ada"}`)
	}
	// Output:
	// true
	// false
}
