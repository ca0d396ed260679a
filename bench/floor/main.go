// Command floor is the bot that is written by hand: what there is to beat, or to come near to.
package main

import (
	"context"
	"net/http"
	"os"

	tgbotapi "github.com/go-telegram-bot-api/telegram-bot-api/v5"
	"github.com/redis/go-redis/v9"

	"repartee/bench"
)

// connections are kept to Telegram: at least one for each customer.
const connections = 1024

func main() { bench.Main(run) }

func run(ctx context.Context) error {
	options, err := redis.ParseURL(os.Getenv("REDIS_URL"))
	if err != nil {
		return err
	}
	api, err := tgbotapi.NewBotAPIWithClient(os.Getenv("TELEGRAM_TOKEN"), os.Getenv("TELEGRAM_API_URL")+"/bot%s/%s", client())
	if err != nil {
		return err
	}
	f := &floor{api: api, redis: redis.NewClient(options)}
	if url := os.Getenv("WEBHOOK_URL"); url != "" {
		return f.webhook(ctx, url, os.Getenv("WEBHOOK_SECRET"))
	}
	return f.poll(ctx)
}

// client keeps its connections to Telegram, unless Go's default is asked for, which keeps two.
func client() *http.Client {
	if os.Getenv("CLIENT") == "default" {
		return &http.Client{}
	}
	return &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: connections}}
}
