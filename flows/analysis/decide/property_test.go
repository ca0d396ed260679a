package decide

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"repartee/flows/expr"
	"repartee/flows/value"
)

// TestAgainstBruteForce holds answers about random conditions against running them for all values of their names.
func TestAgainstBruteForce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		names := rapid.SampledFrom(mixes()).Draw(t, "names")
		condition := conditions(names)
		hold := rapid.SliceOfN(condition, 1, 3).Draw(t, "hold")
		fail := rapid.SliceOfN(condition, 0, 2).Draw(t, "fail")
		as := asked{compiled(t, hold), compiled(t, fail)}
		answer, witness := Decide(Question{Hold: parsed(as.hold), Fail: parsed(as.fail), Domain: ofShop, Currency: "EUR"})
		found := false
		every(names, env{}, func(e env) bool {
			found = as.by(e)
			return !found
		})
		switch {
		case answer == MayBe:
			t.Fatalf("no answer about %q and not %q, though all can be gone through", hold, fail)
		case answer == Yes != found:
			t.Fatalf("%q and not %q: %v, %v; going through all: %v", hold, fail, answer, witness, found)
		case answer == Yes && !as.by(witness.env()):
			t.Fatalf("%q and not %q: not with %s", hold, fail, witness)
		}
	})
}

// mixes are names whose values can all be combined.
func mixes() [][]string {
	return [][]string{
		{"brew", "news", "brews"}, {"brew", "other_brew", "stars"}, {"party", "budget", "news"}, {"weight", "stars"}, {"day", "link", "news"},
		{"tags", "link"}, {"brews", "party"}, {"budget", "brew", "fresh:brew"}, {"party", "stars", "news"},
	}
}

func parsed(programs []*expr.Program) []*expr.Formula {
	all := make([]*expr.Formula, len(programs))
	for i, p := range programs {
		all[i] = p.Formula()
	}
	return all
}

func compiled(t *rapid.T, sources []string) []*expr.Program {
	all := make([]*expr.Program, len(sources))
	for i, src := range sources {
		p, problems := expr.CompileCondition(src, shop())
		if len(problems) > 0 {
			t.Fatalf("%s: %+v", src, problems)
		}
		all[i] = p
	}
	return all
}

// asked are conditions that have to hold and others that must not, as they run.
type asked struct{ hold, fail []*expr.Program }

func (a asked) by(e env) bool {
	for _, p := range a.hold {
		if !p.True(e) {
			return false
		}
	}
	return !slices.ContainsFunc(a.fail, func(p *expr.Program) bool { return p.True(e) })
}

// every calls f with all combinations of values, until it says false.
func every(names []string, e env, f func(env) bool) bool {
	if len(names) == 0 {
		return f(e)
	}
	for _, v := range all(names[0]) {
		if e[names[0]] = v; names[0] == "fresh:brew" && v.AsBool() && !e["brew"].Known() {
			continue
		}
		if !every(names[1:], e, f) {
			return false
		}
	}
	return true
}

// env gives what a witness says, to run conditions with it.
func (w Witness) env() env {
	e := env{}
	for _, a := range w {
		e[a.Name] = a.Value
	}
	return e
}

// conditions are random conditions about some names, in which nothing is compared that could not be gone through.
func conditions(names []string) *rapid.Generator[string] {
	return rapid.Custom(func(t *rapid.T) string { return draw(t, names, 3) })
}

func draw(t *rapid.T, names []string, depth int) string {
	kind := rapid.IntRange(0, 7).Draw(t, "kind")
	if depth == 0 {
		kind = 7
	}
	switch kind {
	case 0, 1:
		return fmt.Sprintf("(%s and %s)", draw(t, names, depth-1), draw(t, names, depth-1))
	case 2, 3:
		return fmt.Sprintf("(%s or %s)", draw(t, names, depth-1), draw(t, names, depth-1))
	case 4:
		return "not " + draw(t, names, depth-1)
	case 5:
		return fmt.Sprintf("(%s ? %s : %s)", draw(t, names, depth-1), draw(t, names, depth-1), draw(t, names, depth-1))
	default:
		return drawAtom(t, rapid.SampledFrom(names).Draw(t, "name"), names)
	}
}

