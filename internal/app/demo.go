package app

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"net"
	"net/http"
	"os"
	"slices"
	"time"

	"golang.org/x/sync/errgroup"

	"repartee/bot"
	"repartee/bot/sqlitestore"
	"repartee/bot/telegram"
	"repartee/bot/telegram/telegramtest"
	"repartee/config"
	"repartee/examples"
	"repartee/flows"
	"repartee/flows/steps"
	"repartee/internal/console"
)

const demoUsername = "demo_bot"

// Coffee is the folder examples/coffee, which is built into the program, and its set.
func Coffee() (fs.FS, *flows.Set, error) {
	loaded, found := config.Load(examples.Coffee(), steps.Kinds())
	if found.HasErrors() {
		return nil, nil, fmt.Errorf("the coffee bot has errors: %s", found[0].Message)
	}
	return examples.Coffee(), loaded.Set, nil
}

// Demo runs the bot of a folder without Telegram: the real runtime against a Bot API server of our own in this process, and a page with the customers' phones.
// ready is called with the page's address.
func Demo(ctx context.Context, files fs.FS, set *flows.Set, listen string, log *slog.Logger, ready func(address string)) error {
	listener, err := new(net.ListenConfig).Listen(ctx, "tcp", listen)
	if err != nil {
		return fmt.Errorf("listen for the page: %w; choose another address with --listen", err)
	}
	c := &clock{}
	server := telegramtest.NewServer(telegramtest.Options{Username: demoUsername, Name: set.Name, Now: c.now})
	defer server.Close()
	b, client, kept, err := demoBot(ctx, server, files, set, c, log)
	if err != nil {
		listener.Close()
		return err
	}
	defer kept.Close()
	customers, err := newPhones(server, c, &Till{kept: kept})
	if err != nil {
		listener.Close()
		return err
	}
	customers.New("Ada", set.Languages[0])
	page := console.New(console.Options{Title: set.Name, Username: demoUsername, Languages: set.Languages, Phones: customers, Log: log})
	group, ctx := errgroup.WithContext(ctx)
	group.Go(func() error { return b.Run(ctx) })
	group.Go(func() error { return client.Poll(ctx, telegram.PollOptions{Log: log}, b.Receive) })
	group.Go(func() error { return servePage(ctx, listener, page) })
	announce(ctx, b, log)
	ready(listener.Addr().String())
	if err := group.Wait(); err != nil && !errors.Is(err, context.Canceled) {
		return err
	}
	return nil
}

func demoBot(ctx context.Context, server *telegramtest.Server, files fs.FS, set *flows.Set, c *clock, log *slog.Logger) (*bot.Bot, *telegram.Client, store, error) {
	client, err := telegram.New(telegram.Options{Token: server.Token(), APIURL: server.URL(), HTTP: server.HTTPClient(), Log: log})
	if err != nil {
		return nil, nil, nil, err
	}
	kept, err := sqlitestore.Open(ctx, sqlitestore.Options{Path: ":memory:", Bot: client.BotID(), Now: c.milli, Log: log})
	if err != nil {
		return nil, nil, nil, fmt.Errorf("open a store in memory: %w", err)
	}
	b, err := bot.New(ctx, bot.Options{
		Store: kept, Till: kept, Archive: kept, Library: kept, Client: client, Set: set, Media: (&media{files: files}).open,
		Secret: testSecret(set), Username: demoUsername, Log: log,
	})
	if err != nil {
		kept.Close()
		return nil, nil, nil, err
	}
	return b, client, kept, nil
}

// testSecret is the environment, but for the tokens of payment providers: money is test money.
func testSecret(set *flows.Set) func(string) (string, bool) {
	return func(name string) (string, bool) {
		if slices.Contains(set.ProviderTokens(), name) {
			return telegramtest.ProviderToken, true
		}
		return os.LookupEnv(name)
	}
}

func servePage(ctx context.Context, listener net.Listener, page http.Handler) error {
	server := &http.Server{Handler: page, ReadHeaderTimeout: 10 * time.Second, BaseContext: func(net.Listener) context.Context { return ctx }}
	stop := context.AfterFunc(ctx, func() { _ = server.Close() })
	defer stop()
	if err := server.Serve(listener); !errors.Is(err, http.ErrServerClosed) {
		return fmt.Errorf("serve the page: %w", err)
	}
	return nil
}
