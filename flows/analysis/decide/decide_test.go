package decide

import (
	"fmt"
	"strings"
	"testing"

	"repartee/flows/value"
)

func ask(t testing.TB, hold, fail []string, domain func(string, *value.Type) Domain) (Answer, Witness) {
	t.Helper()
	return Decide(Question{Hold: formulas(t, hold), Fail: formulas(t, fail), Domain: domain, Currency: "EUR"})
}

// told is an answer as one word, or the witness.
func told(answer Answer, w Witness) string {
	switch answer {
	case No:
		return "no"
	case MayBe:
		return "may be"
	}
	return "yes: " + w.String()
}

func TestHold(t *testing.T) {
	tests := map[string]string{
		// One name.
		"brew == 'filter'":                                                            "yes: brew = filter",
		"brew != 'filter'":                                                            "yes: brew = espresso",
		"brew == 'filter' and brew == 'press'":                                        "no",
		"brew != 'filter' and brew != 'press'":                                        "yes: brew = espresso",
		"brew != 'filter' and brew != 'press' and brew != 'espresso'":                 "yes: brew unknown",
		"brew != 'filter' and brew != 'press' and brew != 'espresso' and known(brew)": "no",
		"brew in ['filter', 'press'] and not (brew in ['press', 'espresso'])":         "yes: brew = filter",
		"news and not news":                                                           "no",
		"not news":                                                                    "yes: news = no",
		"known(news) and news != yes and news != no":                                  "no",
		// Numbers, amounts, days: the nearest that reads well.
		"amount < 8":                                                    "yes: amount = 7",
		"amount > 8 and amount < 9":                                     "yes: amount = 8.50",
		"amount > 8 and amount < 8.02":                                  "yes: amount = 8.01",
		"amount > 8 and amount < 8.01":                                  "no",
		"number > 8 and number < 8.01":                                  "yes: number = 8.005",
		"number > 8 and number < 8.000001":                              "no",
		"whole > 8 and whole < 9":                                       "no",
		"whole > 8.5 and whole < 9.5":                                   "yes: whole = 9",
		"whole > 8 and whole < 10":                                      "yes: whole = 9",
		"any_day > date('2026-02-28') and any_day < date('2026-03-01')": "no",
		"any_day > date('2026-02-28')":                                  "yes: any_day = 2026-03-01",
		"budget < 7":                                                    "no",
		"budget <= 7":                                                   "yes: budget = 7",
		"budget >= 7.12 and budget != 7.12":                             "no",
		"stars > 4":                                                     "yes: stars = 5",
		"stars > 5 or stars < 1":                                        "no",
		"not (stars >= 1)":                                              "yes: stars unknown",
		"party in [6, 7]":                                               "no",
		// Lists.
		"'filter' in brews and not ('press' in brews) and count(brews) == 1": "yes: brews = filter",
		"count(brews) > 3":                                                  "no",
		"count(brews) == 0 and known(brews)":                                "yes: brews = none",
		"'vip' in tags and not ('new' in tags)":                             "yes: tags = vip",
		"count(orders) > 2":                                                 "yes: orders = 3 entries",
		"count(orders) > 2 and count(orders) < 3":                           "no",
		"brew in brews and not ('filter' in brews) and brew == 'filter'":    "no",
		"brew == other_brew and brew != 'filter' and other_brew != 'press'": "yes: brew = espresso, other_brew = espresso",
		// Unknown.
		"brew == other_brew and not known(brew)":            "no",
		"(amount ?? 200) > 100":                             "yes: amount = 101",
		"(amount ?? 200) > 100 and not (amount > 100)":      "yes: amount unknown",
		"(amount ?? 2) > 100 and not (amount > 100)":        "no",
		"(amount ?? budget) > 7.12 and not (amount > 1)":    "no",
		"known(last_order.total) and not known(last_order)": "no",
		"known(last_order.total) and known(last_order)":     "yes: last_order.total = 10, last_order known",
		"fresh(brew) and not known(brew)":                   "no",
		"link == 'a' or link == 'b'":                        "yes: link = a",
		"link != 'a' and link != 'b' and known(link)":       "yes: link = any other text",
		// Choices.
		"(news ? brew == 'filter' : stars > 3) and not news and stars < 4": "no",
		"amount < (news ? 10 : 20) and amount >= 10 and news":              "no",
		"amount < (news ? 10 : 20) and amount >= 10":                       "yes: amount = 10, news = no",
		// Amounts beside numbers.
		"amount > party and party == 5 and number(amount) <= 5": "no",
		"number(amount) > 5 and number(amount) < 5.01":          "no",
		"number(amount) > 5.001 and number(amount) < 5.011":     "yes: amount = 5.01",
		"number(amount) == 5.001":                               "no",
		// What is not looked into.
		"amount * 2 < 30": "may be",
		"amount * 2 < 30 and not (amount * 2 < 30)":                    "no",
		"amount * 2 < 30 and amount * 2 >= 30":                         "no",
		"amount < budget and not (amount < budget)":                    "no",
		"amount < budget or news":                                      "yes: news = yes",
		"weekday(today) == 'mon' and weekday(today) in ['sat', 'sun']": "no",
		// Functions give something for whatever is known, within their bounds.
		"hour(now) > 23 or hour(now) < 0":          "no",
		"known(whole) and length(link) < 0":        "no",
		"hour(now) > 22 and hour(now) != 23":       "no",
		"hour(now) > 22":                           "may be",
		"weekday(today) == 'mon'":                  "yes: weekday(today) = mon",
		"is_open('shop') and not news":             "yes: is_open('shop') = yes, news = no",
		"today > date('2026-03-01') and now < now": "may be",
		"known(orders) and not known(last_order)":  "may be",
		"yes":               "yes: ",
		"no or news and no": "no",
	}
	for src, want := range tests {
		if got := told(ask(t, []string{src}, nil, ofShop)); got != want {
			t.Errorf("%s: %s, want %s", src, got, want)
		}
		if want == "no" {
			if got := told(ask(t, nil, []string{"not (" + src + ")"}, ofShop)); got != "no" {
				t.Errorf("the opposite of %s always holds, but %s", src, got)
			}
		}
	}
}

