package expr

import (
	"strings"
	"testing"

	"repartee/flows/value"
)

func mustCompile(t testing.TB, src string) *Program {
	t.Helper()
	p, problems := Compile(src, shop())
	if len(problems) > 0 {
		t.Fatalf("%s: %+v", src, problems)
	}
	return p
}

// TestEval says what an expression gives, as an English customer reads it; `-` is
// unknown.
func TestEval(t *testing.T) {
	const nb = "\u00a0"
	tests := map[string]string{
		// Literals.
		"12.50": "12.5", "'it is'": "it is", `"it's"`: "it's", "yes": "yes", "false": "no", "unknown": "-",
		"3d": "3" + nb + "days", "[1, 2]": "1 and 2", "[]": "", "[1, [2]][0": "!", "2y6mo": "2" + nb + "years and 6" + nb + "months",
		// Names and parts.
		"budget": "€20.00", "contact.first_name": "Ann", "item.price": "€12.90", "brew": "Espresso", "item.roast": "Dark",
		"first(last_order.items).name": "Crema Roma", "first(orders).items": "Crema Roma", "nothing": "-", "therapist": "-",
		"anything.part": "-", "item": "Crema Roma",
		// Precedence.
		"1 + 2 * 3": "7", "(1 + 2) * 3": "9", "7 - 2 - 1": "4", "8 / 2 / 2": "2", "-2 * 3": "-6", "2 - -1": "3",
		"not brew == 'filter'": "yes", "no and no or yes": "yes", "no and (no or yes)": "no", "not no and no": "no",
		"budget <= nothing_known ?? 5": "!", "item.price <= budget ?? 5": "yes", "yes ? 1 : yes ? 2 : 3": "1",
		"no ? 1 : no ? 2 : 3": "3",
		// Comparisons, with money beside numbers and dates beside instants.
		"budget < 100": "yes", "20 == budget": "yes", "budget >= 20.01": "no", "item.price * 2 == last_order.total": "yes",
		"now >= today": "yes", "today == now": "yes", "last_order.date > today - 90d": "yes", "waiting > 1h": "yes",
		"time(now) > opens": "yes", "'espresso' == brew": "yes", "anything == 7": "yes", "anything == 'seven'": "no",
		"anything < 8": "yes", "budget > anything": "yes", "insurances == ['public']": "no", "news == yes": "yes",
		// In.
		"'vip' in tags": "yes", "'new' in tags": "no", "brew in item.brew": "yes", "brew in ['filter', 'espresso']": "yes",
		"3 in prices": "yes", "budget in [10, 20]": "yes", "budget in [10, anything]": "no", "now in [today]": "yes",
		"[budget, 5]": "€20.00 and €5.00", "not ('vip' in tags)": "no", "anything in [7]": "yes",
		// Unknown: false as a condition and beside ==, <, in; true beside !=.
		"insurance == 'private'": "no", "insurance != 'private'": "yes", "nothing == nothing": "no", "nothing != nothing": "yes",
		"nothing in tags": "no", "insurances in [insurances]": "no", "not (insurance == 'private')": "yes",
		"known(insurance)": "no", "known(brew)": "yes", "known(unknown)": "no", "(unknown ? 1 : 2)": "2",
		"nothing ?? 'x'": "x", "brew ?? 'x'": "Espresso", "nothing ?? insurance ?? 'x'": "x",
		// Reckoning.
		"budget * 1.5": "€30.00", "1.5 * budget": "€30.00", "budget / 3": "€6.67", "budget / item.price": "1.550388",
		"budget + 2.5": "€22.50", "100 - budget": "€80.00", "-budget": "-€20.00", "5 / 0": "-", "budget / 0": "-",
		"9000000000000 * 9000000000000": "-", "party + nothing_there": "!", "'a' + 'b'": "ab", "brew + '!'": "Espresso!",
		"today + 3d": "5 March 2026", "today - 1mo": "2 February 2026", "now + 90m": "2 March 2026, 11:30",
		"today - last_order.date": "29" + nb + "days", "waiting * 2": "3" + nb + "hours", "2 * waiting": "3" + nb + "hours",
		"opens + 90m": "09:30", "1d + 12h": "1" + nb + "day and 12" + nb + "hours", "anything + 1": "8", "waiting / 2": "45" + nb + "minutes",
		// Functions.
		"count(orders)": "1", "count(insurances)": "0", "sum(guests, 'age')": "99", "sum(orders, 'total')": "€25.80",
		"sum(prices)": "€4.00", "sum([])": "0", "sum(insurances ?? [])": "!", "max(guests, 'age')": "65", "min(guests, 'age')": "4",
		"min(prices)": "€1.00", "max(1, 2, 3)": "3", "min(budget, 15)": "€15.00", "max(today, now)": "2 March 2026",
		"max(1, weight)": "2.5", "min(1, unknown)": "-", "max([])": "-", "min(anything, 3)": "3",
		"last(guests).name": "Dora", "first([])": "-", "join(guests, 'name')": "Ben, Cleo and Dora", "join(tags)": "vip",
		"join(item.brew)": "Espresso", "join(insurances)": "-", "join([]) ?? 'nobody'": "nobody", "join(prices)": "€3.00 and €1.00",
		"round(weight)": "3", "round(10 / 3, 2)": "3.33", "round(item.price)": "€13.00", "length('Grüße')": "5", "length(nothing)": "-",
		"lower('ÄB')": "äb", "upper(brew)": "ESPRESSO", "money(8)": "€8.00", "money(budget)": "€20.00", "money('12,50 €')": "€12.50",
		"number(budget)": "20", "number('1,200')": "1200", "number('12,000')": "12,000", "number('x')": "-", "date(now)": "2 March 2026",
		"date('2026-12-24')": "24 December 2026", "date(link)": "-", "time(now)": "10:00", "time('18:30')": "18:30", "hour(now)": "10",
		"hour(opens)": "8", "weekday(today)": "Monday", "weekday(now) in ['sat', 'sun']": "no",
		"years_since(date('2000-03-03'))": "25", "plural(party, 'bag', 'bags')": "bags", "plural(1, 'bag', 'bags')": "bag",
		"fresh(brew)": "yes", "not fresh(brew)": "no", "fresh(brew) and is_open('shop')": "yes", "is_open('desk')": "no",
		"next_open('shop')": "2 March 2026, 10:00", "next_open('desk') > now": "yes", "time(next_open('desk'))": "12:00", "hour(next_open('desk'))": "12",
		"count(catalog.coffee)": "1", "first(catalog.coffee).name": "Crema Roma", "phrases.address": "Main Street 1", "last_order.date": "1 February 2026",
		"appointment.start": "3 March 2026, 10:00", "appointment.start - 2h": "3 March 2026, 08:00", "date(appointment.start)": "3 March 2026",
		"appointment.item.name": "Crema Roma", "appointment.item.price < 20": "yes", "appointment": "Crema Roma", "last_order": "A-17", "orders": "A-17",
		"item.roast == first(last_order.items).roast": "yes", "join(last_order.items, 'name')": "Crema Roma",
		"sum(last_order.items, 'price')": "€12.90", "fresh('brew')": "!", "fresh(budget)": "!", "fresh(nothing_there)": "!", "is_open(shop)": "!",
		"is_open('shopp')": "!", "next_open('x')": "!",
		"plural(1, 'bags')": "bags", "plural(unknown, 'a', 'b')": "-",
	}
	e := customer()
	for src, want := range tests {
		p, problems := Compile(src, shop())
		if want == "!" {
			if len(problems) == 0 {
				t.Errorf("%s: compiles", src)
			}
			continue
		}
		if len(problems) > 0 {
			t.Errorf("%s: %+v", src, problems)
			continue
		}
		v := p.Eval(e)
		got := value.Format(v, p.Type(), e.Locale())
		if !v.Known() {
			got = "-"
		}
		if got != want {
			t.Errorf("%s = %s, want %s", src, got, want)
		}
		if p.True(e) != v.AsBool() {
			t.Errorf("%s is %v as a condition", src, p.True(e))
		}
		if constant, ok := p.Constant(); ok && (!value.Equal(constant, v) || len(p.Reads()) > 0) {
			t.Errorf("%s is constant, but not its value, or it reads something", src)
		}
	}
}

