package document

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// TestParseAgain changes lines of a list, one after the other: what is taken over and what is parsed anew must come to what the whole file does.
func TestParseAgain(t *testing.T) {
	items := []string{
		"- {at: advice.brew, en: Hello, de: Hallo}", "- at: advice.title\n  en: >\n    folded\n\n    text\n  de: 'one\n    and two'", "- {at: [a, b],\n   en: \"x\"}",
		"- at: x  # behind\n  # within", "- at: |+\n    kept\n\n", "- at:\n  - list\n  -", "# above\n- at: y",
	}
	lines := append(strings.Split(strings.Join(items, "\n"), "\n"),
		"- plain", "-", "- - nested", "  - list", "foo: bar", "  more: x", "---", "...", "- 'open", "- {open", "&a b", "- \xff", "  ", "")
	rapid.Check(t, func(rt *rapid.T) {
		text := strings.Split(strings.Join(rapid.SliceOfN(rapid.SampledFrom(items), 1, 8).Draw(rt, "file"), "\n"), "\n")
		former := Parse("texts/de.yaml", []byte(strings.Join(text, "\n")))
		for range rapid.IntRange(1, 5).Draw(rt, "changes") {
			from := rapid.IntRange(0, len(text)).Draw(rt, "from")
			to := min(from+rapid.IntRange(0, 2).Draw(rt, "out"), len(text))
			text = slices.Replace(slices.Clone(text), from, to, rapid.SliceOfN(rapid.SampledFrom(lines), 0, 2).Draw(rt, "in")...)
			content := []byte(strings.Join(text, "\n"))
			again := ParseAgain("texts/de.yaml", content, former)
			if !reflect.DeepEqual(again, Parse("texts/de.yaml", content)) {
				rt.Fatalf("the file\n%s\nis another one than at a first look", content)
			}
			former = again
		}
	})
}

// TestParseAgainTakesOver changes one item of three: the one above the change is the same, the one below it moves.
func TestParseAgainTakesOver(t *testing.T) {
	const above, below = "# texts\n- {at: a, en: A}\n- {at: b, en: B}\n", "- {at: d, en: D}\n"
	former := Parse("texts/de.yaml", []byte(above+"- {at: c, en: C}\n"+below))
	again := ParseAgain("texts/de.yaml", []byte(above+"- at: c\n  en: More\n"+below), former)
	if len(again.Root.Items) != 4 || again.Root.Items[0] != former.Root.Items[0] {
		t.Fatal("the item above was parsed anew")
	}
	if got := again.Root.Items[2].Get("en"); got == nil || got.Value != "More" || again.Place(got) != (Range{5, 7, 11}) {
		t.Errorf("the item that was changed is %+v", got)
	}
	if got := again.Place(again.Root.Items[3]); got.Line != 6 {
		t.Errorf("the item below stands in line %d", got.Line)
	}
}
