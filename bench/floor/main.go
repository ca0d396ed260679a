// Command floor is the bot that is written by hand: what there is to beat, or to come near to.
package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"

	tgbotapi "github.com/go-telegram-bot-api/telegram-bot-api/v5"
	"github.com/redis/go-redis/v9"
)

// connections are kept to Telegram: at least one for each customer.
const connections = 256

func main() {
	if err := run(); err != nil {
		log.Fatal(err)
	}
}

func run() error {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	options, err := redis.ParseURL(os.Getenv("REDIS_URL"))
	if err != nil {
		return err
	}
	client := &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: connections}}
	api, err := tgbotapi.NewBotAPIWithClient(os.Getenv("TELEGRAM_TOKEN"), os.Getenv("TELEGRAM_API_URL")+"/bot%s/%s", client)
	if err != nil {
		return err
	}
	f := &floor{api: api, redis: redis.NewClient(options)}
	if os.Getenv("MODE") == "webhook" {
		return f.webhook(ctx, os.Getenv("SECRET"))
	}
	return f.poll(ctx)
}
