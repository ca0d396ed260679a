package expr

import (
	"slices"
	"strings"
	"testing"

	"repartee/flows/value"
)

// shownFormula writes a formula in a form in which two that say the same look the same.
func shownFormula(f *Formula) string {
	var parts []string
	for _, part := range f.Parts {
		parts = append(parts, shownFormula(part))
	}
	for _, term := range f.Terms {
		parts = append(parts, shownTerm(term))
	}
	if f.Sign == Fixed {
		return map[bool]string{true: "yes", false: "no"}[f.Holds]
	}
	name := [...]string{"", "and", "or", "not", "if", "known", "is", "==", "<", "<=", "in"}[f.Sign]
	return name + "(" + strings.Join(parts, ", ") + ")"
}

func shownTerm(t *Term) string {
	switch t.Kind {
	case Constant:
		return value.Format(t.Value, t.Type, value.Locale{Language: "en"})
	case Name:
		return t.Name
	case Opaque:
		return "`" + t.Source + "`"
	}
	var args []string
	if t.If != nil {
		args = append(args, shownFormula(t.If))
	}
	for _, arg := range t.Args {
		args = append(args, shownTerm(arg))
	}
	name := [...]string{"", "", "number", "amount", "count", "else", "choice", "list", ""}[t.Kind]
	return name + "[" + strings.Join(args, ", ") + "]"
}

func TestFormula(t *testing.T) {
	tests := map[string]string{
		"budget < 100 and brew == 'espresso'":               "and(<(budget, €100.00), ==(brew, espresso))",
		"brew != 'filter'":                                  "not(==(brew, filter))",
		"not (brew != 'filter')":                            "==(brew, filter)",
		"budget >= 8 or not news":                           "or(<=(€8.00, budget), not(is(news)))",
		"item.price <= (budget ?? 200)":                     "<=(item.price, else[budget, €200.00])",
		"brew in item.brew":                                 "in(brew, item.brew)",
		"'vip' in tags":                                     "in(vip, tags)",
		"brew in ['filter', 'espresso']":                    "in(brew, filter and espresso)",
		"brew in [first(orders).number, 'filter']":          "in(brew, list[`first(orders).number`, filter])",
		"count(orders) > 2":                                 "<(2, count[orders])",
		"number(budget) > party":                            "<(party, number[budget])",
		"budget > party":                                    "<(amount[party], budget)",
		"known(brew) ? news : 1 < 2":                        "if(known(brew), is(news), yes)",
		"budget < (news ? 10 : 20)":                         "<(budget, amount[choice[is(news), 10, 20]])",
		"fresh(brew) and is_open('shop')":                   "and(is(fresh:brew), is(`is_open('shop')`))",
		"budget * 2 < 30":                                   "<(`budget * 2`, €30.00)",
		"anything == 7":                                     "==(`anything as unknown`, 7)",
		"today < now":                                       "<(today, `now as date`)",
		"budget in [10, 20]":                                "in(number[budget], 10 and 20)",
		"2 > 1":                                             "yes",
		"news ?? no":                                        "is(else[news, no])",
		"contact.first_name == 'Ann' and (not known(link))": "and(==(contact.first_name, Ann), not(known(link)))",
	}
	for src, want := range tests {
		if got := shownFormula(mustCompile(t, src).Formula()); got != want {
			t.Errorf("%s is %s, want %s", src, got, want)
		}
	}
}

func TestFormulaNames(t *testing.T) {
	f := mustCompile(t, "item.price * 2 < budget and (fresh(brew) or is_open('shop') or known(item.price))").Formula()
	if got := strings.Join(f.Names(), " "); got != "item.price budget fresh:brew is_open:shop" {
		t.Error(got)
	}
	if f.Parts[0].Terms[1].Base != "budget" || f.Parts[1].Parts[1].Source != "is_open('shop')" {
		t.Errorf("%+v", f)
	}
}

// checkFormula holds a formula against the program it was made of: for one customer, for nobody, and with all or half of the names bound.
func checkFormula(t *testing.T, src string, p *Program, e *env) {
	t.Helper()
	f := p.Formula()
	nobody := &env{locale: e.locale}
	for _, of := range []*env{e, nobody} {
		if f.eval(of) != p.True(of) {
			t.Errorf("%s is %v, as a formula %v: %s", src, p.True(of), f.eval(of), shownFormula(f))
		}
		if f.Negated().eval(of) == p.True(of) {
			t.Errorf("%s is %v, and so is its opposite: %s", src, p.True(of), shownFormula(f.Negated()))
		}
		names := f.Names()
		for keep := range 2 {
			half := names[:len(names)/(keep+1)]
			bound := f.With(of, func(name string) bool { return slices.Contains(half, name) })
			if bound.eval(of) != p.True(of) {
				t.Errorf("%s is %v, with %s bound %s", src, p.True(of), half, shownFormula(bound))
			}
		}
	}
}

func TestFormulaSaysWhatTheProgramSays(t *testing.T) {
	for _, src := range []string{
		"brew in item.brew and item.price <= (budget ?? 200) and item.stock > 0", "number(budget) > 10 or count(guests) == 3",
		"budget in [10, 20, anything]", "anything == 7 and anything < 8", "now in [today]", "today == now", "budget > party",
		"(brew == 'filter' ? news : known(link)) and not (nothing == nothing)", "insurance != 'private' and insurances in [insurances]",
		"budget < (news ? 10 : budget ?? 20)", "brew", "max(budget, 3) > 5", "fresh(brew) and is_open('shop')", "unknown ?? news",
	} {
		checkFormula(t, src, mustCompile(t, src), customer())
	}
}

func TestWith(t *testing.T) {
	item := func(name string) bool { return strings.HasPrefix(name, "item.") && name != "item.stock" }
	tests := map[string]string{
		"brew in item.brew and item.price <= (budget ?? 200) and item.stock > 0": "and(in(brew, Espresso), <=(€12.90, else[budget, €200.00]), <(0, item.stock))",
		"item.price > 20 and news":                "no",
		"item.price < 20 and news":                "is(news)",
		"item.price > 20 or news":                 "is(news)",
		"not (item.price > 20)":                   "yes",
		"item.price * 0.5 < budget":               "<(€6.45, budget)",
		"item.price < 20 ? news : known(brew)":    "is(news)",
		"news ? item.price < 20 : item.price > 3": "if(is(news), yes, yes)",
		"item.price + budget < 20":                "<(`item.price + budget item.price={\"money\":\"12.90 EUR\"}`, €20.00)",
	}
	for src, want := range tests {
		if got := shownFormula(mustCompile(t, src).Formula().With(customer(), item)); got != want {
			t.Errorf("%s is %s, want %s", src, got, want)
		}
	}
}

func TestIs(t *testing.T) {
	f := Is("brew", shop()["brew"], value.Text("espresso"))
	if !f.eval(customer()) || f.Negated().eval(customer()) || strings.Join(f.Names(), " ") != "brew" {
		t.Error(shownFormula(f))
	}
}
