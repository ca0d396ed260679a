package flows_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"repartee/flows"
	"repartee/flows/shop"
)

// TestPaymentLeadsOn pays while something else is asked, and with a word before the stock has answered: the flow goes on behind the payment.
func TestPaymentLeadsOn(t *testing.T) {
	for name, come := range map[string]func(*shopper, string){
		"at once":                 func(s *shopper, number string) { s.settles(number, "c1", true) },
		"while /language is open": func(s *shopper, number string) { s.says("/language"); s.settles(number, "c1", true); s.says("English") },
		"while a way is chosen":   func(s *shopper, number string) { s.taps("other_payment"); s.settles(number, "c1", true) },
		"with a word too soon": func(s *shopper, number string) {
			s.slow = true
			s.settles(number, "c1", true)
			s.says("thanks")
			s.hurry()
		},
		"and the stock answers no": func(s *shopper, number string) {
			s.slow = true
			s.settles(number, "c1", true)
			s.drop(0)
			s.sleeps(time.Hour)
		},
	} {
		t.Run(name, func(t *testing.T) {
			s := shopperAt(t, "market")
			number := s.bills("Roma")
			s.checksOut(number, true)
			come(s, number)
			if s.at() != "after" || s.order(number).State != shop.Paid {
				t.Errorf("the order is %s, and the talk is at %q", s.order(number).State, s.at())
			}
		})
	}
}

// TestBackBehindAPayment goes back where nothing is left to be asked.
func TestBackBehindAPayment(t *testing.T) {
	s := shopperAt(t, "market")
	s.bills("Roma")
	s.pays()
	if said := s.says("/back"); len(said) == 0 {
		t.Error("nothing is said")
	}
	if s.newest().State != shop.Paid {
		t.Errorf("the order is %s", s.newest().State)
	}
}

// TestPaidGoodsLeaveTheCart changes the cart while its order is being paid: what was paid is not asked for again, nor is its voucher used again.
func TestPaidGoodsLeaveTheCart(t *testing.T) {
	s := shopperAt(t, "market")
	s.fills("Roma")
	s.says("PC", "order", "card")
	number := s.invoiced()
	s.checksOut(number, true)
	s.fills("Crema")
	s.settles(number, "c1", true)
	s.says("/checkout")
	cart := s.state.Session.Cart
	if cart == nil || len(cart.Lines) != 1 || cart.Lines[0].Item != "crema" || cart.Voucher != "" {
		t.Errorf("the cart is %v", cart)
	}
	s.obeys()
}

// TestVoucherWaitsForItsCurrency pays Stars first: the voucher is for the rest.
func TestVoucherWaitsForItsCurrency(t *testing.T) {
	s := shopperAt(t, "market")
	s.fills("Course", "Roma")
	s.says("PC", "order")
	s.pays()
	if cart := s.state.Session.Cart; cart == nil || cart.Voucher != "PC" {
		t.Fatalf("the cart is %v", cart)
	}
	s.says("/checkout", "order", "card")
	if o := s.order(s.invoiced()); o.Totals.Currency != "EUR" || o.Totals.Discount != 119 {
		t.Errorf("of 11.90 with 10 %% off, %d are off", o.Totals.Discount)
	}
}

// TestLastUseIsOnesOwn orders with a voucher whose only use is held for that very order.
func TestLastUseIsOnesOwn(t *testing.T) {
	for _, method := range []string{"transfer", "card"} {
		t.Run(method, func(t *testing.T) {
			s := shopperAt(t, "market")
			s.fills("Roma")
			s.says("ONCE", "order", method)
			if method == "transfer" {
				s.says("Germany", homeTyped, "Post")
				s.taps("buy")
			}
			if o := s.newest(); o.Voucher != "ONCE" || o.Totals.Discount != 200 {
				t.Errorf("the voucher is %q, and %d are off", o.Voucher, o.Totals.Discount)
			}
		})
	}
}

