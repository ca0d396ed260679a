package bench_test

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"strconv"
	"strings"
	"testing"

	"repartee/bench"
	"repartee/bot"
	"repartee/bot/redisstore"
	"repartee/bot/telegram"
	"repartee/bot/telegram/telegramtest"
	"repartee/config"
	"repartee/flows/steps"
)

// batch is how many of a crowd talk at once.
const batch = 64

// crowd is customers who fill in the form of ten fields.
type crowd struct {
	first int64 // the chat of the first
	step  int64 // from one chat to the next
	size  int
}

func (c crowd) chat(i int) int64 { return c.first + int64(i)*c.step }

// fill lets them do it, through the whole bot, and returns when all that there was to do is done and the bot has ended.
func (c crowd) fill(tb testing.TB, s server) {
	tb.Helper()
	store, err := redisstore.Open(tb.Context(), redisstore.Options{URL: s.url, Bot: botNumber})
	if err != nil {
		tb.Fatal(err)
	}
	defer func() { _ = store.Close() }()
	loaded, found := config.Load(bench.FormFiles(), steps.Kinds())
	if found.HasErrors() {
		tb.Fatal(found)
	}
	client, err := telegram.New(telegram.Options{Token: telegramtest.Token, HTTP: &http.Client{Transport: yes{}}})
	if err != nil {
		tb.Fatal(err)
	}
	b, err := bot.New(tb.Context(), bot.Options{
		Store: store, Till: store, Archive: store, Library: store, Client: client, Set: loaded.Set,
		Limiter: telegram.NewLimiter(telegram.LimiterOptions{BulkPerSecond: -1, ChatPerSecond: -1}),
	})
	if err != nil {
		tb.Fatal(err)
	}
	ctx, cancel := context.WithCancel(tb.Context())
	defer cancel()
	ended := make(chan error, 1)
	go func() { ended <- b.Run(ctx) }()
	for from := 0; from < c.size; from += batch {
		c.talk(tb, b, from, min(from+batch, c.size))
	}
	cancel()
	if err := <-ended; err != nil {
		tb.Fatal(err)
	}
}

// botNumber stands in front of the token of the fake Telegram.
const botNumber = 424242

// talk lets some of them say the form's words, all of them each line.
func (c crowd) talk(tb testing.TB, b *bot.Bot, from, to int) {
	tb.Helper()
	for line, words := range bench.FormTalk() {
		updates := make([]telegram.Update, 0, to-from)
		for i := from; i < to; i++ {
			update, err := telegram.DecodeUpdate(fmt.Appendf(nil,
				`{"update_id":%d,"message":{"message_id":%d,"date":1,"chat":{"id":%d,"type":"private"},"from":{"id":%[3]d,"first_name":"Ann","language_code":"en"},"text":%q}}`,
				crowdUpdates+20*i+line, 2*line+1, c.chat(i), words))
			if err != nil {
				tb.Fatal(err)
			}
			updates = append(updates, update)
		}
		if err := b.Receive(tb.Context(), updates); err != nil {
			tb.Fatal(err)
		}
	}
}

// crowdUpdates is the number of a crowd's first update: far from those that the fake Telegram counts, which a bot would take for known.
const crowdUpdates = 1 << 24

// yes is a Telegram that takes whatever it is told.
type yes struct{}

// RoundTrip implements http.RoundTripper.
func (yes) RoundTrip(req *http.Request) (*http.Response, error) {
	_ = req.Body.Close()
	body := `{"ok":true,"result":{"message_id":7,"date":1,"chat":{"id":7,"type":"private"}}}`
	return &http.Response{
		StatusCode: http.StatusOK, Header: http.Header{"Content-Type": {"application/json"}}, ContentLength: int64(len(body)),
		Body: io.NopCloser(strings.NewReader(body)), Request: req,
	}, nil
}

// remembers fails where a customer of the crowd was not understood: his ten fields stand in the state.
func (s server) remembers(tb testing.TB, chat int64) {
	tb.Helper()
	key := partitionPrefix(int(chat%partitions)) + "c:" + strconv.FormatInt(chat, 10)
	raw, err := s.client.HGet(tb.Context(), key, "s").Bytes()
	if err != nil {
		tb.Fatal(err)
	}
	var state struct {
		Contact struct {
			Fields map[string]json.RawMessage `json:"fields"`
		} `json:"c"`
	}
	if err := json.Unmarshal(raw, &state); err != nil {
		tb.Fatal(err)
	}
	if len(state.Contact.Fields) != 10 {
		tb.Fatalf("%d fields of chat %d are known, not ten: %s", len(state.Contact.Fields), chat, raw)
	}
}
