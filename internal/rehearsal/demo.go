package rehearsal

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"net"
	"net/http"
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
	"repartee/internal/app"
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
	d, err := newDemo(ctx, files, set, log)
	if err != nil {
		listener.Close()
		return err
	}
	defer d.close()
	return d.run(ctx, listener, ready)
}

// demo is all that takes part in one.
type demo struct {
	log    *slog.Logger
	server *telegramtest.Server
	client *telegram.Client
	kept   *sqlitestore.Store
	till   *app.Till
	bot    *bot.Bot
	page   http.Handler
}

func newDemo(ctx context.Context, files fs.FS, set *flows.Set, log *slog.Logger) (*demo, error) {
	c := &clock{}
	d := &demo{log: log, server: telegramtest.NewServer(telegramtest.Options{Username: demoUsername, Name: set.Name, Now: c.now})}
	if err := d.open(ctx, files, set, c); err != nil {
		d.close()
		return nil, err
	}
	customers, err := newPhones(d.server, c, d.till)
	if err != nil {
		d.close()
		return nil, err
	}
	customers.New("Ada", set.Languages[0])
	d.page = console.New(console.Options{Title: set.Name, Username: demoUsername, Languages: set.Languages, Phones: customers, Log: log})
	return d, nil
}

// open makes the bot, with its store.
func (d *demo) open(ctx context.Context, files fs.FS, set *flows.Set, c *clock) (err error) {
	d.client, err = telegram.New(telegram.Options{Token: d.server.Token(), APIURL: d.server.URL(), HTTP: d.server.HTTPClient(), Log: d.log})
	if err != nil {
		return err
	}
	kept, err := sqlitestore.Open(ctx, sqlitestore.Options{Path: sqlitestore.Memory, Bot: d.client.BotID(), Now: c.milli, Log: d.log})
	if err != nil {
		return fmt.Errorf("open a store in memory: %w", err)
	}
	d.kept = kept
	d.till = app.TillOf(kept, app.Settings{Token: d.server.Token(), APIURL: d.server.URL()}, d.server.HTTPClient())
	d.bot, err = bot.New(ctx, bot.Options{
		Store: kept, Till: kept, Archive: kept, Library: kept, Client: d.client, Set: set, Media: app.Media(files),
		Secret: testSecret(set), Username: demoUsername, Log: d.log,
	})
	return err
}

// run runs the bot and serves the page until ctx ends.
func (d *demo) run(ctx context.Context, listener net.Listener, ready func(address string)) error {
	group, ctx := errgroup.WithContext(ctx)
	group.Go(func() error { return d.bot.Run(ctx) })
	group.Go(func() error { return d.client.Poll(ctx, telegram.PollOptions{Log: d.log}, d.bot.Receive) })
	group.Go(func() error { return servePage(ctx, listener, d.page) })
	if err := d.bot.Announce(ctx); err != nil && ctx.Err() == nil {
		d.log.Warn("the menu of commands is empty", "err", err)
	}
	ready(listener.Addr().String())
	if err := group.Wait(); err != nil && !errors.Is(err, context.Canceled) {
		return err
	}
	return nil
}

func (d *demo) close() {
	if d.kept != nil {
		d.kept.Close()
	}
	d.server.Close()
}

// testSecret is the environment, but for the tokens of payment providers: money is test money.
func testSecret(set *flows.Set) func(string) (string, bool) {
	return func(name string) (string, bool) {
		if slices.Contains(set.ProviderTokens(), name) {
			return telegramtest.ProviderToken, true
		}
		return app.Secret(name)
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
