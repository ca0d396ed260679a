package app

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"net/url"
	"os"
	"time"

	"golang.org/x/sync/errgroup"

	"repartee/bot"
	"repartee/bot/telegram"
	"repartee/config"
)

// Run runs the bot of a folder until ctx ends, and then until what was taken in is done. loaded is what the folder says now.
func Run(ctx context.Context, dir string, loaded *config.Loaded, s Settings, log *slog.Logger) error {
	defer collectSeldom(os.LookupEnv)()
	client, err := telegram.New(telegram.Options{Token: s.Token, APIURL: s.APIURL, Log: log})
	if err != nil {
		return err
	}
	defer client.CloseIdleConnections()
	root, err := os.OpenRoot(dir)
	if err != nil {
		return fmt.Errorf("read the bot's folder: %w", err)
	}
	defer root.Close()
	w, err := newWindow(ctx, s, log)
	if err != nil {
		return err
	}
	defer w.close()
	kept, err := openStore(ctx, dir, s, log)
	if err != nil {
		return err
	}
	defer kept.Close()
	me, err := whoAmI(ctx, client, log)
	if err != nil && ctx.Err() != nil {
		return nil // ended before Telegram could be reached
	}
	if err != nil {
		return err
	}
	f := &folder{dir: dir, press: press{library: kept, media: root.FS(), log: log, people: kept, force: s.Publish == publishForce}, log: log}
	o := bot.Options{Store: kept, Till: kept, Archive: kept, Library: kept, Fleet: fleetOf(kept), Client: client, Username: me.Username, Log: log}
	b, err := f.start(ctx, loaded, w.options(s.bot(o)))
	if err != nil {
		return err
	}
	w.over(b, kept)
	log.Info("the bot runs", "bot", "@"+me.Username, "flows", len(loaded.Set.Flows))
	return serve(ctx, b, f, client, w, s, log)
}

// whoAmI asks Telegram for the bot's name, again and again while it cannot be reached.
func whoAmI(ctx context.Context, client *telegram.Client, log *slog.Logger) (telegram.User, error) {
	for wait := time.Second; ; wait = min(2*wait, 30*time.Second) {
		me, err := client.Me(ctx)
		switch {
		case err == nil:
			return me, nil
		case telegram.Unauthorized(err):
			return me, errors.New("Telegram does not know this token: copy it anew from @BotFather into TELEGRAM_TOKEN")
		}
		log.Warn("Telegram cannot be reached, trying again", "wait", wait, "err", err)
		select {
		case <-time.After(wait):
		case <-ctx.Done():
			return me, ctx.Err()
		}
	}
}

// serve runs the bot, its intake and the reload of its files side by side; the first that fails ends all. The intake ends before the bot does: what Telegram is about
// to deliver finds another instance, or somebody who still takes it in.
func serve(ctx context.Context, b *bot.Bot, f *folder, client *telegram.Client, w *window, s Settings, log *slog.Logger) error {
	group, ctx := errgroup.WithContext(ctx)
	running, end := context.WithCancel(context.WithoutCancel(ctx))
	defer end()
	group.Go(func() error { return b.Run(running) })
	group.Go(func() error {
		defer end()
		if s.WebhookURL != "" {
			return webhook(ctx, b, client, w, s, log)
		}
		w.intake.Store(true) // also where another instance polls: this one stands ready to
		return poll(ctx, b, client, log)
	})
	group.Go(func() error { return f.reload(ctx, b) })
	group.Go(func() error {
		announce(ctx, b, log)
		return nil
	})
	if err := group.Wait(); err != nil && !errors.Is(err, context.Canceled) {
		return err
	}
	log.Info("the bot has ended")
	return nil
}

func announce(ctx context.Context, b *bot.Bot, log *slog.Logger) {
	if err := b.Announce(ctx); err != nil && ctx.Err() == nil {
		log.Warn("Telegram's menu of commands is as it was before", "err", err)
	}
}

// poll asks Telegram for updates, in one instance at a time: Telegram refuses a second one that asks.
func poll(ctx context.Context, b *bot.Bot, client *telegram.Client, log *slog.Logger) error {
	return b.Alone(ctx, "poller", func(ctx context.Context) error {
		if err := client.DeleteWebhook(ctx, false); err != nil {
			return fmt.Errorf("switch to long polling: %w", err)
		}
		log.Info("updates come by long polling; set WEBHOOK_URL for a webhook")
		err := client.Poll(ctx, telegram.PollOptions{Log: log}, b.Receive)
		if telegram.Unauthorized(err) {
			return errors.New("Telegram does not know this token any more: put the new one into TELEGRAM_TOKEN")
		}
		return err
	})
}

// webhook listens first and tells Telegram then, so that no delivery finds nobody.
func webhook(ctx context.Context, b *bot.Bot, client *telegram.Client, w *window, s Settings, log *slog.Logger) error {
	address, err := url.Parse(s.WebhookURL)
	if err != nil {
		return err
	}
	path := address.Path
	if path == "" {
		path = "/"
	}
	listener, err := new(net.ListenConfig).Listen(ctx, "tcp", s.WebhookListen)
	if err != nil {
		return fmt.Errorf("listen for the webhook (WEBHOOK_LISTEN): %w", err)
	}
	server := &http.Server{
		Handler:           telegram.Webhook(telegram.WebhookOptions{Secret: s.WebhookSecret, Path: path, Log: log}, b.Receive),
		ReadHeaderTimeout: 10 * time.Second,
		ReadTimeout:       30 * time.Second,
		IdleTimeout:       2 * time.Minute,
		ErrorLog:          slog.NewLogLogger(log.Handler(), slog.LevelWarn),
	}
	served := make(chan error, 1)
	go func() { served <- server.Serve(listener) }()
	if err := client.SetWebhook(ctx, telegram.WebhookSetup{URL: s.WebhookURL, SecretToken: s.WebhookSecret, MaxConnections: 100}); err != nil {
		return errors.Join(fmt.Errorf("tell Telegram of the webhook: %w", err), server.Close())
	}
	w.intake.Store(true)
	log.Info("updates come by webhook", "listen", listener.Addr().String())
	select {
	case err := <-served:
		return fmt.Errorf("the webhook ended: %w", err)
	case <-ctx.Done():
	}
	stop, cancel := context.WithTimeout(context.WithoutCancel(ctx), 2*time.Second)
	defer cancel()
	if err := server.Shutdown(stop); err != nil {
		log.Warn("a delivery was cut off; Telegram brings it again", "err", err)
	}
	if err := <-served; !errors.Is(err, http.ErrServerClosed) {
		return fmt.Errorf("the webhook ended: %w", err)
	}
	return nil
}
