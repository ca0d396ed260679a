package bot_test

import (
	"encoding/json"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"repartee/bot"
	"repartee/bot/telegram"
	"repartee/bot/telegram/telegramtest"
	"repartee/flows"
	"repartee/flows/shop"
)

// TestPayment pays an order: it is paid, booked and sold once, however often Telegram tells of it.
func TestPayment(t *testing.T) {
	stores(t, func(t *testing.T, open func(testing.TB) fullStore) {
		r := shopRig(t, open(t), talkFlow)
		o := r.coffeeOrder()
		c := r.billed(1, o)
		receipt, err := c.pay(telegramtest.Payment{})
		if err != nil {
			t.Fatal(err)
		}
		r.becomes(1, o.Number, shop.Paid)
		receipt.Deliver() // under another number
		eventually(t, "the stock is sold", func() bool { return len(r.state(1).Contact.Works) == 0 && r.server.Pending() == 0 })
		r.stop()
		_, paid := r.kept(1, o.Number)
		if len(paid.Charges) != 1 || paid.Charges[0].ID != receipt.ID || paid.Charges[0].Payer != 1 || paid.Charges[0].Amount != 1290 {
			t.Errorf("charges %+v", paid.Charges)
		}
		rows := r.ledger()
		if len(rows) != 1 || rows[0].ID != receipt.ID || rows[0].Amount != 1290 || rows[0].Currency != "EUR" || rows[0].Extra {
			t.Errorf("ledger %+v", rows)
		}
		if left := r.left("coffee.crema"); left != 2 {
			t.Errorf("%d are left of 3", left)
		}
		r.nothingDied()
	})
}

// TestDeclinedPayment pays an order that the bank has refused to pay before.
func TestDeclinedPayment(t *testing.T) {
	r := shopRig(t, file(t), talkFlow)
	o := r.coffeeOrder()
	c := r.billed(1, o)
	for _, p := range []telegramtest.Payment{{Declined: true}, {TooLate: true}} {
		if _, err := c.pay(p); err == nil {
			t.Fatal("it was paid")
		}
	}
	if _, err := c.pay(telegramtest.Payment{}); err != nil {
		t.Fatal(err)
	}
	r.becomes(1, o.Number, shop.Paid)
	if n := len(r.ledger()); n != 1 {
		t.Errorf("%d rows in the ledger", n)
	}
}

// TestPaidTwice lets two payments of one order go ahead before the first is known: the second is given back.
func TestPaidTwice(t *testing.T) {
	stores(t, func(t *testing.T, open func(testing.TB) fullStore) {
		r := shopRig(t, open(t), talkFlow)
		o := r.courseOrder()
		c := r.billed(1, o)
		before := c.Stars()
		var receipts []*telegramtest.Receipt
		for range 2 {
			receipt := c.paysHeld()
			receipts = append(receipts, receipt)
		}
		receipts[0].Deliver()
		r.becomes(1, o.Number, shop.Paid)
		receipts[1].Deliver()
		eventually(t, "the second is given back", func() bool { return c.Stars() == before-250 })
		eventually(t, "all is done", func() bool { return len(r.state(1).Contact.Works) == 0 && r.server.Pending() == 0 })
		r.stop()
		_, paid := r.kept(1, o.Number)
		if paid.State != shop.Paid || len(paid.Grants) != 1 || len(paid.Charges) != 2 || paid.Charges[1].Refunded == 0 {
			t.Errorf("order %+v", paid)
		}
		rows := r.ledger()
		if len(rows) != 3 || rows[0].Extra || !rows[1].Extra || rows[2].ID != "refund:"+receipts[1].ID || !rows[2].Refund {
			t.Errorf("ledger %+v", rows)
		}
		r.nothingDied()
	})
}

// TestPaidTooLate brings a payment when its hold is over and the last one is sold: the order is short and the money goes back.
func TestPaidTooLate(t *testing.T) {
	clock := newClock()
	r := shopRig(t, clockedFile(t, clock), talkFlow)
	o := r.courseOrder()
	o.Lines[0].Item, o.Lines[0].Counted, o.Hold = "coupon", true, "h1"
	c := r.billed(1, o)
	before := c.Stars()
	receipt := c.paysHeld()
	clock.add(2 * time.Hour)
	sold, err := r.store.Stock(t.Context(), flows.StockJob{Op: flows.StockSell, Hold: "others", Items: []shop.Held{{Key: "coffee.coupon", Quantity: 1}}}, r.store.Now())
	if err != nil || !sold.OK {
		t.Fatal(sold, err)
	}
	receipt.Deliver()
	eventually(t, "the money is back", func() bool { return c.Stars() == before })
	eventually(t, "the order is closed", func() bool {
		_, kept := r.kept(1, o.Number)
		return kept.Charges != nil && kept.Charges[0].Refunded != 0
	})
	if left := r.left("coffee.coupon"); left != 0 {
		t.Errorf("%d are left of one", left)
	}
}