// TestBeingPaidIsLeftAlone does what closes an order while its payment is under way: the payment that comes finds all of it there.
func TestBeingPaidIsLeftAlone(t *testing.T) {
	for name, act := range map[string]func(*shopper, string){
		"staff cancel it":      func(s *shopper, number string) { s.staff(number, "cancelled") },
		"staff say it is paid": func(s *shopper, number string) { s.staff(number, "paid") },
		"not now":              func(s *shopper, _ string) { s.taps("not_now") },
		"another way": func(s *shopper, _ string) {
			s.taps("other_payment")
			s.says("transfer", "Germany", homeTyped, "Post", "buy")
		},
		"the cart is emptied":   func(s *shopper, _ string) { s.says("/checkout", "0 roma") },
		"all is to be erased":   func(s *shopper, _ string) { s.says("/forget", "yes") },
		"it is begun from anew": func(s *shopper, _ string) { s.says("/restart", "/checkout", "order", "card") },
	} {
		for _, told := range []bool{true, false} {
			t.Run(name, func(t *testing.T) {
				s := shopperAt(t, "market")
				number := s.bills("Roma")
				s.checksOut(number, told)
				until := s.market.holds[s.order(number).Hold].until
				act(s, number)
				if o := s.order(number); o.State != shop.Open || s.market.holds[o.Hold].until != until {
					t.Fatalf("the order is %s, held until %d of %d", o.State, s.market.holds[o.Hold].until, until)
				}
				s.settles(number, "c1", true)
				if o := s.order(number); o.State != shop.Paid || len(o.Charges) != 1 || o.Charges[0].Due {
					t.Errorf("the order is %s, with %v", o.State, o.Charges)
				}
			})
		}
	}
}

// TestStaffCannotPay shows that an invoice of Telegram's is paid by a payment alone.
func TestStaffCannotPay(t *testing.T) {
	for name, wait := range map[string]time.Duration{"open": 0, "expired": 4 * time.Hour} {
		t.Run(name, func(t *testing.T) {
			s := shopperAt(t, "market")
			number := s.bills("Course")
			s.sleeps(wait)
			s.staff(number, "paid")
			if o := s.order(number); o.State == shop.Paid || len(o.Grants) > 0 {
				t.Errorf("the order is %s, with %v, and nothing was paid", o.State, o.Grants)
			}
		})
	}
}

// TestMoneyAfterItsTime lets a transfer come when it is not waited for any more.
func TestMoneyAfterItsTime(t *testing.T) {
	s := shopperAt(t, "market")
	number := s.transfers("Crema")
	s.sleeps(8 * day)
	if state := s.order(number).State; state != shop.Cancelled {
		t.Fatalf("the order is %s", state)
	}
	s.staff(number, "paid")
	o := s.order(number)
	if o.State != shop.Paid || len(s.market.ledger) != 1 {
		t.Errorf("the order is %s, and the ledger has %v", o.State, s.market.ledger)
	}
	if sold := s.market.left["coffee.crema"]; sold != 2 {
		t.Errorf("of 3 one is sold, and %d are left", sold)
	}
}

// TestSoldOutIsNotForEver lets the stock be filled after a payment was refused for want of it: the cart is as it was.
func TestSoldOutIsNotForEver(t *testing.T) {
	s := shopIn(t, sellingPlainly(t))
	number := s.bills("Crema")
	s.market.left["coffee.crema"] = 0
	if refusal := s.checksOut(number, true); refusal != flows.RefusedSoldOut {
		t.Fatalf("the payment is refused for %q", refusal)
	}
	s.market.left["coffee.crema"] = 40
	s.sleeps(26 * time.Hour)
	s.says("/checkout", "order", "card")
	s.pays()
	if o := s.newest(); o.State != shop.Paid || o.Lines[0].Item != "crema" {
		t.Errorf("the order is %s, of %v", o.State, o.Lines)
	}
}

