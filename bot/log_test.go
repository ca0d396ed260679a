package bot_test

import (
	"context"
	"fmt"
	"io"
	"log/slog"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"repartee/bot"
	"repartee/bot/telegram"
	"repartee/bot/telegram/telegramtest"
	"repartee/config"
	"repartee/flows"
	"repartee/flows/steps"
)

// parrot is a step that stumbles over what the customer has said, and repeats it.
type parrot struct {
	Parrot string `yaml:"parrot,required" doc:"A field."`
}

func (p *parrot) Run(t *flows.Turn) flows.Move { panic(fmt.Sprintf("cannot parse %q", t.Input().Text)) }

const parrotFlow = `
flow: order
fields: {name: text}
steps:
  - {ask: name, text: What is your name?}
  - {parrot: name, when: name == 'Zebulon'}
  - say: "Hello, {{ name }}."
`

// TestLogNamesNobody lets all sorts of things go wrong for a customer, and looks into the log, which has to tell of them, and not of him.
func TestLogNamesNobody(t *testing.T) {
	stores(t, func(t *testing.T, open func(testing.TB) fullStore) {
		var log lockedBuffer
		kinds := append(steps.Kinds(), flows.Kind{Name: "parrot", Doc: "Repeats.", New: func() flows.Body { return new(parrot) }})
		files := fstest.MapFS{"bot.yaml": {Data: []byte(botYAML)}, "flows/order.yaml": {Data: []byte(parrotFlow)}}
		loaded, found := config.Load(files, kinds)
		if found.HasErrors() {
			t.Fatal(found)
		}
		store := open(t)
		r := newRig(t, loaded.Set, store, func(o *bot.Options) {
			o.Log = slog.New(slog.NewTextHandler(&log, &slog.HandlerOptions{Level: slog.LevelDebug}))
		})
		const number = 987654321
		c := r.user(number)
		for _, kind := range []telegramtest.FaultKind{telegramtest.TooManyRequests, telegramtest.BadGateway, telegramtest.InternalError, telegramtest.DropRequest} {
			r.server.Fault(telegramtest.Rule{Kind: kind, Method: "sendMessage"})
		}
		c.Start("")
		c.hears(1)
		c.Say("Zebulon")
		c.expects("What is your name?", sorry)
		r.leave(number, bot.Entry{Policy: bot.Resend, Call: []byte(`{"method":"sendMessage","chat_id":987654321,"text":""}`)},
			bot.Entry{Policy: bot.Resend, Call: []byte(`{"method":"sendMessage","chat_id":987654321,"text":"Dear Zebulon"}`)})
		c.expects("What is your name?", sorry, "Dear Zebulon")
		if err := store.Post(t.Context(), number, bot.Posted{ID: "x", Input: []byte(`{"Zebulon"`)}, store.Now()); err != nil {
			t.Fatal(err)
		}
		unread, err := telegram.DecodeUpdate([]byte(`{"update_id":77,"message":{"message_id":5,"from":{"id":987654321,"first_name":"Zebulon"},"chat":{"id":987654321},"text":5}}`))
		if err == nil {
			t.Fatal("it can be read")
		}
		if err := r.bot.Receive(t.Context(), []telegram.Update{unread}); err != nil {
			t.Fatal(err)
		}
		eventually(t, "a line for each kind of trouble", func() bool {
			text := log.String()
			return strings.Contains(text, "a turn failed") && strings.Contains(text, "Telegram refuses a message") &&
				strings.Contains(text, "an update cannot be read") && strings.Contains(text, "an inbox entry cannot be read")
		})
		if closer, ok := store.(io.Closer); ok {
			_ = closer.Close() // from now on each call of the store fails
		}
		ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
		defer cancel()
		message := fmt.Appendf(nil, `{"update_id":900,"message":{"message_id":9,"date":1,"from":{"id":%d,"first_name":"Zebulon"},"chat":{"id":%[1]d,"type":"private"},"text":"Zebulon"}}`, number)
		update, err := telegram.DecodeUpdate(message)
		if err != nil {
			t.Fatal(err)
		}
		if err := r.bot.Receive(ctx, []telegram.Update{update}); err == nil || strings.Contains(err.Error(), "987654321") {
			t.Errorf("a store that fails gives %v", err)
		}
		eventually(t, "the store's trouble is told", func() bool { return strings.Contains(log.String(), "the store could not be asked for what is due") })
		r.stop()
		for _, line := range strings.Split(log.String(), "\n") {
			if strings.Contains(line, "Zebulon") || strings.Contains(line, "987654321") {
				t.Errorf("the log names the customer: %s", line)
			}
		}
	})
}
