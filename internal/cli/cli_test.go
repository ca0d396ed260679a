package cli

import (
	"context"
	"os"
	"strconv"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"repartee/bot/telegram"
	"repartee/bot/telegram/telegramtest"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"repartee": func() { os.Exit(Main(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) },
	})
}

// TestScripts runs the command line as a person would: see testdata.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir: "testdata", UpdateScripts: os.Getenv("UPDATE") != "",
		Setup: func(env *testscript.Env) error {
			env.Values[scripted{}] = new(scripted)
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){"telegram": scriptTelegram},
	})
}

// scripted is the Telegram of a script.
type scripted struct {
	server *telegramtest.Server
	client *telegram.Client
}

// scriptTelegram is a script's command: `telegram` starts one and puts its address and token into the environment, `telegram hook URL` sets a webhook there, and
// `telegram failing` has a customer say something, until that could not be delivered, and `telegram says CUSTOMER WORDS` has one say something that is answered.
func scriptTelegram(ts *testscript.TestScript, _ bool, args []string) {
	s := ts.Value(scripted{}).(*scripted)
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	switch {
	case len(args) == 0:
		s.start(ts)
	case args[0] == "hook" && len(args) == 2:
		ts.Check(s.client.SetWebhook(ctx, telegram.WebhookSetup{URL: args[1]}))
	case args[0] == "failing":
		s.server.User(7, "Ada", "en").Start("")
		for failed := false; !failed; {
			info, err := s.client.WebhookInfo(ctx)
			ts.Check(err)
			failed = info.LastErrorDate != 0
		}
	case args[0] == "says" && len(args) == 3:
		number, err := strconv.ParseInt(args[1], 10, 64)
		ts.Check(err)
		customer := s.server.User(number, "Ada", "en")
		customer.Say(args[2])
		if !customer.Wait(ctx, func(all []telegramtest.Message) bool { return all[len(all)-1].FromBot }) {
			ts.Fatalf("no answer to %q", args[2])
		}
	default:
		ts.Fatalf("usage: telegram [hook URL | failing | says CUSTOMER WORDS]")
	}
}

func (s *scripted) start(ts *testscript.TestScript) {
	s.server = telegramtest.NewServer(telegramtest.Options{})
	ts.Check(s.server.Start())
	ts.Defer(s.server.Close)
	client, err := telegram.New(telegram.Options{Token: s.server.Token(), APIURL: s.server.URL()})
	ts.Check(err)
	ts.Defer(client.CloseIdleConnections)
	s.client = client
	ts.Setenv("TELEGRAM_API_URL", s.server.URL())
	ts.Setenv("TELEGRAM_TOKEN", s.server.Token())
}
