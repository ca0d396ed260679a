package shop

import (
	"regexp"
	"slices"
	"testing"
)

// TestOrderStates draws the whole machine: one line a state, with what can come of it.
func TestOrderStates(t *testing.T) {
	want := map[OrderState][]OrderState{
		Open:      {Paid, Short, Cancelled, Expired},
		Placed:    {Paid, Short, Cancelled},
		Expired:   {Paid, Short},
		Paid:      {Packed, Sent, Delivered, Short, Refunded},
		Packed:    {Sent, Delivered, Refunded},
		Sent:      {Delivered, Refunded},
		Delivered: {Refunded},
		Short:     {Paid, Refunded},
		Cancelled: {Paid},
		Refunded:  nil,
	}
	states := OrderStates()
	if len(states) != len(want) {
		t.Errorf("there are %d states, want %d", len(states), len(want))
	}
	for _, from := range append(states, "unheard") {
		for _, to := range states {
			if got := CanBecome(from, to); got != slices.Contains(want[from], to) {
				t.Errorf("from %s to %s: %v", from, to, got)
			}
		}
	}
}

func TestOrderDone(t *testing.T) {
	for state, want := range map[OrderState]bool{
		Open: false, Placed: false, Paid: false, Packed: false, Sent: false, Short: false, Delivered: true, Cancelled: true, Expired: true, Refunded: true,
	} {
		if got := (&Order{State: state, Charges: []Charge{{ID: "a"}, {ID: "b", Due: true, Refunded: 5}}}).Done(); got != want {
			t.Errorf("%s: %v", state, got)
		}
		if (&Order{State: state, Charges: []Charge{{ID: "a", Due: true}}}).Done() {
			t.Errorf("%s, with money that is to be given back", state)
		}
	}
}

func TestOrderDue(t *testing.T) {
	for _, c := range []struct {
		order Order
		want  int64
	}{
		{Order{State: Open, Expires: 9}, 9}, {Order{State: Placed, Expires: 9}, 9}, {Order{State: Open, Expires: 9, Look: 5}, 5},
		{Order{State: Open}, 0}, {Order{State: Paid, Expires: 9, Look: 5}, 0}, {Order{State: Expired, Expires: 9}, 0},
	} {
		if got := c.order.Due(); got != c.want {
			t.Errorf("%+v is due at %d, want %d", c.order, got, c.want)
		}
	}
}

func TestOrderHeld(t *testing.T) {
	bag := Line{Catalog: "coffee", Item: "crema", Variant: "small", Quantity: 2, Counted: true}
	order := Order{Voucher: "TENNER", Lines: []Line{bag, {Catalog: "coffee", Item: "endless", Quantity: 9}, {Catalog: "tools", Item: "mill", Quantity: 1, Counted: true}, bag}}
	want := []Held{{Key: "coffee.crema.small", Quantity: 4}, {Key: "tools.mill", Quantity: 1}}
	if got := order.Held(); !slices.Equal(got, want) {
		t.Errorf("%+v, want %+v", got, want)
	}
	order.VoucherUses = 100
	want = append(want, Held{Key: "voucher.TENNER", Quantity: 1, Supply: 100})
	if got := order.Held(); !slices.Equal(got, want) {
		t.Errorf("%+v, want %+v", got, want)
	}
	if got := (&Order{VoucherUses: 5}).Held(); got != nil {
		t.Errorf("without a voucher %+v", got)
	}
}

// TestNumber holds that numbers and codes stay the same in each version: a turn that runs again, on another instance, makes the same of its seed.
func TestNumber(t *testing.T) {
	seed := [16]byte{1, 2, 3}
	if got := Number(seed, "order"); got != "BK3M-5CN2" {
		t.Errorf("the number is %s", got)
	}
	if got := Code(seed, "order"); got != "CV7P-J20N-ZHRS-KSF2" {
		t.Errorf("the code is %s", got)
	}
	form := regexp.MustCompile(`^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4})+$`)
	seen := map[string]bool{}
	for i := range 10_000 {
		seed := [16]byte{byte(i), byte(i >> 8)}
		for _, text := range []string{Number(seed, ""), Number(seed, "x"), Code(seed, ""), Code(seed, "x")} {
			if seen[text] || !form.MatchString(text) {
				t.Fatalf("%s, made before: %v", text, seen[text])
			}
			seen[text] = true
		}
	}
}

func TestStaffMay(t *testing.T) {
	for _, c := range []struct {
		order Order
		to    OrderState
		want  bool
	}{
		{Order{State: Open}, Paid, false}, {Order{State: Expired}, Paid, false}, {Order{State: Placed}, Paid, true}, {Order{State: Short}, Paid, true},
		{Order{State: Cancelled, Method: ByHand}, Paid, true}, {Order{State: Cancelled, Method: ByStars}, Paid, false},
		{Order{State: Paid}, Packed, true}, {Order{State: Paid}, Short, false}, {Order{State: Open}, Expired, false}, {Order{State: Placed}, Cancelled, true},
	} {
		if got := c.order.StaffMay(c.to); got != c.want {
			t.Errorf("from %s to %s by staff: %v", c.order.State, c.to, got)
		}
	}
}
