package telegramtest_test

import (
	"context"
	"fmt"

	"repartee/bot/telegram"
	"repartee/bot/telegram/telegramtest"
)

// A bot that echoes, and a customer who talks to it; no network is used.
func Example() {
	server := telegramtest.NewServer(telegramtest.Options{})
	defer server.Close()
	client, err := telegram.New(telegram.Options{Token: server.Token(), HTTP: server.HTTPClient()})
	if err != nil {
		fmt.Println(err)
		return
	}
	echo := func(ctx context.Context, batch []telegram.Update) error {
		for _, u := range batch {
			if u.Message == nil {
				continue
			}
			_, err := client.Do(ctx, telegram.SendMessage{
				Delivery: telegram.Delivery{ChatID: u.Message.Chat.ID},
				Text:     "You said: " + u.Message.Text,
			})
			if err != nil && !telegram.Blocked(err) {
				return err
			}
		}
		return nil
	}
	ctx, stop := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() { ended <- client.Poll(ctx, telegram.PollOptions{}, echo) }()

	ada := server.User(7, "Ada", "en")
	ada.Say("good morning")
	ada.Wait(ctx, func(screen []telegramtest.Message) bool { return len(screen) == 2 })
	for _, m := range ada.Messages() {
		fmt.Println(m.FromBot, m.Text)
	}
	stop()
	fmt.Println(<-ended)
	// Output:
	// false good morning
	// true You said: good morning
	// context canceled
}
