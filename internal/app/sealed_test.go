package app

import (
	"bytes"
	"context"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/redis/go-redis/v9"

	"repartee/bot/storetest"
	"repartee/bot/telegram"
	"repartee/bot/telegram/telegramtest"
	"repartee/config"
	"repartee/flows/steps"
)

// counter sells one thing to somebody who says who he is.
const counter = `flow: welcome
kind: purchase
fields: {who: text, reach: phone, word: text}
steps:
  - {ask: who, text: Your name?}
  - {ask: reach, text: Your number?}
  - show: chosen
    from: catalog.goods
    where: not item.digital
  - cart: {add: chosen}
  - {pay: bought, by: [card]}
  - {ask: word, text: Anything else?}
`

// told is what only the customer and the bot should know.
var told = []string{"Adalbertine", "Knöterich", "305550123", "Sommerstieg"}

// TestSealedShop has a customer talk and buy, and looks for him in the bytes that the store keeps. Without keys he is there.
func TestSealedShop(t *testing.T) {
	for name, sealed := range map[string]bool{"plain": false, "sealed": true} {
		t.Run("SQLite "+name, func(t *testing.T) {
			shop := newCounter(t, sealed)
			shop.buy("")
			shop.look(shop.file(), sealed)
		})
		t.Run("Redis "+name, func(t *testing.T) {
			url := storetest.StartServer(t, "--save", "", "--appendonly", "yes", "--rdbcompression", "no").URL
			shop := newCounter(t, sealed)
			shop.buy(url)
			shop.look(dump(t, url), sealed)
		})
	}
}

// sealedShop is a bot's folder, and the server that its customer is at.
type sealedShop struct {
	t      *testing.T
	dir    string
	server *telegramtest.Server
	keys   string
}

const (
	someKey  = "k1:AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="
	otherKey = "k2:ICEiIyQlJicoKSorLC0uLzAxMjM0NTY3ODk6Ozw9Pj8="
)

// The shop, but for its flow: it sells one thing by a card and one for Stars.
const (
	cornerBot = `bot: Corner
languages: [en]
time_zone: Europe/Berlin
currency: EUR
start: welcome
shop:
  tax: {included: true, rates: {default: 7%}}
  shipping: [{id: post, label: Post, countries: [DE, AT], price: 4.90}]
payments: {card: {provider: $CORNER_CARD_TOKEN, tips: [1, 2]}, stars: {}}
`
	cornerCatalog = `goods:
  items:
    - {id: crema, name: Crema, price: 12.90, stock: 2, weight: 0.5}
    - {id: course, name: Course, price: 250 XTR, digital: yes, code: yes}
`
)

func newCounter(t *testing.T, sealed bool) *sealedShop {
	t.Helper()
	s := &sealedShop{t: t, dir: t.TempDir(), server: telegramtest.NewServer(telegramtest.Options{})}
	if err := s.server.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.server.Close() })
	if sealed {
		s.keys = someKey
	}
	write(t, filepath.Join(s.dir, "bot.yaml"), cornerBot)
	write(t, filepath.Join(s.dir, "catalog.yaml"), cornerCatalog)
	if err := os.Mkdir(filepath.Join(s.dir, "flows"), 0o755); err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(s.dir, "flows", "welcome.yaml"), counter)
	t.Setenv("CORNER_CARD_TOKEN", telegramtest.ProviderToken)
	return s
}

// run runs the bot until the function that it gives is called.
func (s *sealedShop) run(ctx context.Context, redisURL string) (end func() error) {
	ctx, cancel := context.WithCancel(ctx)
	ended := make(chan error, 1)
	go func() { ended <- s.runs(ctx, redisURL) }()
	return func() error {
		cancel()
		return <-ended
	}
}

// runs runs the bot until it ends.
func (s *sealedShop) runs(ctx context.Context, redisURL string) error {
	loaded, found, err := config.LoadDir(s.dir, steps.Kinds())
	if err != nil || found.HasErrors() {
		return fmt.Errorf("the flows have errors: %v, %w", found, err)
	}
	settings := Settings{Token: s.server.Token(), APIURL: s.server.URL(), RedisURL: redisURL, SealKeys: s.keys, LogFormat: "text"}
	settings.Limiter = telegram.NewLimiter(telegram.LimiterOptions{BulkPerSecond: -1, ChatPerSecond: -1})
	return Run(ctx, s.dir, loaded, settings, slog.New(slog.DiscardHandler))
}

