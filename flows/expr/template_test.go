package expr

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf16"

	"repartee/flows/value"
)

func mustCompileText(t testing.TB, src string) *Template {
	t.Helper()
	tmpl, problems := CompileText(src, shop())
	if len(problems) > 0 {
		t.Fatalf("%s: %+v", src, problems)
	}
	return tmpl
}

// shown writes a text with its entities as tags around what they cover.
func shown(t testing.TB, f Formatted) string {
	t.Helper()
	units := utf16.Encode([]rune(f.Text))
	before, behind := make([]string, len(units)+1), make([]string, len(units)+1)
	for _, e := range f.Entities {
		end := e.Offset + e.Length
		if e.Offset < 0 || e.Length < 1 || end > len(units) {
			t.Fatalf("entity %+v outside %q", e, f.Text)
		}
		before[e.Offset] += "<" + e.Type + e.URL + ">"
		behind[end] = "</" + e.Type + ">" + behind[end]
	}
	var b strings.Builder
	for i := range len(units) + 1 {
		b.WriteString(behind[i] + before[i])
		if i < len(units) {
			fmt.Fprintf(&b, "%c", units[i])
		}
	}
	return b.String()
}

func TestRender(t *testing.T) {
	const nb = "\u00a0"
	tests := map[string]string{
		"": "", "plain": "plain",
		"**bold** and _italic_ and `code`": "<bold>bold</bold> and <italic>italic</italic> and <code>code</code>",
		"**all _of_ it**":                  "<bold>all <italic>of</italic> it</bold>",
		"_all **of** it_":                  "<italic>all <bold>of</bold> it</italic>",
		"un**believ**able":                 "un<bold>believ</bold>able",
		"**a** **b**":                      "<bold>a</bold> <bold>b</bold>",
		"**{{ brew }}**":                   "<bold>Espresso</bold>",
		"**_{{ brew }}_**":                 "<bold><italic>Espresso</italic></bold>",
		"`{{ link }}`":                     "<code>a b&c=ä/</code>",
		"`**no** _markup_ [in](code)`":     "<code>**no** _markup_ [in](code)</code>",
		"line\n**over\nlines**":            "line\n<bold>over\nlines</bold>",
		// Signs that are text.
		"snake_case_name and _x": "snake_case_name and _x", "__init__": "__init__", "2 * 3 ** 4": "2 * 3 ** 4",
		"*****": "*****", "`` and ` and `": "`` and ` and `", "a_b _ c": "a_b _ c", "[not a link] (x)": "[not a link] (x)",
		"]( ": "]( ", "[x": "[x", "x]": "x]", "}} {": "}} {", "{{ '**' }}a{{ '**' }}": "**a**", "{{ '{{' }}": "{{",
		"_{{ brew }}_x": "_Espresso_x", "{{ brew }}_{{ brew }}": "Espresso_Espresso", "_a **b_ c** d_": "!",
		"**a _b** c_": "<bold>a _b</bold> c_",
		// Links.
		"[shop](https://example.com/?a=1)":            "<text_linkhttps://example.com/?a=1>shop</text_link>",
		"[**{{ brew }}**](tg://resolve?domain=x)":     "<text_linktg://resolve?domain=x><bold>Espresso</bold></text_link>",
		"[w](https://en.wikipedia.org/wiki/A_(b))!":   "<text_linkhttps://en.wikipedia.org/wiki/A_(b)>w</text_link>!",
		"[x](HTTPS://Example.com?q={{ link }}&r=_a_)": "<text_linkHTTPS://Example.com?q=a%20b%26c%3D%C3%A4%2F&r=_a_>x</text_link>",
		"[x](https://example.com/{{ 'a b' }})":        "<text_linkhttps://example.com/a%20b>x</text_link>",
		"[a [b](https://example.com)](c)":             "[a <text_linkhttps://example.com>b</text_link>](c)",
		"**[a** b](https://example.com)":              "<bold>[a</bold> b](https://example.com)",
		"[x](mailto:a@example.com) [y](tel:+4930)":    "<text_linkmailto:a@example.com>x</text_link> <text_linktel:+4930>y</text_link>",
		// Values print themselves in the customer's language.
		"{{ budget }}, {{ today }}, {{ join(guests, 'name') }}": "€20.00, 2 March 2026, Ben, Cleo and Dora",
		"{{ insurance ?? 'none yet' }}":                         "none yet",
		"{{ budget ?? 'any price' }}":                           "€20.00",
		"{{ known(insurance) ? insurance : budget }}":           "€20.00",
		"{{ (news ? budget : 'x') ?? brew }}":                   "€20.00",
		"{{ brew ?? 'any' }}":                                   "Espresso",
		"{{ 1 + 1 }} {{ 'a' }}{{ yes }}":                        "2 ayes",
		"<{{ nothing }}> **{{ nothing }}**":                     "<> ",
		"{{ waiting }}":                                         "1" + nb + "hour and 30" + nb + "minutes",
	}
	for src, want := range tests {
		tmpl, problems := CompileText(src, shop())
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
		if got := shown(t, tmpl.Render(customer())); got != want {
			t.Errorf("%s\n gives %s\n  want %s", src, got, want)
		}
	}
}

