package decide

import (
	"math/rand/v2"
	"strings"
	"testing"

	"repartee/flows/expr"
	"repartee/flows/value"
)

// FuzzDecide holds answers about any condition that compiles against running it: with the values of the witness, and with some hundred others.
func FuzzDecide(f *testing.F) {
	for _, src := range []string{
		"brew == 'filter' and brew != 'press'", "(amount ?? 200) > 100 and not (amount > 100)", "'vip' in tags and count(tags) < 2", "brew in brews or brew == other_brew",
		"amount > party and number(amount) <= 5", "(news ? brew == 'filter' : stars > 3) and not news", "link != 'a' and known(link)", "fresh(brew) and not known(brew)",
		"weekday(day) == 'mon'", "amount * 2 < 30 and amount > 20", "known(last_order.total) and last_order.total > 5", "day > date('2026-03-05')",
		"budget in [7.01, party]", "item.price < amount and brew in item.brew", "max(party, 2) > stars", "not (whole >= 2.5) and whole > 1",
	} {
		f.Add(src, uint64(1))
	}
	f.Fuzz(func(t *testing.T, src string, seed uint64) {
		p, problems := expr.CompileCondition(src, shop())
		if len(problems) > 0 {
			return
		}
		answer, witness := Decide(Question{Hold: []*expr.Formula{p.Formula()}, Domain: ofShop, Currency: "EUR", Effort: 5000})
		if answer == Yes && plain(witness) && !p.True(witness.env()) {
			t.Errorf("%s does not hold with %s", src, witness)
		}
		random := rand.New(rand.NewPCG(seed, 0))
		for range 100 {
			if e := anyone(random, p); answer == No && p.True(e) {
				t.Errorf("%s holds with %v", src, e)
			}
		}
	})
}

// plain tells of a witness that names nothing but names.
func plain(w Witness) bool {
	for _, a := range w {
		if strings.ContainsAny(a.Name, ".( ") || shop()[a.Name] == nil {
			return false
		}
	}
	return true
}

// anyone is a customer with some of the values that names can have, also with those that the condition is about.
func anyone(random *rand.Rand, p *expr.Program) env {
	e := env{}
	for _, read := range p.Reads() {
		if values := all(read.Name); len(values) > 1 {
			e[read.Name] = values[random.IntN(len(values))]
		} else if t := shop()[read.Name]; t.Min == nil && random.IntN(4) > 0 {
			e[read.Name] = some(random, t)
		}
	}
	if !e["brew"].Known() {
		delete(e, "fresh:brew")
	}
	return e
}

// some is a value of a type that has no bounds.
func some(random *rand.Rand, t *value.Type) value.Value {
	n := random.Int64N(40)
	switch t.Kind() {
	case value.KindMoney:
		return value.Money(n*50, "EUR")
	case value.KindNumber:
		return value.Integer(n)
	case value.KindDate:
		return value.Date(2026, 3, int(n%28)+1)
	case value.KindBool:
		return value.Bool(n%2 == 0)
	}
	return value.Value{}
}
