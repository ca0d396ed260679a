package bot_test

import (
	"context"
	"encoding/json"
	"errors"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"repartee/bot"
	"repartee/bot/storetest"
	"repartee/bot/telegram/telegramtest"
	"repartee/flows"
	"repartee/flows/shop"
)

const saleFlow = `
flow: order
steps:
  - {show: wanted, from: catalog.tickets}
  - {cart: {add: wanted}}
  - {pay: bought, by: [stars], failed: gone}
  - say: You have it.
  - end
  - id: gone
    say: It is gone.
`

const ticketKey = "tickets.pass"

// TestSale lets a thousand customers buy a hundred tickets while the bot dies again and again. Some of them leave their invoice alone, and the payments of some come
// when what was held for them has long been sold to others. In the end all that was paid for was sold, or the money is back.
func TestSale(t *testing.T) {
	customers, tickets, crashes := 1000, 100, 8
	if testing.Short() {
		customers, tickets, crashes = 100, 10, 2
	}
	run := func(t *testing.T, store fullStore) {
		s := &sale{rig: &rig{TB: t, server: newServer(t)}, tickets: tickets, store: &shifted{fullStore: store}}
		s.set = ticketSet(t, tickets)
		s.held(customers, crashes)
	}
	t.Run("sqlite", func(t *testing.T) { run(t, file(t)) })
	t.Run("redis", func(t *testing.T) { run(t, redisOf(t, storetest.StartRedis(t), 1)) })
	t.Run("cluster", func(t *testing.T) { run(t, redisOf(t, storetest.StartCluster(t), 1)) })
}

// ticketSet sells so many tickets for Telegram Stars.
func ticketSet(t testing.TB, n int) *flows.Set {
	t.Helper()
	catalog := "tickets:\n  items:\n    - {id: pass, name: Pass, price: 250 XTR, stock: " + strconv.Itoa(n) + ", digital: yes, code: yes}\n"
	return set(t, map[string]string{"bot.yaml": botYAML + "payments: {stars: {}}\n", "flows/order.yaml": saleFlow, "catalog.yaml": catalog})
}

// sale is a shop whose bot can die.
type sale struct {
	*rig
	set     *flows.Set
	tickets int
	store   *shifted
	process *process
	late    struct {
		sync.Mutex
		receipts []*telegramtest.Receipt
	}
}

// shifted is a store whose time the test can let go by.
type shifted struct {
	fullStore
	by atomic.Int64
}

func (s *shifted) Now() int64 { return s.fullStore.Now() + s.by.Load() }

func (s *shifted) add(d time.Duration) { s.by.Add(d.Milliseconds()) }

// open starts a bot that goes on with what the last one has left.
func (s *sale) open() {
	s.Helper()
	s.process = &process{fullStore: s.store, dead: make(chan struct{})}
	s.rig.store = s.store
	s.start(s.set, s.process.options(s.rig), func(o *bot.Options) { o.Drain = time.Millisecond })
}

// crash lets the bot die where it stands, and starts another when nobody takes it for alive any more.
func (s *sale) crash() {
	s.Helper()
	s.process.gone.Store(true)
	s.stop()
	s.store.add(time.Minute)
	s.open()
}

// held holds the sale: one half of the customers, two hours, the other half, and then the payments that are late.
func (s *sale) held(customers, crashes int) {
	s.Helper()
	s.open()
	s.crowd(0, customers/2, crashes/2)
	s.laterOn()
	s.crash() // the next sees at once what is there again
	s.crowd(customers/2, customers, crashes/2)
	for _, receipt := range s.late.receipts {
		receipt.Deliver()
	}
	s.laterOn()
	s.settled(customers)
	s.stop()
	s.checked(customers, crashes+1)
}

// laterOn lets two hours go by, after which nothing is held for anybody.
func (s *sale) laterOn() {
	s.Helper()
	s.store.add(2 * time.Hour)
	for range s.tickets { // each gives back some of the holds that have ended
		if _, err := s.store.Stock(s.Context(), flows.StockJob{Op: flows.StockRelease, Hold: "nobody's"}, s.store.Now()); err != nil {
			s.Fatal(err)
		}
	}
}

// crowd lets some customers buy at once, and the bot die meanwhile.
func (s *sale) crowd(from, to, crashes int) {
	s.Helper()
	var buying sync.WaitGroup
	for i := from; i < to; i++ {
		buying.Go(func() { s.buy(i) })
	}
	var over atomic.Bool
	done := make(chan struct{})
	go func() {
		buying.Wait()
		over.Store(true)
		close(done)
	}()
	for range crashes {
		at := s.server.Served() + rand.N(int64(4*(to-from)/crashes)) // a customer takes about as many calls
		eventually(s, "calls are made", func() bool { return over.Load() || s.server.Served() >= at })
		s.crash()
	}
	<-done
}

