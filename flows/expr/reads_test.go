package expr

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// TestReads: each name with a ! where it is not guarded against being unknown.
func TestReads(t *testing.T) {
	tests := map[string]string{
		"budget":                                       "budget!",
		"budget + party":                               "budget! party!",
		"budget ?? 5":                                  "budget",
		"(budget + party) ?? weight":                   "budget party weight!",
		"known(budget)":                                "budget",
		"budget < 5 and brew != 'filter'":              "budget brew",
		"known(budget) ? budget : party":               "budget budget party!",
		"not known(budget) ? party : budget":           "budget party! budget",
		"budget != 5 ? party : budget":                 "budget party! budget",
		"budget > 5 and known(party) ? party : budget": "budget party party budget!",
		"known(budget) or known(party) ? party : 1":    "budget party party!",
		"known(budget) or budget > 5 ? budget : 1":     "budget budget budget",
		"not (known(budget) and news) ? 1 : budget":    "budget news budget",
		"insurance in insurances ? insurance : 'x'":    "insurance insurances insurance",
		"count(orders)":                                "orders",
		"sum(orders, 'total')":                         "orders!",
		"known(last_order) ? last_order.total : 0":     "last_order last_order",
		"contact.first_name ?? 'there'":                "contact.first_name",
		"news":                                         "news!",
		"not news":                                     "news",
		"[budget, 5]":                                  "budget!",
		"fresh(brew) and is_open('shop')":              "fresh:brew is_open:shop",
		"fresh(brew) ? brew : 'x'":                     "fresh:brew brew",
	}
	for src, want := range tests {
		p, problems := Compile(src, shop())
		if len(problems) > 0 {
			t.Errorf("%s: %+v", src, problems)
			continue
		}
		var got []string
		for _, r := range p.Reads() {
			mark := "!"
			if r.Guarded {
				mark = ""
			}
			got = append(got, r.Name+mark)
			if _, field, asked := strings.Cut(r.Name, ":"); !strings.HasPrefix(src[r.From:r.To], r.Name) && !(asked && strings.Contains(src[r.From:r.To], field)) {
				t.Errorf("%s: %s is said to be read at %q", src, r.Name, src[r.From:r.To])
			}
		}
		if s := strings.Join(got, " "); s != want {
			t.Errorf("%s reads %s, want %s", src, s, want)
		}
	}
}

func TestReadsOfTexts(t *testing.T) {
	src := "Hi {{ contact.first_name ?? 'you' }}, [{{ brew }}](https://example.com/{{ link }}): **{{ budget }}**"
	tmpl, problems := CompileText(src, shop())
	if len(problems) > 0 {
		t.Fatalf("%+v", problems)
	}
	var got []string
	for _, r := range tmpl.Reads() {
		got = append(got, fmt.Sprintf("%s=%s %v", r.Name, src[r.From:r.To], r.Guarded))
	}
	want := []string{
		"contact.first_name=contact.first_name true", "brew=brew false", "link=link false", "budget=budget false",
	}
	if !slices.Equal(got, want) {
		t.Errorf("reads %q, want %q", got, want)
	}
}

func TestProves(t *testing.T) {
	tests := []struct{ src, holds, fails string }{
		{"known(brew)", "brew", ""},
		{"not known(brew)", "", "brew"},
		{"brew == 'filter' and budget < 5", "brew budget", ""},
		{"brew == 'filter' or budget < 5", "", ""},
		{"brew != 'filter' or not known(budget)", "", "brew budget"},
		{"news and brew == 'filter'", "brew news", ""},
		{"(brew == 'filter' or brew == 'espresso') and news", "brew news", ""},
		{"budget + 1 > 5", "", ""},
		{"fresh(brew)", "brew", ""},
		{"last_order.total > 5", "last_order.total", ""},
	}
	for _, tt := range tests {
		p := mustCompile(t, tt.src)
		if got := strings.Join(p.Proves(true), " "); got != tt.holds {
			t.Errorf("%s proves %q, want %q", tt.src, got, tt.holds)
		}
		if got := strings.Join(p.Proves(false), " "); got != tt.fails {
			t.Errorf("%s proves %q where it fails, want %q", tt.src, got, tt.fails)
		}
	}
}