func TestEntitiesCountUTF16Units(t *testing.T) {
	f := mustCompileText(t, "🎉 **a😀b** _{{ brew }}_").Render(customer())
	want := []Entity{{Type: "bold", Offset: 3, Length: 4}, {Type: "italic", Offset: 8, Length: 8}}
	if len(f.Entities) != 2 || f.Entities[0] != want[0] || f.Entities[1] != want[1] {
		t.Errorf("entities %+v, want %+v", f.Entities, want)
	}
}

// TestValuesAreData: whatever a value is, it comes out as it is, and the entities
// are those of the text.
func TestValuesAreData(t *testing.T) {
	tmpl := mustCompileText(t, "**Hi** {{ link }} [go](https://example.com/{{ link }})!")
	e := customer()
	for _, nasty := range []string{"**bold**", "_x_", "`x`", "[x](https://evil.example)", "{{ budget }}", ")](", "https://evil.example", "\x00", "😀"} {
		e.values["link"] = value.Text(nasty)
		f := tmpl.Render(e)
		if want := "Hi " + nasty + " go!"; f.Text != want {
			t.Errorf("%q gives %q", nasty, f.Text)
		}
		if len(f.Entities) != 2 || f.Entities[1].Type != "text_link" || f.Entities[1].Offset != 4+UTF16Len(nasty) {
			t.Errorf("%q gives the entities %+v", nasty, f.Entities)
		}
		rest, ok := strings.CutPrefix(f.Entities[1].URL, "https://example.com/")
		if !ok || strings.ContainsAny(rest, "/:?#[]()&= {}*") {
			t.Errorf("%q leads to %s", nasty, f.Entities[1].URL)
		}
	}
}

func TestLabelsHaveNoMarkup(t *testing.T) {
	tmpl, problems := CompileLabel("**{{ brew }}** _a_ [b](c) `", shop())
	if len(problems) > 0 {
		t.Fatalf("%+v", problems)
	}
	f := tmpl.Render(customer())
	if f.Text != "**Espresso** _a_ [b](c) `" || len(f.Entities) > 0 {
		t.Errorf("%+v", f)
	}
}

func TestURLsEncodeValues(t *testing.T) {
	tmpl, problems := CompileURL("https://example.com?from={{ link }}&b=_a_", shop())
	if len(problems) > 0 {
		t.Fatalf("%+v", problems)
	}
	if got, want := tmpl.Render(customer()).Text, "https://example.com?from=a%20b%26c%3D%C3%A4%2F&b=_a_"; got != want {
		t.Errorf("URL %s, want %s", got, want)
	}
}

func TestStatic(t *testing.T) {
	tests := []struct {
		src    string
		static bool
		length int
	}{
		{"**Hi** 😀", true, 5},
		{"{{ '**' }}", true, 2},
		{"{{ brew }}", false, 0},
		{"Hi {{ brew }}!", false, 4},
		{"[x](https://example.com/{{ brew }})", false, 1},
		{"{{ 1 }}", false, 0}, // a number is written in the customer's language
	}
	for _, tt := range tests {
		tmpl := mustCompileText(t, tt.src)
		if tmpl.Static() != tt.static || tmpl.MinLength() != tt.length {
			t.Errorf("%s: static %v, length %d", tt.src, tmpl.Static(), tmpl.MinLength())
		}
	}
	static := mustCompileText(t, "**Hi** there")
	if n := testing.AllocsPerRun(100, func() { static.Render(nil) }); n > 0 {
		t.Errorf("a static text allocates %v times", n)
	}
}

func TestTooLongText(t *testing.T) {
	_, problems := CompileText(strings.Repeat("a", maxText+1), shop())
	if len(problems) != 1 || problems[0].Code != CodeTooLong {
		t.Errorf("%+v", problems)
	}
}