// buy is what one customer does.
func (s *sale) buy(i int) {
	c := s.user(int64(1000 + i))
	c.Start("")
	c.comesTo("")
	c.Say("pass")
	for c.comesTo("It is gone.", "You have it.", invoiceOnScreen) == invoiceOnScreen {
		if i%20 == 7 {
			return // he leaves it alone
		}
		receipt, err := c.pay(telegramtest.Payment{Held: i%10 == 3})
		switch {
		case err != nil && s.again(err):
			continue
		case err == nil && i%10 == 3:
			s.late.Lock()
			s.late.receipts = append(s.late.receipts, receipt)
			s.late.Unlock()
			return
		}
		c.comesTo("It is gone.", "You have it.")
		return
	}
}

// again tells of a payment that failed since the bot was dead.
func (s *sale) again(err error) bool {
	var no *telegramtest.PaymentError
	if !errors.As(err, &no) {
		s.Error(err)
		return false
	}
	return no.Failure == telegramtest.NoAnswer || no.Message == s.set.CheckoutText("en", flows.RefusedTrouble)
}

const invoiceOnScreen = "an invoice"

// comesTo waits until the bot has said one of some texts, or anything for "", and tells which. An end comes before the invoice.
func (c *customer) comesTo(texts ...string) (which string) {
	c.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	ok := c.Wait(ctx, func(screen []telegramtest.Message) bool {
		for _, text := range texts {
			which = text
			if slices.ContainsFunc(screen, func(m telegramtest.Message) bool {
				return m.FromBot && (text == "" || m.Text == text || text == invoiceOnScreen && m.Invoice != nil)
			}) {
				return true
			}
		}
		return false
	})
	if !ok {
		c.Errorf("user %d heard %q and none of %q", c.ID(), said(c.Messages()), texts)
		return ""
	}
	return which
}

// settled waits until nothing is left to be done for anybody.
func (s *sale) settled(customers int) {
	s.Helper()
	eventually(s, "every update is received", func() bool { return s.server.Pending() == 0 })
	for i := range customers {
		eventually(s, "all is done for a customer", func() bool { return len(s.state(int64(1000+i)).Contact.Works) == 0 })
	}
}

// checked adds up what was paid, booked, granted and sold.
func (s *sale) checked(customers, crashes int) {
	s.Helper()
	sold := s.tickets - int(s.left(ticketKey))
	payments, refunds := s.booked()
	orders := s.orders()
	states, codes := map[shop.OrderState]int{}, map[string]bool{}
	for _, o := range orders {
		states[o.State]++
		for _, grant := range o.Grants {
			for _, code := range grant.Codes {
				if codes[code] {
					s.Errorf("the code of order %s was given twice", o.Number)
				}
				codes[code] = true
			}
		}
		if o.State == shop.Paid && (len(o.Grants) != 1 || !s.hasCode(o)) {
			s.Errorf("the customer of order %s does not have what he paid for: %+v", o.Number, o.Grants)
		}
	}
	s.Logf("%d customers, %d crashes: %d tickets, %d sold, %d paid, %d given back, %d codes; orders %v",
		customers, crashes, s.tickets, sold, payments, refunds, len(codes), states)
	if sold != payments-refunds || sold != states[shop.Paid] || sold != len(codes) || sold > s.tickets || sold == 0 {
		s.Error("the sums do not agree")
	}
	s.nothingDied()
}

// booked holds the ledger against the money that has moved, and counts.
func (s *sale) booked() (payments, refunds int) {
	s.Helper()
	rows := map[string]shop.Entry{}
	for _, row := range s.ledger() {
		rows[row.ID] = row
		if row.Refund {
			refunds++
		} else {
			payments++
		}
	}
	for _, charge := range s.server.Charges() {
		row, booked := rows[charge.ID]
		_, back := rows["refund:"+charge.ID]
		number, chat, _ := bot.ParsePayload(charge.Payload)
		if !booked || row.Amount != charge.Amount || row.Order != number || chat != charge.Payer || back != charge.Refunded {
			s.Errorf("charge %+v is booked as %+v, given back: %v", charge, row, back)
		}
	}
	if n := len(s.server.Charges()); n != payments {
		s.Errorf("%d payments were made and %d are booked", n, payments)
	}
	return payments, refunds
}

// orders are all that were made.
func (s *sale) orders() (orders []shop.Order) {
	s.Helper()
	err := s.store.Orders(s.Context(), func(kept bot.KeptOrder) error {
		var o shop.Order
		err := json.Unmarshal(kept.Body, &o)
		orders = append(orders, o)
		return err
	})
	if err != nil {
		s.Fatal(err)
	}
	return orders
}

// hasCode tells whether the one who paid an order was told its code.
func (r *rig) hasCode(o shop.Order) bool {
	return len(o.Grants) == 1 && len(o.Charges) > 0 && slices.ContainsFunc(said(r.user(o.Charges[0].Payer).Messages()), func(text string) bool {
		return strings.Contains(text, o.Grants[0].Codes[0])
	})
}