func drawAtom(t *rapid.T, name string, names []string) string {
	of := func(patterns ...string) string { return rapid.SampledFrom(patterns).Draw(t, "atom") }
	less := func(term string, constants ...string) string {
		sign := rapid.SampledFrom([]string{"<", "<=", ">", ">=", "==", "!="}).Draw(t, "sign")
		constant := rapid.SampledFrom(constants).Draw(t, "constant")
		if rapid.Bool().Draw(t, "turned") {
			return constant + " " + sign + " " + term
		}
		return term + " " + sign + " " + constant
	}
	switch name {
	case "brew", "other_brew":
		patterns := []string{"known(@)", "@ == 'filter'", "@ != 'espresso'", "@ in ['filter', 'press']", "'press' != @", "(@ ?? 'press') == 'press'", "@ in []"}
		if slices.Contains(names, "other_brew") {
			patterns = append(patterns, "brew == other_brew", "brew != other_brew", "(brew ?? other_brew) == 'filter'", "(known(brew) ? other_brew : 'press') == 'press'")
		}
		if slices.Contains(names, "brews") {
			patterns = append(patterns, "@ in brews", "@ in (brews ?? ['press'])")
		}
		return strings.ReplaceAll(of(patterns...), "@", name)
	case "brews":
		return of("'filter' in brews", "not ('press' in brews)", "known(brews)", less("count(brews)", "0", "1", "2", "3", "1.5"))
	case "tags":
		return of("'vip' in tags", "'new' in tags", "known(tags)", less("count(tags)", "0", "1", "2"))
	case "link":
		return of("link == 'a'", "link != 'b'", "link in ['a', 'b']", "known(link)", "(link ?? 'b') == 'b'")
	case "news":
		return of("news", "not news", "news == yes", "news != no", "known(news)", "(news ?? yes)", "yes == (news ?? no)")
	case "fresh:brew":
		return "fresh(brew)"
	case "stars":
		return of("known(stars)", "stars in [1, 5]", less("stars", "1", "3", "4.5", "5"), less("(stars ?? 2)", "2", "3"))
	case "party":
		return of("known(party)", less("party", "0", "2", "2.5", "5", "7"), less("(party ?? 9)", "2", "9"), "party in [2, 3.5, 9]")
	case "budget":
		patterns := []string{"known(budget)", less("budget", "7", "7.05", "7.051", "7.12", "9"), less("number(budget)", "7.05", "7.055", "8"), less("(budget ?? 8)", "7.1", "8"), "budget in [7.01, 7.5]"}
		if slices.Contains(names, "party") {
			patterns = append(patterns, less("budget", "party", "(party ?? 8)", "(news ? 7.04 : party)"))
		}
		return of(patterns...)
	case "weight":
		return of("known(weight)", less("weight", "0.5", "0.500004", "0.500008", "1"), less("(weight ?? 0.500002)", "0.500003", "0.500002"))
	case "day":
		return of("known(day)", less("day", "date('2026-03-01')", "date('2026-03-05')", "date('2026-03-09')", "date('2027-01-01')"))
	}
	return "yes"
}

// TestUnbounded does the same for names without bounds: what holds for some value holds for one of those near the limits that are written.
func TestUnbounded(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		limits := rapid.SliceOfN(rapid.IntRange(-30, 30), 1, 4).Draw(t, "limits")
		condition := rapid.Custom(func(t *rapid.T) string {
			var parts []string
			for range rapid.IntRange(1, 3).Draw(t, "parts") {
				sign := rapid.SampledFrom([]string{"<", "<=", ">", ">=", "==", "!="}).Draw(t, "sign")
				limit := rapid.SampledFrom(limits).Draw(t, "limit")
				parts = append(parts, fmt.Sprintf("amount %s %d.%02d", sign, limit/10, (limit%10+10)%10))
			}
			return strings.Join(parts, rapid.SampledFrom([]string{" and ", " or "}).Draw(t, "joined"))
		})
		hold, fail := rapid.SliceOfN(condition, 1, 2).Draw(t, "hold"), rapid.SliceOfN(condition, 0, 1).Draw(t, "fail")
		as := asked{compiled(t, hold), compiled(t, fail)}
		answer, witness := Decide(Question{Hold: parsed(as.hold), Fail: parsed(as.fail), Currency: "EUR"})
		found := as.by(env{})
		for minor := int64(-420); minor <= 420 && !found; minor++ {
			found = as.by(env{"amount": value.Money(minor, "EUR")})
		}
		if answer == MayBe || answer == Yes != found || found && !as.by(witness.env()) {
			t.Fatalf("%q and not %q: %v, %v; going through all: %v", hold, fail, answer, witness, found)
		}
	})
}