func TestDomain(t *testing.T) {
	item := func(id string, price int64, roast string, brew ...string) value.Value {
		var brews []value.Value
		for _, b := range brew {
			brews = append(brews, value.Text(b))
		}
		return value.Record(map[string]value.Value{"id": value.Text(id), "price": value.Money(price, "EUR"), "roast": value.Text(roast), "brew": value.List(brews...)})
	}
	domain := func(name string, _ *value.Type) Domain {
		switch name {
		case "brew", "any_day", "last_order":
			return Domain{Known: true}
		case "news":
			return Domain{Unknown: true}
		case "item":
			return Domain{Known: true, Values: []value.Value{item("crema", 1290, "dark", "espresso"), item("kenia", 1400, "light", "filter", "press")}}
		}
		return Domain{}
	}
	tests := map[string]string{
		"brew != 'filter' and brew != 'press' and brew != 'espresso'": "no",
		"news or known(news)": "no",
		"not news":            "yes: news unknown",
		"item.price > 13 and item.roast == 'dark'":                               "no",
		"item.price > 13 and brew in item.brew":                                  "yes: item = kenia, brew = filter",
		"brew in item.brew and item.price <= (amount ?? 13) and brew == 'press'": "yes: brew = press, item = kenia, amount = 14",
		"count(item.brew) > 2":                                                   "no",
		"not known(item)":                                                        "no",
		"not (years_since(any_day) < 18 or years_since(any_day) > 17)":           "no",
		"not (years_since(any_day) < 18 or years_since(any_day) > 18)":           "may be",
		"not (years_since(day) < 18 or years_since(day) > 17)":                   "may be", // the day may be unknown
		"not known(lower(link))":                                                 "may be",
	}
	for src, want := range tests {
		if got := told(ask(t, []string{src}, nil, domain)); got != want {
			t.Errorf("%s: %s, want %s", src, got, want)
		}
	}
}

// TestEffort: a question that is too large is not answered wrongly.
func TestEffort(t *testing.T) {
	var hold []string
	for _, name := range []string{"brew", "other_brew", "stars", "party"} {
		hold = append(hold, fmt.Sprintf("%s != %s or news", name, map[string]string{"brew": "'filter'", "other_brew": "'filter'", "stars": "3", "party": "3"}[name]))
	}
	hold = append(hold, "not news", "brew == 'filter' or other_brew == 'filter' or stars == 3 or party == 3")
	q := Question{Hold: formulas(t, hold), Currency: "EUR", Effort: 10}
	if answer, _ := Decide(q); answer != MayBe {
		t.Errorf("with little effort: %v", answer)
	}
	q.Effort = 0
	if answer, _ := Decide(q); answer != No {
		t.Errorf("with enough of it: %v", answer)
	}
	var many []string
	for i := range 14 {
		many = append(many, fmt.Sprintf("'t%d' in tags", i))
	}
	if got := told(ask(t, []string{strings.Join(many, " and "), "count(tags) < 14"}, nil, nil)); got != "may be" {
		t.Errorf("fourteen tags: %s", got)
	}
}