// sellingPlainly is a market that holds nothing before it is paid.
func sellingPlainly(t *testing.T) *flows.Set {
	return bot(t, map[string]string{
		"bot.yaml": "payments: {card: {provider: $CARD_TOKEN, within: 3h}, stars: {}}\n",
		"catalog.yaml": "coffee:\n  items:\n    - {id: crema, name: Crema, price: 12.90, stock: 30}\n" +
			"lessons:\n  items:\n    - {id: course, name: Course, price: 250 XTR, digital: yes, link: \"https://example.com/course\", code: yes}\n",
		"flows/welcome.yaml": "flow: welcome\nsteps:\n  - {menu: Welcome., options: {a: A, b: B}}\n",
		"flows/buy.yaml":     "flow: buy\nstart: {command: buy}\nsteps:\n  - {show: chosen, from: catalog.coffee}\n  - {cart: {add: chosen}}\n",
		"flows/course.yaml":  "flow: course\nstart: {command: course}\nsteps:\n  - {show: lesson, from: catalog.lessons}\n  - {cart: {add: lesson}}\n",
		"flows/checkout.yaml": "flow: checkout\nkind: purchase\nstart: {command: checkout}\nsteps:\n  - {id: review, cart: review}\n" +
			"  - {pay: bought, by: [card, stars], failed: review, abandoned: {after: 4h, remind: [Still here?], then: end}}\n  - say: Thank you.\n",
	})
}

// TestManyOfWhatIsGranted buys a code 999 times: there are few messages, and the state stays small.
func TestManyOfWhatIsGranted(t *testing.T) {
	s := shopIn(t, sellingPlainly(t))
	s.fills("Course")
	s.says("999 course", "order")
	before := len(s.sent)
	s.pays()
	if n := len(s.sent) - before; n > 10 {
		t.Errorf("%d messages come", n)
	}
	s.obeys()
}

// TestRemindedOnce lets words be said long after a reminder of the cart: it does not come again.
func TestRemindedOnce(t *testing.T) {
	s := shopIn(t, sellingPlainly(t))
	s.bills("Crema")
	reminders := 0
	for range 4 {
		for _, text := range s.sleeps(4*time.Hour + 20*time.Minute) {
			if strings.Contains(text, "Still here?") {
				reminders++
			}
		}
		s.says("/help")
	}
	if reminders != 1 {
		t.Errorf("it is reminded %d times", reminders)
	}
}

// TestPaidOrdersAreBounded buys without end where nobody delivers.
func TestPaidOrdersAreBounded(t *testing.T) {
	s := shopIn(t, sellingPlainly(t))
	for range 80 {
		s.bills("Course")
		s.pays()
	}
	s.obeys()
	if n := len(s.state.Contact.Orders); n > 50 {
		t.Errorf("the state has %d orders", n)
	}
}

// TestPlacedOrdersAreBounded orders by transfer without end, with long addresses: what is not paid does not take all the stock.
func TestPlacedOrdersAreBounded(t *testing.T) {
	s := shopperAt(t, "market")
	s.market.left["coffee.crema"] = 100
	for range 15 {
		s.fills("Crema")
		s.says("order", "transfer", "Germany", homeTyped+strings.Repeat("ä", 1900), "Post", "buy", "/cancel")
	}
	s.obeys()
	placed := slices.DeleteFunc(slices.Clone(s.state.Contact.Orders), func(o shop.Order) bool { return o.State != shop.Placed })
	if len(placed) == 0 || len(placed) > 10 {
		t.Errorf("%d orders wait to be paid", len(placed))
	}
}

// TestGivenBackAfterForgetting books that money was given back of an order that only the store has: the turn leaves what it was told as it was.
func TestGivenBackAfterForgetting(t *testing.T) {
	s := shopperAt(t, "market")
	number := s.bills("Course")
	s.pays()
	o := s.order(number)
	s.says("/cancel", "/forget", "yes")
	s.input(flows.Input{What: flows.GaveBack, Order: number, Money: &flows.Money{Charge: o.Charges[0], Own: true}, Kept: &o})
	if state := s.order(number).State; state != shop.Refunded {
		t.Errorf("the order is %s", state)
	}
}

// TestNobodyGoesBackFromASettledPayment asks to go back between the payment and the stock's answer: the flow goes on behind the payment all the same.
func TestNobodyGoesBackFromASettledPayment(t *testing.T) {
	s := shopperAt(t, "market")
	number := s.bills("Roma")
	s.checksOut(number, true)
	s.slow = true
	s.settles(number, "c1", true)
	s.says("/back")
	s.hurry()
	if at := s.at(); at != "after" {
		t.Errorf("the talk stands at %s", at)
	}
}