// buy runs the bot while a customer tells all of himself, and buys.
func (s *sealedShop) buy(redisURL string) {
	s.t.Helper()
	ctx, cancel := context.WithTimeout(s.t.Context(), time.Minute)
	defer cancel()
	end := s.run(ctx, redisURL)
	customer := s.server.User(7, told[0], "en")
	s.says(ctx, customer)
	s.pays(ctx, customer)
	endsWell(s.t, end)
}

// says has the customer come, and say who he is.
func (s *sealedShop) says(ctx context.Context, customer *telegramtest.User) {
	s.t.Helper()
	customer.Start("")
	s.shown(ctx, customer, "Your name?")
	customer.Say(told[0] + " " + told[1])
	s.shown(ctx, customer, "Your number?")
}

// pays has him go on, and buy.
func (s *sealedShop) pays(ctx context.Context, customer *telegramtest.User) {
	s.t.Helper()
	customer.Say("+49 305 550 123")
	item := s.shown(ctx, customer, "Crema")
	if _, err := customer.Press(item.ID, item.Buttons[0][0].Text); err != nil {
		s.t.Fatal(err)
	}
	invoice := s.invoice(ctx, customer)
	address := &telegram.Address{CountryCode: "DE", City: "Berlin", PostCode: "10119", StreetLine1: told[3] + " 9"}
	info := telegram.OrderInfo{Name: told[0] + " " + told[1], PhoneNumber: "+49" + told[2], ShippingAddress: address}
	if _, err := customer.Pay(ctx, invoice, telegramtest.Payment{Info: info, Way: "post"}); err != nil {
		s.t.Fatal(err)
	}
	s.shown(ctx, customer, "Anything else?")
}

// shown waits for a message with some words in it.
func (s *sealedShop) shown(ctx context.Context, u *telegramtest.User, words string) telegramtest.Message {
	s.t.Helper()
	return s.await(ctx, u, words, func(m telegramtest.Message) bool { return m.FromBot && strings.Contains(m.Text, words) })
}

func (s *sealedShop) invoice(ctx context.Context, u *telegramtest.User) int64 {
	s.t.Helper()
	return s.await(ctx, u, "invoice", func(m telegramtest.Message) bool { return m.Invoice != nil }).ID
}

func (s *sealedShop) await(ctx context.Context, u *telegramtest.User, what string, fits func(telegramtest.Message) bool) (found telegramtest.Message) {
	s.t.Helper()
	if !u.Wait(ctx, func(shown []telegramtest.Message) bool {
		at := slices.IndexFunc(shown, fits)
		if at >= 0 {
			found = shown[at]
		}
		return at >= 0
	}) {
		s.t.Fatalf("the customer never sees %q, but %+v", what, u.Messages())
	}
	return found
}

// look looks for what the customer told.
func (s *sealedShop) look(bytesKept []byte, sealed bool) {
	s.t.Helper()
	if len(bytesKept) < 1000 {
		s.t.Fatalf("the store keeps only %d bytes", len(bytesKept))
	}
	for _, word := range told {
		if found := bytes.Contains(bytesKept, []byte(word)); found == sealed {
			s.t.Errorf("%q is in the bytes of the store: %v", word, found)
		}
	}
}

// file is all that the bot has written beside its files.
func (s *sealedShop) file() (all []byte) {
	s.t.Helper()
	files, err := filepath.Glob(filepath.Join(s.dir, ".repartee", "*"))
	if err != nil || len(files) == 0 {
		s.t.Fatal(files, err)
	}
	for _, f := range files {
		content, err := os.ReadFile(f)
		if err != nil {
			s.t.Fatal(err)
		}
		all = append(all, content...)
	}
	return all
}

// dump is all that a Redis keeps, as it would write it to disk.
func dump(t *testing.T, url string) (all []byte) {
	t.Helper()
	options, err := redis.ParseURL(url)
	if err != nil {
		t.Fatal(err)
	}
	client := redis.NewClient(options)
	defer client.Close()
	keys, err := client.Keys(t.Context(), "*").Result()
	if err != nil {
		t.Fatal(err)
	}
	for _, key := range keys {
		value, err := client.Dump(t.Context(), key).Result()
		if err != nil {
			t.Fatal(err)
		}
		all = append(append(all, key...), value...)
	}
	return all
}
