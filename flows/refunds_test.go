package flows_test

import (
	"testing"

	"repartee/flows"
	"repartee/flows/shop"
)

// paidTwice is an order with a payment too many, whose refund has not been made yet.
func paidTwice(t *testing.T) (s *shopper, number string) {
	t.Helper()
	s = shopperAt(t, "market")
	number = s.bills("Course")
	s.checksOut(number, true)
	s.settles(number, "c1", true)
	s.slow = true
	s.settles(number, "c2", true)
	return s, number
}

// TestEachPaymentTooManyIsGivenBack lets three payments of one order come before any of them could be given back.
func TestEachPaymentTooManyIsGivenBack(t *testing.T) {
	s, number := paidTwice(t)
	s.settles(number, "c3", false)
	s.settles(number, "c2", true)
	s.hurry()
	s.sleeps(day)
	o := s.order(number)
	if o.State != shop.Paid || len(o.Charges) != 3 || o.Charges[0].Refunded != 0 || o.Charges[1].Refunded == 0 || o.Charges[2].Refunded == 0 {
		t.Errorf("the order is %s, with %v", o.State, o.Charges)
	}
	s.obeys()
}

// TestStaffRefundWhileOneIsOnItsWay lets staff give an order back while the refund of a payment too many has not been made yet: both are given back.
func TestStaffRefundWhileOneIsOnItsWay(t *testing.T) {
	s, number := paidTwice(t)
	s.staff(number, "refunded")
	s.hurry()
	s.staff(number, "refunded")
	s.comesToRest()
	for _, charge := range s.order(number).Charges {
		if charge.Refunded == 0 {
			t.Errorf("%s is not given back", charge.ID)
		}
	}
}

// TestRefundOutlivesForgetting erases the customer while a refund has not been made yet, with staff asking for it once more.
func TestRefundOutlivesForgetting(t *testing.T) {
	s, number := paidTwice(t)
	s.says("/cancel", "/forget", "yes")
	s.jobs = nil // the bot dies
	s.slow = false
	s.staff(number, "returned")
	s.sleeps(day)
	if o := s.order(number); len(o.Charges) != 2 || o.Charges[1].Refunded == 0 {
		t.Errorf("the payments are %v", o.Charges)
	}
	if row, ok := s.market.ledger["refund:c2"]; !ok || row.Amount != 250 {
		t.Errorf("the ledger has %v", s.market.ledger)
	}
}

// TestNothingIsDeliveredOfWhatIsGivenBack lets staff refund before the stock has answered: no code is given away, whoever is done first.
func TestNothingIsDeliveredOfWhatIsGivenBack(t *testing.T) {
	for name, first := range map[string]func(*shopper) int{
		"stock":  func(*shopper) int { return 0 },
		"refund": func(s *shopper) int { return len(s.jobs) - 1 },
	} {
		t.Run(name, func(t *testing.T) {
			s := shopperAt(t, "market")
			number := s.bills("Course")
			s.checksOut(number, true)
			s.slow = true
			s.settles(number, "c1", true)
			s.staff(number, "refunded")
			s.work(first(s))
			s.hurry()
			s.sleeps(day)
			if o := s.order(number); o.State != shop.Refunded || len(o.Grants) > 0 {
				t.Errorf("the order is %s, and %v is granted", o.State, o.Grants)
			}
			if left := s.market.left["lessons.course"]; left != 2 {
				t.Errorf("of 2 none is sold, and %d are left", left)
			}
		})
	}
}

// TestRefundByTelegramIsBooked lets Telegram tell twice of a refund that nobody asked for.
func TestRefundByTelegramIsBooked(t *testing.T) {
	s := shopperAt(t, "market")
	number := s.bills("Course")
	s.pays()
	charge := s.order(number).Charges[0]
	for range 2 {
		s.input(flows.Input{What: flows.GaveBack, Order: number, Money: &flows.Money{Charge: charge, Own: true}})
	}
	if row := s.market.ledger["refund:"+charge.ID]; !row.Refund || row.Amount != 250 || row.Extra || len(s.market.ledger) != 2 {
		t.Errorf("the ledger has %v", s.market.ledger)
	}
	if state := s.order(number).State; state != shop.Refunded {
		t.Errorf("the order is %s", state)
	}
}

// TestForeignPaymentIsGivenBack lets somebody else's payment come first, or after the time of the invoice.
func TestForeignPaymentIsGivenBack(t *testing.T) {
	for name, wait := range map[string]bool{"in time": false, "late": true} {
		t.Run(name, func(t *testing.T) {
			s := shopperAt(t, "market")
			number := s.bills("Course")
			if wait {
				s.sleeps(day)
			}
			s.settles(number, "foreign", false)
			s.settles(number, "own", true)
			s.sleeps(day)
			o := s.order(number)
			if o.State != shop.Paid || len(s.market.ledger) != 3 || !s.market.ledger["foreign"].Extra || s.market.ledger["own"].Extra {
				t.Errorf("the order is %s, and the ledger has %v", o.State, s.market.ledger)
			}
		})
	}
}
