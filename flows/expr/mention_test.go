package expr

import (
	"strings"
	"testing"
)

// TestMentions: names, and texts in quotes with what they are held against, each as it stands in the source.
func TestMentions(t *testing.T) {
	for src, want := range map[string]string{
		"brew == 'filter'":                         "brew 'filter' of espresso beside brew",
		"'filter' != brew":                         "'filter' of espresso beside brew brew",
		"brew in ['espresso', 'filter']":           "brew 'espresso' of espresso beside brew 'filter' of espresso beside brew",
		"brew ?? 'filter'":                         "brew 'filter' of espresso",
		"budget < 5 ? brew : 'filter'":             "budget brew 'filter' of espresso",
		"contact.first_name ?? 'there'":            "contact.first_name 'there'",
		"last_order.number == 'x'":                 "last_order 'x' beside last_order.number",
		"is_open('shop') and fresh(brew)":          "is_open:shop brew",
		"not known(budget) or -budget < 5":         "budget budget",
		"sum(orders, 'total')":                     "orders 'total'",
		"first(orders).number == 'a' ? 'b' : 'cc'": "orders 'a' 'b' 'cc'",
		"insurance in insurances":                  "insurance insurances public meets public",
	} {
		program, problems := Compile(src, shop())
		if len(problems) > 0 {
			t.Errorf("%s: %+v", src, problems)
			continue
		}
		if got := shownMentions(src, program.Mentions(nil)); got != want {
			t.Errorf("%s: %s, want %s", src, got, want)
		}
	}
}

// TestMentionsHeld has results that go into a field with options, and texts around expressions.
func TestMentionsHeld(t *testing.T) {
	const src = "budget < 5 ? 'filter' : 'espresso'"
	program, _ := Compile(src, shop())
	if got, want := shownMentions(src, program.Mentions(shop().Lookup("brew"))), "budget 'filter' of espresso 'espresso' of espresso"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	const text = "**Hi** 😀 {{ contact.first_name ?? 'you' }}, [{{ brew }}](https://example.com/{{ brew == 'filter' ? 1 : 2 }})"
	template, _ := CompileText(text, shop())
	if got, want := shownMentions(text, template.Mentions()), "contact.first_name 'you' brew brew 'filter' of espresso beside brew"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

func shownMentions(src string, all []Mention) string {
	var shown []string
	for _, m := range all {
		s := src[m.From:m.To]
		switch {
		case m.With != nil:
			shown = append(shown, m.Held.Options[0].ID+" meets "+m.With.Options[0].ID)
			continue
		case m.Name == "":
			s = "'" + s + "'"
		case m.Name != s:
			s = m.Name
		}
		if m.Held != nil {
			s += " of " + m.Held.Options[0].ID
		}
		if m.Beside != "" {
			s += " beside " + m.Beside
		}
		shown = append(shown, s)
	}
	return strings.Join(shown, " ")
}
