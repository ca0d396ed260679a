// Command ours runs Repartee for the benchmark: what `repartee run` runs, with the same settings, but without Telegram's limit to the pace of a chat.
package main

import (
	"context"
	"fmt"
	"log/slog"
	"os"

	"repartee/bench"
	"repartee/bot/telegram"
	"repartee/config"
	"repartee/flows/steps"
	"repartee/internal/app"
)

func main() { bench.Main(run) }

func run(ctx context.Context) error {
	settings, err := app.ReadSettings()
	if err != nil {
		return err
	}
	settings.Limiter = telegram.NewLimiter(telegram.LimiterOptions{BulkPerSecond: -1, ChatPerSecond: -1})
	dir := os.Getenv("BOT")
	loaded, found, err := config.LoadDir(dir, steps.Kinds())
	if err != nil {
		return err
	}
	if found.HasErrors() {
		return fmt.Errorf("the flows have errors: %v", found)
	}
	log := slog.New(slog.NewTextHandler(os.Stderr, &slog.HandlerOptions{Level: slog.LevelError}))
	return app.Run(ctx, dir, loaded, settings, log)
}