// TestStrayPayment keeps a payment that belongs to nothing of this bot.
func TestStrayPayment(t *testing.T) {
	r, mail := manual(t, orderFlow, file(t))
	c := r.user(1)
	c.Start("")
	mail.bring(r.bot, mail.next()...)
	c.hears(1)
	update := telegram.Update{ID: 77, Raw: json.RawMessage(`{"update_id":77}`), Message: &telegram.Message{
		Chat: telegram.Chat{ID: 1, Type: "private"}, From: &telegram.User{ID: 1},
		Payment: &telegram.SuccessfulPayment{Currency: "EUR", TotalAmount: 100, InvoicePayload: "donation", TelegramChargeID: "charge-1"},
	}}
	mail.bring(r.bot, update)
	mail.bring(r.bot, update, telegram.Update{ID: 78})
	letters, err := r.store.DeadLetters(t.Context(), 9)
	if err != nil || len(letters) != 2 || !strings.Contains(letters[0].Reason, "charge-1") || string(letters[0].Raw) != `{"update_id":77}` {
		t.Errorf("dead letters %+v, %v", letters, err)
	}
}

// TestPaymentOfForgotten brings a payment whose customer had all of him erased meanwhile: he gets what he has paid for, or his money back if the order went too.
func TestPaymentOfForgotten(t *testing.T) {
	for _, tt := range []struct {
		name   string
		closes bool
	}{{"order kept", false}, {"order erased", true}} {
		t.Run(tt.name, func(t *testing.T) {
			clock := newClock()
			r := shopRig(t, clockedFile(t, clock), talkFlow)
			c := r.user(1)
			before := c.Stars()
			o := r.courseOrder()
			r.billed(1, o)
			receipt := c.paysHeld()
			clock.add(15 * time.Minute) // the order may be closed again
			if tt.closes {
				r.forgets(1, bot.OrderWrite{Number: o.Number, State: shop.Cancelled, Forget: true})
			} else {
				r.forgets(1)
			}
			receipt.Deliver()
			if tt.closes {
				eventually(t, "the money is back", func() bool { return c.Stars() == before })
				eventually(t, "it is booked", func() bool { return len(r.ledger()) == 2 })
			} else if paid := r.becomes(1, o.Number, shop.Paid); len(paid.Grants) != 1 || len(r.ledger()) != 1 {
				t.Errorf("paid %+v", paid)
			}
			r.nothingDied()
		})
	}
}

// forgets erases a contact, with what a turn writes of his orders.
func (r *rig) forgets(chat int64, orders ...bot.OrderWrite) {
	r.Helper()
	r.rewrites(chat, func(bot.Record) []byte { return nil }, orders...)
}

// TestGivenBack notes that Telegram has given Stars back.
func TestGivenBack(t *testing.T) {
	r := shopRig(t, file(t), talkFlow)
	o := r.courseOrder()
	c := r.billed(1, o)
	receipt, err := c.pay(telegramtest.Payment{})
	if err != nil {
		t.Fatal(err)
	}
	r.becomes(1, o.Number, shop.Paid)
	if err := r.server.Refund(receipt.ID); err != nil {
		t.Fatal(err)
	}
	r.becomes(1, o.Number, shop.Refunded)
	if rows := r.ledger(); len(rows) != 2 || !rows[1].Refund || rows[1].Amount != 250 {
		t.Errorf("ledger %+v", rows)
	}
}

