package bot_test

import (
	"net/http"
	"strings"
	"testing"

	"repartee/bot/telegram"
	"repartee/bot/telegram/telegramtest"
	"repartee/flows"
	"repartee/flows/shop"
)

// ways of the shop, as an order keeps them.
func shopWays() []shop.Shipping {
	return []shop.Shipping{{ID: "post", Countries: []string{"DE"}, Price: 490}, {ID: "courier", Countries: []string{"DE"}, Price: 990}}
}

// TestShipping offers the ways that go to the address, and refuses one that nothing goes to.
func TestShipping(t *testing.T) {
	r := shopRig(t, file(t), talkFlow)
	o := r.coffeeOrder()
	o.Ways = shopWays()
	c := r.billed(1, o)
	form, err := c.OpenInvoice(0)
	if err != nil {
		t.Fatal(err)
	}
	abroad := telegram.OrderInfo{ShippingAddress: &telegram.Address{CountryCode: "FR", City: "Paris", StreetLine1: "Rue 1", PostCode: "75001"}}
	_, err = form.Fill(t.Context(), abroad)
	if got, want := refused(t, err), r.bot.Set().CheckoutText("en", flows.RefusedAddress); got != want {
		t.Errorf("refused with %q, not %q", got, want)
	}
	options, err := form.Fill(t.Context(), atHome)
	if err != nil || len(options) != 2 || options[0].ID != "post" || options[0].Prices[0].Amount != 490 || options[1].Prices[0].Amount != 990 {
		t.Fatalf("offered %+v, %v", options, err)
	}
	if _, err := form.Pay(t.Context(), telegramtest.Payment{Info: atHome, Way: "courier"}); err != nil {
		t.Fatal(err)
	}
	paid := r.becomes(1, o.Number, shop.Paid)
	if paid.Way != "courier" || paid.Totals.Shipping != 990 || paid.Totals.Total != 2280 || paid.Address.City != "Berlin" {
		t.Errorf("paid %+v", paid)
	}
}

// TestShippingOfWhatIsOver refuses to ship what can no longer be paid.
func TestShippingOfWhatIsOver(t *testing.T) {
	for state, want := range map[shop.OrderState]flows.Refusal{
		shop.Placed: flows.RefusedOver, shop.Cancelled: flows.RefusedOver, shop.Refunded: flows.RefusedOver, shop.Expired: flows.RefusedExpired,
		shop.Paid: flows.RefusedPaid, shop.Packed: flows.RefusedPaid, shop.Sent: flows.RefusedPaid, shop.Delivered: flows.RefusedPaid, shop.Short: flows.RefusedPaid,
	} {
		t.Run(string(state), func(t *testing.T) {
			r := shopRig(t, file(t), talkFlow)
			o := r.coffeeOrder()
			o.State, o.Ways = state, shopWays()
			form, err := r.billed(1, o).OpenInvoice(0)
			if err != nil {
				t.Fatal(err)
			}
			_, err = form.Fill(t.Context(), atHome)
			if got, want := refused(t, err), r.bot.Set().CheckoutText("en", want); got != want {
				t.Errorf("refused with %q, not %q", got, want)
			}
		})
	}
}

// TestShippingPrice asks another service for the price of a way, which is left out where it tells none.
func TestShippingPrice(t *testing.T) {
	for _, tt := range []struct {
		name   string
		answer http.HandlerFunc
		ways   []shop.Shipping
		want   []string
		refuse flows.Refusal
	}{
		{"told", answers(200, `{"price": 7.5}`), append(shopWays(), van()), []string{"post", "courier", "van:750"}, ""},
		{"not told", answers(503, ""), append(shopWays(), van()), []string{"post", "courier"}, ""},
		{"nonsense", answers(200, `{"price": "dear"}`), append(shopWays(), van()), []string{"post", "courier"}, ""},
		{"nothing else", answers(503, ""), []shop.Shipping{van()}, nil, flows.RefusedTrouble},
	} {
		t.Run(tt.name, func(t *testing.T) {
			p := newParcels(t, tt.answer)
			r := newRig(t, vanSet(t, p.URL), file(t), private, tokens)
			o := r.coffeeOrder()
			o.Ways = tt.ways
			form, err := r.billed(1, o).OpenInvoice(0)
			if err != nil {
				t.Fatal(err)
			}
			options, err := form.Fill(t.Context(), atHome)
			if tt.refuse != "" {
				if got, want := refused(t, err), r.bot.Set().CheckoutText("en", tt.refuse); got != want {
					t.Errorf("refused with %q, not %q", got, want)
				}
				return
			}
			var ids []string
			for _, o := range options {
				ids = append(ids, o.ID)
			}
			if err != nil || strings.Join(ids, " ") != strings.Join(tt.want, " ") {
				t.Fatalf("offered %q, %v", ids, err)
			}
			if asked, _ := p.first(); asked.URL.Path != "/10435" {
				t.Errorf("asked for %s", asked.URL.Path)
			}
			if tt.name == "told" {
				r.paysVan(form, o.Number)
			}
		})
	}
}

// vanSet is a shop that asks for the price of its van.
func vanSet(t testing.TB, url string) *flows.Set {
	t.Helper()
	yaml := strings.Replace(shopYAML, "payments:", `    - {id: van, label: Van, countries: [DE], call: van_price}
calls: {van_price: {get: "`+url+`/{{ post_code }}", needs: {post_code: text}, gives: {price: money}}}
payments:`, 1)
	return set(t, map[string]string{"bot.yaml": yaml, "catalog.yaml": catalogYAML, "flows/order.yaml": talkFlow})
}

// TestSlowShipping holds up nobody while the price of a way is asked for.
func TestSlowShipping(t *testing.T) {
	asked, goOn := make(chan struct{}), make(chan struct{})
	p := newParcels(t, func(w http.ResponseWriter, r *http.Request) {
		close(asked)
		<-goOn
		answers(200, `{"price": 7.5}`)(w, r)
	})
	r := newRig(t, vanSet(t, p.URL), file(t), private, tokens)
	o := r.coffeeOrder()
	o.Ways = []shop.Shipping{van()}
	form, err := r.billed(1, o).OpenInvoice(0)
	if err != nil {
		t.Fatal(err)
	}
	filled := make(chan error, 1)
	go func() {
		_, err := form.Fill(t.Context(), atHome)
		filled <- err
	}()
	<-asked
	other := r.user(2)
	other.Start("")
	other.expects("Hello.")
	close(goOn)
	if err := <-filled; err != nil {
		t.Error(err)
	}
}

// paysVan pays with the way whose price was told.
func (r *rig) paysVan(form *telegramtest.PaymentForm, number string) {
	r.Helper()
	if _, err := form.Pay(r.Context(), telegramtest.Payment{Info: atHome, Way: "van:750"}); err != nil {
		r.Fatal(err)
	}
	if paid := r.becomes(1, number, shop.Paid); paid.Way != "van" || paid.Totals.Shipping != 750 || paid.Totals.Total != 2040 || paid.Totals.Tip != 0 {
		r.Errorf("paid %+v", paid)
	}
}

func van() shop.Shipping {
	return shop.Shipping{ID: "van", Countries: []string{"DE"}, Call: "van_price"}
}
