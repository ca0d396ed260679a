package app

import (
	"context"
	"log/slog"
	"net"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"repartee/bot/telegram/telegramtest"
	"repartee/config"
	"repartee/flows/steps"
)

// heard is a log whose lines can be waited for.
type heard struct {
	slog.Handler
	lines chan string
}

func (heard) Enabled(context.Context, slog.Level) bool { return true }

func (h heard) Handle(_ context.Context, r slog.Record) error {
	h.lines <- r.Message
	return nil
}

func (h heard) await(t *testing.T, ctx context.Context, words string) {
	t.Helper()
	for {
		select {
		case line := <-h.lines:
			if strings.Contains(line, words) {
				return
			}
		case <-ctx.Done():
			t.Fatalf("the log never says %q", words)
		}
	}
}

const welcome = "flow: welcome\nsteps:\n  - say: "

func writeBot(t *testing.T) (dir string) {
	t.Helper()
	dir = t.TempDir()
	write(t, filepath.Join(dir, "bot.yaml"), "bot: Test\nlanguages: [en]\ntime_zone: UTC\ncurrency: EUR\nstart: welcome\n")
	if err := os.Mkdir(filepath.Join(dir, "flows"), 0o755); err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(dir, "flows", "welcome.yaml"), welcome+"First.\n")
	return dir
}

func write(t *testing.T, file, text string) {
	t.Helper()
	if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// TestRun runs a bot on a SQLite file, changes its flows while it runs, once wrongly, and ends it.
func TestRun(t *testing.T) {
	for name, webhook := range map[string]bool{"polling": false, "webhook": true} {
		t.Run(name, func(t *testing.T) { runAndReload(t, webhook) })
	}
}

func runAndReload(t *testing.T, webhook bool) {
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	server := started(t)
	dir := writeBot(t)
	loaded := loadedFrom(t, dir)
	settings := Settings{Token: server.Token(), APIURL: server.URL(), LogFormat: "text"}
	if webhook {
		settings.WebhookListen = freeAddress(t)
		settings.WebhookURL, settings.WebhookSecret = "http://"+settings.WebhookListen+"/hook", "secret"
	}
	log := heard{slog.DiscardHandler, make(chan string, 1000)}
	ended := make(chan error, 1)
	go func() { ended <- Run(ctx, dir, loaded, settings, slog.New(log)) }()

	ada := server.User(7, "Ada", "en")
	log.await(t, ctx, "updates come by")
	says(t, ctx, ada, "First.")
	write(t, filepath.Join(dir, "flows", "welcome.yaml"), welcome+"\"{{ nobody }}\"\n")
	log.await(t, ctx, "the changed flows have errors")
	says(t, ctx, ada, "First.")
	write(t, filepath.Join(dir, "flows", "welcome.yaml"), welcome+"Second.\n")
	log.await(t, ctx, "the changed flows are in use")
	says(t, ctx, ada, "Second.")

	cancel()
	if err := <-ended; err != nil {
		t.Errorf("the bot ended with %v", err)
	}
}

// says starts the bot and waits for what it says last.
func says(t *testing.T, ctx context.Context, user *telegramtest.User, text string) {
	t.Helper()
	before := len(user.Messages())
	user.Start("")
	if !user.Wait(ctx, func(shown []telegramtest.Message) bool {
		return len(shown) >= before+2 && shown[len(shown)-1].Text == text
	}) {
		t.Fatalf("the bot never says %q", text)
	}
}

func freeAddress(t *testing.T) string {
	t.Helper()
	listener, err := new(net.ListenConfig).Listen(t.Context(), "tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer listener.Close()
	return listener.Addr().String()
}

// started is a Bot API of the test's own.
func started(t testing.TB) *telegramtest.Server {
	t.Helper()
	server := telegramtest.NewServer(telegramtest.Options{})
	if err := server.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(server.Close)
	return server
}

// loadedFrom is what a folder says.
func loadedFrom(t testing.TB, dir string) *config.Loaded {
	t.Helper()
	loaded, found, err := config.LoadDir(dir, steps.Kinds())
	if err != nil || found.HasErrors() {
		t.Fatal(err, found)
	}
	return loaded
}

const drained = "flow: welcome\non_publish: drain\nfields: {name: text, size: text}\nsteps:\n  - {ask: name, text: \"Name, EDITION?\"}\n  - {ask: size, text: \"Size, EDITION?\"}\n  - say: Done, EDITION.\n"

// TestDrain changes a flow while a customer is in it, and ends the bot in between: he ends it as he began it, others begin with the new one.
func TestDrain(t *testing.T) {
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	server := started(t)
	dir := writeBot(t)
	edit := func(edition string) {
		write(t, filepath.Join(dir, "flows", "welcome.yaml"), strings.ReplaceAll(drained, "EDITION", edition))
	}
	run := func() (log heard, end func()) {
		loaded := loadedFrom(t, dir)
		running, stop := context.WithCancel(ctx)
		log = heard{slog.DiscardHandler, make(chan string, 1000)}
		ended := make(chan error, 1)
		settings := Settings{Token: server.Token(), APIURL: server.URL(), LogFormat: "text"}
		go func() { ended <- Run(running, dir, loaded, settings, slog.New(log)) }()
		log.await(t, ctx, "updates come by")
		return log, func() {
			stop()
			if err := <-ended; err != nil {
				t.Errorf("the bot ended with %v", err)
			}
		}
	}

	edit("first")
	log, end := run()
	ada, bob := server.User(7, "Ada", "en"), server.User(8, "Bob", "en")
	says(t, ctx, ada, "Name, first?")
	edit("second")
	log.await(t, ctx, "the changed flows are in use")
	says(t, ctx, bob, "Name, second?")
	end()
	edit("third")
	_, end = run()
	defer end()
	for _, turn := range []struct {
		user        *telegramtest.User
		words, want string
	}{{ada, "Ada", "Size, first?"}, {bob, "Bob", "Size, second?"}, {ada, "Large", "Done, first."}} {
		turn.user.Say(turn.words)
		hears(t, ctx, turn.user, turn.want)
	}
	says(t, ctx, ada, "Name, third?")
}

func hears(t *testing.T, ctx context.Context, user *telegramtest.User, text string) {
	t.Helper()
	if !user.Wait(ctx, func(shown []telegramtest.Message) bool { return shown[len(shown)-1].Text == text }) {
		t.Fatalf("the bot never says %q", text)
	}
}