// TestGivenBackLater notes that Telegram has given Stars back for an order that the contact's state has no longer.
func TestGivenBackLater(t *testing.T) {
	stores(t, func(t *testing.T, open func(testing.TB) fullStore) {
		r := shopRig(t, open(t), talkFlow)
		o := r.courseOrder()
		c := r.billed(1, o)
		receipt, err := c.pay(telegramtest.Payment{})
		if err != nil {
			t.Fatal(err)
		}
		r.becomes(1, o.Number, shop.Paid)
		r.changes(1, func(s *flows.State) { s.Contact.Orders = nil })
		if err := r.server.Refund(receipt.ID); err != nil {
			t.Fatal(err)
		}
		refunded := r.becomes(1, o.Number, shop.Refunded)
		if len(refunded.Lines) != 1 || len(refunded.Charges) != 1 || refunded.Charges[0].Refunded == 0 {
			t.Errorf("order %+v", refunded)
		}
		if rows := r.ledger(); len(rows) != 2 || !rows[1].Refund || rows[1].Extra {
			t.Errorf("ledger %+v", rows)
		}
		r.nothingDied()
	})
}

// TestStaffRefund lets staff give Stars back, twice, while Telegram is out of reach at first.
func TestStaffRefund(t *testing.T) {
	clock := newClock()
	r := shopRig(t, clockedFile(t, clock), talkFlow)
	o := r.courseOrder()
	c := r.billed(1, o)
	before := c.Stars()
	if _, err := c.pay(telegramtest.Payment{}); err != nil {
		t.Fatal(err)
	}
	paid := r.becomes(1, o.Number, shop.Paid)
	r.server.Fault(telegramtest.Rule{Kind: telegramtest.DropReply, Method: "refundStarPayment"})
	for range 2 {
		if err := bot.PostOrder(t.Context(), r.store, 1, paid, string(shop.Refunded), "Sorry."); err != nil {
			t.Fatal(err)
		}
	}
	eventually(t, "the money is back", func() bool { clock.add(time.Minute); return c.Stars() == before })
	eventually(t, "it is booked", func() bool {
		clock.add(time.Minute)
		_, kept := r.kept(1, o.Number)
		return kept.State == shop.Refunded
	})
	r.stop()
	if rows := r.ledger(); len(rows) != 2 {
		t.Errorf("ledger %+v", rows)
	}
	r.nothingDied()
}

// TestStaffNote changes the state of an order that the contact's state has no longer, and passes the note on.
func TestStaffNote(t *testing.T) {
	r := shopRig(t, file(t), talkFlow)
	o := r.coffeeOrder()
	c := r.user(1)
	c.Start("")
	c.hears(1)
	o.State = shop.Paid
	if err := bot.PostOrder(t.Context(), r.store, 1, o, string(shop.Sent), "Parcel 4711."); err != nil {
		t.Fatal(err)
	}
	heard := c.hears(3)
	if !strings.Contains(heard[1], o.Number) || heard[2] != "Parcel 4711." {
		t.Errorf("heard %q", heard)
	}
	r.becomes(1, o.Number, shop.Sent)
}

// TestStaffAfterForget lets staff give back what somebody has paid who had all of him erased since. Nothing of him is kept when that is done.
func TestStaffAfterForget(t *testing.T) {
	stores(t, func(t *testing.T, open func(testing.TB) fullStore) {
		r := shopRig(t, open(t), talkFlow)
		o := r.courseOrder()
		c := r.billed(1, o)
		before := c.Stars()
		if _, err := c.pay(telegramtest.Payment{}); err != nil {
			t.Fatal(err)
		}
		paid := r.becomes(1, o.Number, shop.Paid)
		eventually(t, "all is done", func() bool { return r.server.Pending() == 0 && !r.anythingDue() })
		r.forgets(1)
		if err := bot.PostOrder(t.Context(), r.store, 1, paid, string(shop.Refunded), ""); err != nil {
			t.Fatal(err)
		}
		eventually(t, "the money is back", func() bool { return c.Stars() == before })
		eventually(t, "it is booked", func() bool { return len(r.ledger()) == 2 })
		eventually(t, "he is forgotten again", func() bool {
			record, err := r.store.Load(t.Context(), 1)
			return err == nil && record.State == nil
		})
	})
}

