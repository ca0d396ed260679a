package rehearsal

import (
	"context"
	"fmt"
	"io/fs"
	"log/slog"
	"net/http"
	"slices"
	"time"

	"repartee/bot"
	"repartee/bot/sqlitestore"
	"repartee/bot/telegram"
	"repartee/bot/telegram/telegramtest"
	"repartee/config"
	"repartee/flows"
	"repartee/internal/app"
)

const username = "demo_bot"

// world is one run of a bot: a Bot API server, a store in memory, the bot, and its customers' phones. Nothing in it moves by itself: its clock stands still, and
// what is due comes when [world.advance] lets time go by. The same deeds at the same times, with the same seed and the same files, make the same world.
type world struct {
	loaded *config.Loaded
	server *telegramtest.Server
	client *telegram.Client
	kept   *sqlitestore.Store
	till   *app.Till
	bot    *bot.Bot
	clock  *clock
	phones *phones
	record *record

	stop   context.CancelFunc // of the polling
	polled chan struct{}      // closed when it has ended
}

// settings are what a world is made of.
type settings struct {
	loaded *config.Loaded
	files  fs.FS // with the media
	seed   string
	begun  int64
	tape   *tape
	local  bool // flows may call private addresses
	log    *slog.Logger
}

// newWorld makes a world without customers.
func newWorld(ctx context.Context, s settings) (*world, error) {
	w := &world{loaded: s.loaded, clock: &clock{}, record: newRecord(), polled: make(chan struct{})}
	w.clock.set(s.begun)
	w.server = telegramtest.NewServer(telegramtest.Options{
		Username: username, Name: s.loaded.Set.Name, Now: w.clock.now, CallLog: -1, Told: w.record.called,
	})
	if err := w.open(ctx, s); err != nil {
		w.shut()
		return nil, err
	}
	polling, stop := context.WithCancel(context.WithoutCancel(ctx))
	w.stop = stop
	go func() {
		defer close(w.polled)
		_ = w.client.Poll(polling, telegram.PollOptions{Log: s.log}, w.bot.Receive) // it ends when it is stopped
	}()
	if err := w.bot.Announce(ctx); err != nil {
		w.close()
		return nil, fmt.Errorf("announce the bot's commands: %w", err)
	}
	return w, nil
}

// open makes the bot, with its store.
func (w *world) open(ctx context.Context, s settings) (err error) {
	w.client, err = telegram.New(telegram.Options{Token: w.server.Token(), APIURL: w.server.URL(), HTTP: w.server.HTTPClient(), Log: s.log})
	if err != nil {
		return err
	}
	w.kept, err = sqlitestore.Open(ctx, sqlitestore.Options{Path: sqlitestore.Memory, Bot: w.client.BotID(), Now: w.clock.milli, Log: s.log})
	if err != nil {
		return fmt.Errorf("open a store in memory: %w", err)
	}
	w.till = app.TillOf(w.kept, app.Settings{Token: w.server.Token(), APIURL: w.server.URL()}, w.server.HTTPClient())
	w.bot, err = bot.New(ctx, bot.Options{
		Store: w.kept, Till: w.kept, Archive: w.kept, Library: w.kept, Client: w.client, Set: s.loaded.Set, Media: app.Media(s.files),
		Secret: testSecret(s.loaded.Set), Username: username, Log: s.log, Seed: []byte(s.seed), Watch: w.record.turned,
		Limiter:     telegram.NewLimiter(telegram.LimiterOptions{BulkPerSecond: -1, ChatPerSecond: -1}),
		CallPrivate: s.local,
		CallThrough: func(next http.RoundTripper) http.RoundTripper {
			s.tape.through(next)
			return s.tape
		},
	})
	if err != nil {
		return err
	}
	w.phones, err = newPhones(w.server, w.till, func(d time.Duration) { _ = w.advance(ctx, w.clock.milli()+d.Milliseconds()) })
	return err
}

// close ends the world when all that was begun in it is done.
func (w *world) close() {
	w.stop()
	<-w.polled
	w.bot.Close()
	w.shut()
}

func (w *world) shut() {
	if w.kept != nil {
		w.kept.Close()
	}
	w.server.Close()
}

// quiet returns when the bot has received all that was done to it, and nothing is at work any more.
func (w *world) quiet(ctx context.Context) error {
	for {
		last, err := w.server.Rest(ctx)
		if err != nil {
			return fmt.Errorf("wait for the bot to take in what was done: %w", err)
		}
		if err := w.bot.Rest(ctx); err != nil {
			return fmt.Errorf("wait for the bot's answer: %w", err)
		}
		again, err := w.server.Rest(ctx)
		if err != nil {
			return fmt.Errorf("wait for the bot to take in what came of it: %w", err)
		}
		if again == last {
			return nil
		}
	}
}

// stands is where the talk of a customer is: a flow and a step of it, "" where nothing is open.
func (w *world) stands(customer int64) (flow, step string) {
	record, err := w.kept.Load(context.Background(), customer)
	if err != nil {
		return "", ""
	}
	state, err := flows.DecodeState(record.State)
	if err != nil {
		return "", ""
	}
	return state.Place()
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
