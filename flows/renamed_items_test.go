package flows_test

import (
	"io/fs"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"repartee/config"
	"repartee/flows"
	"repartee/flows/shop"
	"repartee/flows/steps"
)

// reworded is the market with other words in its files.
func reworded(t testing.TB, words ...string) *flows.Set {
	t.Helper()
	tree := fstest.MapFS{}
	folder, change := os.DirFS("testdata/market"), strings.NewReplacer(words...)
	err := fs.WalkDir(folder, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || strings.HasPrefix(name, "talks/") {
			return err
		}
		text, err := fs.ReadFile(folder, name)
		tree[name] = &fstest.MapFile{Data: []byte(change.Replace(string(text)))}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	loaded, found := config.Load(tree, steps.Kinds())
	if found.HasErrors() {
		_ = found.WriteText(os.Stderr, false)
		t.Fatal("the bot has errors")
	}
	return loaded.Set
}

// renamedItems is the market after two items got other ids: one of the goods, and somebody whose time is booked.
func renamedItems(t testing.TB) *flows.Set {
	return reworded(t, "{id: crema,", "{id: bar, was: crema,", "{id: weber,", "{id: dr_weber, was: weber,")
}

// goesOnIn puts another set in the place of the one that ran.
func (s *shopper) goesOnIn(set *flows.Set) {
	s.engine = flows.NewEngine(set, flows.EngineOptions{Publication: s.engine.Publication + 1, Username: "bot"})
	s.market.renamed(set.FormerItems())
}

// TestRenamedItemInTheCart changes, orders and pays what was put into the cart under another id: it is one line, of one stock.
func TestRenamedItemInTheCart(t *testing.T) {
	s := shopperAt(t, "market")
	s.fills("Crema")
	on, more := s.button("+")
	s.goesOnIn(renamedItems(t))
	s.press(on, more, "+")
	if cart := s.state.Session.Cart; cart == nil || len(cart.Lines) != 1 || cart.Lines[0].Item != "bar" || cart.Lines[0].Quantity != 2 {
		t.Fatalf("the cart is %v", cart)
	}
	s.says("/buy", "Crema", "/checkout")
	if cart := s.state.Session.Cart; len(cart.Lines) != 1 || cart.Lines[0].Quantity != 3 {
		t.Fatalf("the cart is %v", cart)
	}
	s.taps("order")
	s.says("card")
	s.pays()
	if o := s.newest(); o.State != shop.Paid || len(o.Lines) != 1 || o.Lines[0].Item != "bar" || s.state.Session.Cart != nil {
		t.Errorf("the order is %v, and the cart %v", o, s.state.Session.Cart)
	}
	if left := s.market.left["coffee.crema"]; left != 0 {
		t.Errorf("%d are left of 3", left)
	}
	s.obeys()
}

// TestInvoiceKeepsItsItems pays an invoice of before an item got another id: the order stays as it was written, is sold from the same stock, and leaves the cart.
func TestInvoiceKeepsItsItems(t *testing.T) {
	s := shopperAt(t, "market")
	number := s.bills("Crema")
	before := s.order(number).Lines
	s.goesOnIn(renamedItems(t))
	if refusal := s.checksOut(number, true); refusal != "" {
		t.Fatalf("the payment is refused: %s", refusal)
	}
	s.settles(number, "c1", true)
	if o := s.order(number); o.State != shop.Paid || !slices.Equal(o.Lines, before) {
		t.Errorf("the order is %s, of %v", o.State, o.Lines)
	}
	if cart := s.state.Session.Cart; cart != nil {
		t.Errorf("what was paid is in the cart still: %v", cart.Lines)
	}
	if said := s.says("/orders"); !strings.Contains(strings.Join(said, "\n"), "Crema") {
		t.Errorf("of the order is said %q", said)
	}
	s.obeys()
}

// TestRenamedItemOnAButton presses the button of an item that has another id by now, and that was chosen before under the former one.
func TestRenamedItemOnAButton(t *testing.T) {
	s := shopperAt(t, "market")
	s.says("/buy", "Crema", "/buy", "Roma", "/buy")
	on, old := s.button("crema")
	s.goesOnIn(renamedItems(t))
	if said := s.press(on, old, "Crema"); len(said) == 0 || !strings.Contains(said[len(said)-1], "Crema is in your cart") {
		t.Errorf("an old button says %q", said)
	}
	if chosen := s.state.Contact.Chosen; !slices.Equal(chosen, []string{"coffee.bar", "coffee.roma"}) {
		t.Errorf("what was chosen is %v", chosen)
	}
}

// TestRenamedAppointment gives another id to whom an appointment is with: it is reminded of, its time stays taken, and it can be moved and cancelled.
func TestRenamedAppointment(t *testing.T) {
	s := shopperAt(t, "market")
	s.says("/visit", "Dr Weber", "5 March 2026 10:00", "/cancel")
	s.goesOnIn(renamedItems(t))
	other := shopIn(t, s.engine.Set())
	other.market = s.market
	other.says("/visit", "Dr Weber", "5 March 2026 10:00")
	if b := other.state.Contact.Bookings; len(b) > 0 && b[0].Start == s.state.Contact.Bookings[0].Start {
		t.Errorf("a time that is taken is booked again: %v", b)
	}
	s.says("/appointments", "1")
	s.taps("move")
	s.says("6 March 2026 10:00", "/cancel")
	if b := s.state.Contact.Bookings; len(b) != 1 || b[0].Item != "dr_weber" || b[0].Start != time.Date(2026, 3, 6, 9, 0, 0, 0, time.UTC).Unix() {
		t.Errorf("the appointments are %v", b)
	}
	if said := s.sleeps(4 * day); len(said) == 0 || !strings.Contains(said[0], "Tomorrow at") {
		t.Errorf("the bot says %q", said)
	}
	s.appointed()
}