// TestReturnedAgain marks one payment too many as given back, and then the next with the same words.
func TestReturnedAgain(t *testing.T) {
	r := shopRig(t, file(t), talkFlow)
	o := r.coffeeOrder()
	c := r.billed(1, o)
	var receipts []*telegramtest.Receipt
	for range 3 {
		receipt := c.paysHeld()
		receipts = append(receipts, receipt)
	}
	receipts[0].Deliver()
	r.becomes(1, o.Number, shop.Paid)
	for i := 1; i < 3; i++ {
		receipts[i].Deliver()
		var kept shop.Order
		eventually(t, "it is noted", func() bool { _, kept = r.kept(1, o.Number); return len(kept.Charges) == i+1 })
		for range 2 { // staff are heard once
			if err := bot.PostOrder(t.Context(), r.store, 1, kept, "returned", ""); err != nil {
				t.Fatal(err)
			}
		}
		eventually(t, "it is given back", func() bool { _, kept = r.kept(1, o.Number); return kept.Charges[i].Refunded != 0 })
	}
	r.stop()
	if rows := r.ledger(); len(rows) != 5 {
		t.Errorf("ledger %+v", rows)
	}
}

// TestPaymentOfUnreadable books a payment of a contact whose state cannot be read.
func TestPaymentOfUnreadable(t *testing.T) {
	stores(t, func(t *testing.T, open func(testing.TB) fullStore) {
		r := shopRig(t, open(t), talkFlow)
		o := r.courseOrder()
		c := r.billed(1, o)
		receipt := c.paysHeld()
		eventually(t, "the flow knows that it may be paid", func() bool { return r.state(1).Contact.Orders[0].Look != 0 })
		r.rewrites(1, func(bot.Record) []byte { return []byte(`[1]`) })
		receipt.Deliver()
		receipt.Deliver() // a row that is there already holds nothing up
		eventually(t, "both are received", func() bool { return r.server.Pending() == 0 })
		r.stop()
		rows := r.ledger()
		if len(rows) != 1 || rows[0].ID != receipt.ID || rows[0].Amount != 250 || !rows[0].Extra || rows[0].Method != shop.ByStars || rows[0].Order != o.Number {
			t.Errorf("ledger %+v", rows)
		}
	})
}

// TestOrderBeingPaid keeps an order open while its payment is under way.
func TestOrderBeingPaid(t *testing.T) {
	stores(t, func(t *testing.T, open func(testing.TB) fullStore) {
		r := shopRig(t, open(t), talkFlow)
		o := r.coffeeOrder()
		c := r.billed(1, o)
		receipt := c.paysHeld()
		if err := bot.PostOrder(t.Context(), r.store, 1, o, string(shop.Cancelled), ""); err != nil {
			t.Fatal(err)
		}
		eventually(t, "staff are heard", func() bool { return !r.anythingDue() })
		if _, kept := r.kept(1, o.Number); kept.State != shop.Open {
			t.Fatalf("the order is %s", kept.State)
		}
		receipt.Deliver()
		r.becomes(1, o.Number, shop.Paid)
		r.nothingDied()
	})
}

// TestNothingToSellWith makes no bot that could not be paid.
func TestNothingToSellWith(t *testing.T) {
	store := file(t)
	options := bot.Options{Store: store, Set: shopSet(t, talkFlow), Client: (&rig{TB: t, server: newServer(t)}).client()}
	tokens(&options)
	if _, err := bot.New(t.Context(), options); err == nil || !strings.Contains(err.Error(), "till") {
		t.Errorf("without a till: %v", err)
	}
	options.Till, options.Secret = store, nil
	if _, err := bot.New(t.Context(), options); err == nil || !strings.Contains(err.Error(), "CARD_TOKEN") {
		t.Errorf("without a token: %v", err)
	}
	tokens(&options)
	if _, err := bot.New(t.Context(), options); err != nil {
		t.Error(err)
	}
}

// TestStockOfNewFiles sells what only the files know that were put in the place of others, and takes up the rest when the store is there again.
func TestStockOfNewFiles(t *testing.T) {
	var down atomic.Bool
	store := &faulty{fullStore: file(t), before: func(method string) error {
		if method == "Seed" && down.Load() {
			return errDown
		}
		return nil
	}}
	r := shopRig(t, store, talkFlow)
	if left := r.left("coffee.crema"); left != 3 {
		t.Fatalf("%d are left of 3", left)
	}
	down.Store(true)
	r.bot.Swap(set(t, map[string]string{
		"bot.yaml": shopYAML, "flows/order.yaml": talkFlow, "catalog.yaml": strings.Replace(catalogYAML, "stock: 3", "stock: 30", 1),
	}), 0)
	if left := r.left("coffee.crema"); left != 3 {
		t.Fatalf("%d are left of 3", left)
	}
	down.Store(false)
	eventually(t, "the new number counts", func() bool { return r.left("coffee.crema") == 30 })
}
