package bot_test

import (
	"context"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"sync/atomic"
	"testing"
	"time"

	"repartee/bot"
	"repartee/bot/sqlitestore"
	"repartee/bot/telegram/telegramtest"
	"repartee/flows"
	"repartee/internal/app"
)

// How many soaks there are, and the first: for longer runs, and to see one again.
var (
	soaks     = flag.Uint64("soak", 2, "how many shops have a long time of it")
	firstSoak = flag.Uint64("seed", 1, "the seed of the first of them")
)

const soakYAML = botYAML + `
shop:
  tax: {included: true, rates: {default: 19%}}
  shipping:
    - {id: post, label: Post, countries: [DE], price: 4.90}
  vouchers:
    TEN: {off: 10%, uses: 3}
payments:
  card: {provider: $CARD_TOKEN, within: 1h}
  transfer: {text: Please transfer, within: 3d}
  stars: {}
`

const soakCatalog = `
coffee:
  items:
    - {id: crema, name: Crema Roma, price: 12.90, stock: 6, weight: 1}
    - {id: course, name: Brewing course, price: 250 XTR, digital: yes, code: yes}
    - {id: coupon, name: Coupon, price: 250 XTR, stock: 4, digital: yes, code: yes}
`

// soakStock is what soakCatalog says is there.
func soakStock() map[string]int64 { return map[string]int64{"coffee.crema": 6, "coffee.coupon": 4} }

const soakFlow = `
flow: order
steps:
  - id: shelf
    show: wanted
    from: catalog.coffee
  - {cart: {add: wanted}}
  - {cart: review, empty: shelf}
  - {pay: bought, failed: gone}
  - say: You have it.
  - end
  - id: gone
    say: It is gone.
`

// TestSoak lets three customers talk and pay, staff change orders, payments come late and time go by, all at random. Then late payments are delivered, 17 days
// go by, and what the methods of soaked say must hold: of money, of orders, of what was given and of the stock. The seed settles what is tried, not which of two
// that happen at once comes first.
func TestSoak(t *testing.T) {
	n := *soaks
	if testing.Short() {
		n = min(n, 1)
	}
	for seed := *firstSoak; seed < *firstSoak+n; seed++ {
		t.Run(strconv.FormatUint(seed, 10), func(t *testing.T) {
			s := newSoak(t, seed)
			for range 60 {
				s.step()
				s.quiet()
			}
			s.comesToRest()
			s.checked()
		})
	}
}

// soak is one shop, those who use it, and what they have done.
type soak struct {
	*rig
	till      *app.Till
	clock     *clock
	polls     *pollCounter
	dice      *rand.Rand
	customers []*customer
	late      []*telegramtest.Receipt // of payments that the bot may not have been told of
	log       []string
}

func newSoak(t *testing.T, seed uint64) *soak {
	t.Helper()
	t.Setenv("REDIS_URL", "") // the till is that of the file,
	t.Setenv("TELEGRAM_TOKEN", "")
	dir := t.TempDir()
	path := filepath.Join(dir, ".repartee", "bot.db") // which stands where a till looks for it
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		t.Fatal(err)
	}
	s := &soak{clock: newClock(), dice: rand.New(rand.NewPCG(seed, 1))}
	s.polls = &pollCounter{fullStore: fileAt(t, sqlitestore.Options{Now: s.clock.now.Load, Path: path})}
	s.rig = newRig(t, set(t, map[string]string{"bot.yaml": soakYAML, "catalog.yaml": soakCatalog, "flows/order.yaml": soakFlow}), s.polls,
		tokens, func(o *bot.Options) { o.Tick = 2 * time.Millisecond })
	s.till = openTill(t, dir)
	t.Cleanup(s.tell)
	for id := range int64(3) {
		c := s.user(id + 1)
		c.Start("")
		s.customers = append(s.customers, c)
	}
	s.quiet()
	return s
}

// openTill opens the till of the bot in a folder, as staff do.
func openTill(t *testing.T, dir string) *app.Till {
	t.Helper()
	till, err := app.OpenTill(t.Context(), dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = till.Close() })
	return till
}

// note remembers what was done, for the case that something is wrong in the end.
func (s *soak) note(format string, args ...any) { s.log = append(s.log, fmt.Sprintf(format, args...)) }

// tell tells what was done, where something is wrong.
func (s *soak) tell() {
	if !s.Failed() {
		return
	}
	for _, line := range s.log {
		s.Log(line)
	}
}

// comesToRest lets all that is on its way arrive, and all that waits come to its end.
func (s *soak) comesToRest() {
	s.Helper()
	for _, receipt := range s.late {
		receipt.Deliver()
	}
	s.quiet()
	for range 40 {
		s.clock.add(3 * time.Hour)
		s.quiet()
	}
	for range 3 {
		s.clock.add(4 * 24 * time.Hour)
		s.quiet()
	}
}

// pollCounter is a store that knows how often it was asked for what is due.
type pollCounter struct {
	fullStore
	polls atomic.Int64
}

func (p *pollCounter) Due(ctx context.Context, d bot.DueQuery) ([]bot.Work, error) {
	defer p.polls.Add(1)
	return p.fullStore.Due(ctx, d)
}

// quiet waits until the bot has asked a few times for what is due while there was nothing to do and nothing changed.
func (s *soak) quiet() {
	s.Helper()
	before, since := "", int64(0)
	eventually(s, "the bot has nothing more to do", func() bool {
		versions, busy := s.look()
		if polls := s.polls.polls.Load(); busy || versions != before || s.server.Pending() > 0 {
			before, since = versions, polls
		}
		return s.polls.polls.Load() >= since+4
	})
}

// look tells the versions of all contacts, and whether something is to be done for any of them by now.
func (s *soak) look() (versions string, busy bool) {
	s.Helper()
	for _, c := range s.customers {
		record, err := s.store.Load(s.Context(), c.ID())
		if err != nil {
			s.Fatal(err)
		}
		state, err := flows.DecodeState(record.State)
		if err != nil {
			s.Fatal(err)
		}
		versions += record.Version + " "
		wake := state.Wake()
		busy = busy || !wake.IsZero() && !wake.After(s.clock.time()) || len(state.Session.Jobs) > 0 || begins(state.Contact.Works)
	}
	return versions, busy
}

// begins tells of work that is not only waiting for better times.
func begins(works []flows.Work) bool {
	for _, w := range works {
		if w.Tries < 2 {
			return true
		}
	}
	return false
}
