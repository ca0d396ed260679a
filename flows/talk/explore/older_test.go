package explore

import (
	"testing"

	"repartee/flows"
	"repartee/flows/shop"
)

// TestMadeAgain holds presses on older buttons against what was ordered and booked before.
func TestMadeAgain(t *testing.T) {
	ordered := flows.State{Contact: flows.Contact{Orders: []shop.Order{{State: shop.Placed}}}}
	expired := flows.State{Contact: flows.Contact{Orders: []shop.Order{{State: shop.Expired}}}}
	filled := flows.State{Session: flows.Session{Cart: &flows.Cart{Cart: shop.Cart{Lines: []shop.Line{{Item: "crema"}}}}}}
	booked := flows.State{Contact: flows.Contact{Bookings: []flows.Booking{{Item: "weber"}}}}
	for name, c := range map[string]struct {
		pressed
		again bool
	}{
		"nothing":                 {pressed{}, false},
		"an order of nothing":     {pressed{after: ordered}, true},
		"an order of the cart":    {pressed{before: filled, after: ordered}, false},
		"an invoice that is over": {pressed{after: expired}, false},
		"a first appointment":     {pressed{after: booked}, false},
		"an appointment again":    {pressed{after: booked, asked: flows.Asked{Chosen: "1.a"}}, true},
	} {
		if c.pressed.again() != c.again {
			t.Errorf("%s: made again is not %t", name, c.again)
		}
	}
}

// TestAnswerStands tells when a second press on a button may be left without a reaction.
func TestAnswerStands(t *testing.T) {
	first := flows.Asked{Serial: 1, Flow: "advice", Step: "brew", Chosen: "1.a"}
	other := flows.Asked{Serial: 2, Flow: "advice", Step: "budget"}
	again := flows.Asked{Serial: 3, Flow: "advice", Step: "brew"}
	answered := []flows.Frame{{Flow: "advice", Step: "budget", Serial: 2, Trail: []string{"brew"}}}
	caller := []flows.Frame{{Flow: "welcome", Called: []flows.Run{{Frame: answered[0]}}}}
	for name, c := range map[string]struct {
		asked  flows.Asked
		data   string
		before flows.Session
		stands bool
	}{
		"pressed last":             {first, "1.a", flows.Session{Asked: []flows.Asked{first}}, true},
		"another of its buttons":   {first, "1.b", flows.Session{Asked: []flows.Asked{first}}, false},
		"in an open run":           {first, "1.a", flows.Session{Asked: []flows.Asked{first, other}, Frames: answered}, true},
		"in a run that was called": {first, "1.a", flows.Session{Asked: []flows.Asked{first, other}, Frames: caller}, true},
		"in a run that is over":    {first, "1.a", flows.Session{Asked: []flows.Asked{first, other}}, false},
		"asked again since":        {first, "1.a", flows.Session{Asked: []flows.Asked{first, other, again}, Frames: answered}, false},
	} {
		p := pressed{before: flows.State{Session: c.before}, asked: c.asked}
		if p.stands(c.data) != c.stands {
			t.Errorf("%s: it stands is not %t", name, c.stands)
		}
	}
}
