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
	lines := []string{
		"# above", "", "- {at: advice.brew, en: Hello, de: Hallo}", "- at: advice.title", "  en: >", "    folded", "", "    text", "  de: 'one", "    and two'",
		"- {at: [a, b],", "   en: \"x\"}", "  # within", "- plain", "-", "- - nested", "  - list", "- |+", "  kept", "", "foo: bar", "  more: x", "---", "...", "- 'open", "- {open",
		"&a b", "- \xff", "  ", "- at: x  # behind",
	}
	taken := 0
	rapid.Check(t, func(rt *rapid.T) {
		text := rapid.SliceOfN(rapid.SampledFrom(lines[:14]), 1, 12).Draw(rt, "file")
		var former *Document
		for range rapid.IntRange(2, 6).Draw(rt, "changes") {
			content := []byte(strings.Join(text, "\n"))
			again, whole := ParseAgain("texts/de.yaml", content, former), Parse("texts/de.yaml", content)
			if !reflect.DeepEqual(again, whole) {
				rt.Fatalf("the file\n%s\nis another one than at a first look", content)
			}
			if former != nil && former.Root != nil && again.Root != nil && slices.ContainsFunc(again.Root.Items, func(n *Node) bool { return slices.Contains(former.Root.Items, n) }) {
				taken++
			}
			former = again
			from := rapid.IntRange(0, len(text)).Draw(rt, "from")
			to := min(from+rapid.IntRange(0, 2).Draw(rt, "out"), len(text))
			text = slices.Replace(slices.Clone(text), from, to, rapid.SliceOfN(rapid.SampledFrom(lines), 0, 2).Draw(rt, "in")...)
		}
	})
	if taken == 0 {
		t.Error("nothing was ever taken over")
	}
}