func TestConstant(t *testing.T) {
	constant := []string{"1 + 2", "money(8)", "brewless ? 1 : 2", "['a', 'b']", "yes and no", "date('2026-03-02') + 1d", "unknown"}
	for _, src := range constant {
		src = strings.ReplaceAll(src, "brewless", "1 < 2")
		if _, ok := mustCompile(t, src).Constant(); !ok {
			t.Errorf("%s is not constant", src)
		}
	}
	// What depends on the customer's language, zone or clock is none.
	for _, src := range []string{"budget", "number('1.200')", "weekday(date('2026-03-02'))", "years_since(date('2000-01-01'))"} {
		if v, ok := mustCompile(t, src).Constant(); ok {
			t.Errorf("%s is constant: %v", src, v)
		}
	}
}

func TestConditionsAllocateNothing(t *testing.T) {
	e := customer()
	for _, src := range []string{
		"budget < 100 and brew == 'espresso'",
		"brew in item.brew and item.price <= (budget ?? 200) and item.stock > 0",
		"known(last_order) and last_order.date > today - 90d",
		"'vip' in tags or count(orders) > 2 or sum(guests, 'age') > 100",
		"brew in ['filter', 'espresso'] ? news : not news",
	} {
		p := mustCompile(t, src)
		if n := testing.AllocsPerRun(100, func() { p.True(e) }); n > 0 {
			t.Errorf("%s allocates %v times", src, n)
		}
	}
}

func TestLimits(t *testing.T) {
	tests := map[string]string{
		CodeTooLong: "1" + strings.Repeat(" ", maxSource),
		CodeTooDeep: strings.Repeat("(", maxDepth+1) + "1" + strings.Repeat(")", maxDepth+1),
	}
	for code, src := range tests {
		if _, problems := Compile(src, shop()); len(problems) != 1 || problems[0].Code != code {
			t.Errorf("%s: %+v", code, problems)
		}
	}
	for _, src := range []string{
		strings.Repeat("-", maxDepth+1) + "1", strings.Repeat("not ", maxDepth+1) + "yes",
		strings.Repeat("yes ? 1 : ", maxDepth+1) + "2", strings.Repeat("1 ?? ", maxDepth+1) + "2",
	} {
		if _, problems := Compile(src, shop()); len(problems) != 1 || problems[0].Code != CodeTooDeep {
			t.Errorf("%.20s...: %+v", src, problems)
		}
	}
	long := "1" + strings.Repeat(" + 1", 1000)
	if got := mustCompile(t, long).Eval(customer()).AsInt(); got != 1001 {
		t.Errorf("a long sum is %d", got)
	}
}

func TestCompileCondition(t *testing.T) {
	if _, problems := CompileCondition("known(brew)", shop()); len(problems) > 0 {
		t.Errorf("%+v", problems)
	}
	if _, problems := CompileCondition("anything", shop()); len(problems) > 0 {
		t.Errorf("%+v", problems)
	}
	_, problems := CompileCondition("brew", shop())
	if len(problems) != 1 || problems[0].Code != CodeNotACondition || !strings.Contains(problems[0].Help, "known(brew)") {
		t.Errorf("%+v", problems)
	}
}
