package app

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"repartee/bot/telegram"
	"repartee/bot/telegram/telegramtest"
	"repartee/config"
	"repartee/flows/steps"
)

// What a customer of the test tells of himself.
const (
	hisNumber = 987654321
	hisName   = "Zebulon"
	hisWords  = "Quandary"
	hisPhone  = "491761234567"
	hisMail   = "zebulon@quandary.example"
)

// TestExamplesAreDiscreet talks to each example, through a Telegram that makes trouble, and looks whether its log names the customer.
func TestExamplesAreDiscreet(t *testing.T) {
	dirs, err := filepath.Glob("../../examples/*/bot.yaml")
	if err != nil || len(dirs) == 0 {
		t.Fatal("there are no examples", err)
	}
	for _, file := range dirs {
		dir := filepath.Dir(file)
		t.Run(filepath.Base(dir), func(t *testing.T) {
			text := talkedTo(t, dir)
			if !strings.Contains(text, `"msg":"the bot runs"`) || !strings.Contains(text, "updates could not be fetched") {
				t.Errorf("the log tells nothing:\n%s", text)
			}
			for _, line := range strings.Split(text, "\n") {
				for _, private := range []string{hisName, strings.ToLower(hisName), hisWords, hisPhone, "4930", strconv.Itoa(hisNumber)} {
					if strings.Contains(line, private) {
						t.Errorf("the log names %s: %s", private, line)
					}
				}
			}
		})
	}
}

// talkedTo runs a bot, in a copy of its folder, and gives its log.
func talkedTo(t *testing.T, dir string) string {
	ctx, cancel := context.WithTimeout(t.Context(), 2*time.Minute)
	defer cancel()
	own := t.TempDir()
	if err := os.CopyFS(own, os.DirFS(dir)); err != nil {
		t.Fatal(err)
	}
	loaded, found, err := config.LoadDir(own, steps.Kinds())
	if err != nil || found.HasErrors() {
		t.Fatal(err, found)
	}
	for _, name := range loaded.Set.ProviderTokens() {
		t.Setenv(name, telegramtest.ProviderToken)
	}
	server := telegramtest.NewServer(telegramtest.Options{})
	if err := server.Start(); err != nil {
		t.Fatal(err)
	}
	defer server.Close()
	for i, kind := range []telegramtest.FaultKind{
		telegramtest.InternalError, telegramtest.BadGateway, telegramtest.DropReply, telegramtest.DropRequest, telegramtest.TooManyRequests,
	} {
		server.Fault(telegramtest.Rule{Kind: kind, Method: "sendMessage", Skip: 3 * i})
	}
	server.Fault(telegramtest.Rule{Kind: telegramtest.BadGateway, Method: "getUpdates"})
	var out shared
	log, err := NewLog(&out, "json")
	if err != nil {
		t.Fatal(err)
	}
	pace := telegram.NewLimiter(telegram.LimiterOptions{BulkPerSecond: -1, ChatPerSecond: -1})
	ended := make(chan error, 1)
	go func() {
		ended <- Run(ctx, own, loaded, Settings{Token: server.Token(), APIURL: server.URL(), LogFormat: "json", Limiter: pace}, log)
	}()
	converse(t, ctx, server)
	cancel()
	if err := <-ended; err != nil {
		t.Error(err)
	}
	return out.String()
}

// converse says all sorts of things, and presses what there is to press.
func converse(t *testing.T, ctx context.Context, server *telegramtest.Server) {
	user := server.User(hisNumber, hisName, "en")
	user.Start("")
	user.Wait(ctx, func(shown []telegramtest.Message) bool { return len(shown) > 1 })
	for range 3 {
		for _, words := range []string{hisWords, "+" + hisPhone, hisMail, "12", "2.3.1990", hisName + " " + hisWords, "/" + strings.ToLower(hisName)} {
			user.Say(words)
			taken(ctx, server)
			pressSomething(user)
			taken(ctx, server)
		}
		user.ShareContact()
		user.SendPhoto(hisWords)
		user.SendLocation(52.5, 13.4)
		taken(ctx, server)
	}
	user.Say("/mydata")
	user.Block()
	taken(ctx, server)
	if ctx.Err() != nil {
		t.Fatal("the bot does not take everything in")
	}
}

// pressSomething presses the first button of the newest message that has one.
func pressSomething(user *telegramtest.User) {
	shown := user.Messages()
	for i := len(shown) - 1; i >= 0; i-- {
		for _, row := range shown[i].Buttons {
			for _, button := range row {
				_, _ = user.Press(shown[i].ID, button.Text) // a link cannot be pressed
				return
			}
		}
	}
}

// taken waits until the bot has taken in what was said.
func taken(ctx context.Context, server *telegramtest.Server) {
	tick := time.NewTicker(2 * time.Millisecond)
	defer tick.Stop()
	for server.Pending() > 0 && ctx.Err() == nil {
		<-tick.C
	}
}

// shared is a log that several write to.
type shared struct {
	mu   sync.Mutex
	text bytes.Buffer
}

func (s *shared) Write(p []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.text.Write(p)
}

func (s *shared) String() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.text.String()
}
