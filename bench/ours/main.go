// Command ours runs Repartee for the benchmark: the same runtime that `repartee run` starts, without Telegram's limit to the pace of one chat.
package main

import (
	"context"
	"fmt"
	"net"
	"net/http"
	"os"

	"repartee/bench"
	"repartee/bot"
	"repartee/bot/redisstore"
	"repartee/bot/telegram"
	"repartee/config"
	"repartee/flows/steps"
)

func main() { bench.Main(run) }

func run(ctx context.Context) error {
	loaded, found := config.Load(bench.Files(), steps.Kinds())
	if found.HasErrors() {
		return fmt.Errorf("the flows have errors: %v", found)
	}
	client, err := telegram.New(telegram.Options{Token: os.Getenv("TELEGRAM_TOKEN"), APIURL: os.Getenv("TELEGRAM_API_URL")})
	if err != nil {
		return err
	}
	store, err := redisstore.Open(ctx, redisstore.Options{URL: os.Getenv("REDIS_URL"), Bot: client.BotID()})
	if err != nil {
		return err
	}
	defer func() { _ = store.Close() }()
	b, err := bot.New(ctx, bot.Options{
		Store: store, Till: store, Archive: store, Library: store, Client: client, Set: loaded.Set, Username: "test_bot",
		Limiter: telegram.NewLimiter(telegram.LimiterOptions{BulkPerSecond: -1, ChatPerSecond: -1}),
	})
	if err != nil {
		return err
	}
	ended := make(chan error, 1)
	go func() { ended <- b.Run(ctx) }()
	if os.Getenv("MODE") == "webhook" {
		err = webhook(ctx, b)
	} else {
		fmt.Println("ready")
		err = client.Poll(ctx, telegram.PollOptions{}, b.Receive)
	}
	if ctx.Err() == nil {
		return err
	}
	return <-ended
}

func webhook(ctx context.Context, b *bot.Bot) error {
	var socket net.ListenConfig
	listener, err := socket.Listen(ctx, "tcp", "127.0.0.1:0")
	if err != nil {
		return err
	}
	server := &http.Server{Handler: telegram.Webhook(telegram.WebhookOptions{Secret: os.Getenv("SECRET")}, b.Receive)}
	context.AfterFunc(ctx, func() { _ = server.Close() })
	fmt.Println("http://" + listener.Addr().String())
	return server.Serve(listener)
}
