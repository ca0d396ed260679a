package console_test

import (
	"math"
	"net/http"
	"regexp"
	"strconv"
	"testing"
)

// TestContrast computes the contrast of the colours that stand on each other
// (WCAG 2.2, 1.4.3 for text and 1.4.11 for the edges of fields and the focus).
func TestContrast(t *testing.T) {
	colours := readColours(t)
	const text, edge = 4.5, 3
	for _, c := range []struct {
		on    string
		least float64
		front []string
	}{
		{"paper", text, []string{"ink", "ink-soft", "accent-ink"}},
		{"panel", text, []string{"ink", "ink-soft", "accent-ink", "danger", "warn", "good"}},
		{"raised", text, []string{"ink", "ink-soft", "accent-ink", "danger"}},
		{"theirs", text, []string{"ink", "ink-soft", "accent-ink"}},
		{"mine", text, []string{"mine-ink", "mine-soft", "mine-link"}},
		{"press", text, []string{"press-ink", "ink", "ink-soft"}},
		{"accent", text, []string{"on-accent"}},
		{"ink", text, []string{"paper"}},
		{"ground", text, []string{"ink", "ink-soft", "accent-ink"}},
		{"warn", text, []string{"panel"}},
		{"danger", text, []string{"panel"}},
		{"panel", edge, []string{"edge", "accent", "warn", "good", "danger"}},
		{"ground", edge, []string{"edge", "accent", "accent-ink", "warn", "danger"}},
		{"paper", edge, []string{"accent"}},
		{"mine", edge, []string{"accent-ink"}},
	} {
		for _, front := range c.front {
			for i, theme := range []string{"light", "dark"} {
				if got := contrast(colours[front][i], colours[c.on][i]); got < c.least {
					t.Errorf("%s: %s on %s has %.2f, needs %.1f", theme, front, c.on, got, c.least)
				}
			}
		}
	}
}

type colour [3]float64

// readColours reads tokens.css: each colour for light and dark.
func readColours(t *testing.T) map[string][2]colour {
	t.Helper()
	w := ask(newPage(newFake(nil)), "GET", "/static/css/tokens.css", "", nil)
	if w.Code != http.StatusOK {
		t.Fatal(w.Code)
	}
	form := regexp.MustCompile(`--([a-z-]+): light-dark\(#([0-9a-f]{6}), #([0-9a-f]{6})\)`)
	all := map[string][2]colour{}
	for _, m := range form.FindAllStringSubmatch(w.Body.String(), -1) {
		all[m[1]] = [2]colour{parseColour(t, m[2]), parseColour(t, m[3])}
	}
	return all
}

func parseColour(t *testing.T, hex string) (c colour) {
	t.Helper()
	n, err := strconv.ParseUint(hex, 16, 32)
	if err != nil {
		t.Fatal(err)
	}
	for i := range c {
		c[i] = float64(n>>(16-8*i)&255) / 255
	}
	return c
}

// https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio
func contrast(a, b colour) float64 {
	x, y := a.luminance()+0.05, b.luminance()+0.05
	return max(x, y) / min(x, y)
}

func (c colour) luminance() float64 {
	for i, v := range c {
		if v <= 0.04045 {
			c[i] = v / 12.92
		} else {
			c[i] = math.Pow((v+0.055)/1.055, 2.4)
		}
	}
	return 0.2126*c[0] + 0.7152*c[1] + 0.0722*c[2]
}
