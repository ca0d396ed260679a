package drawing

import "strings"

// plainText is a text as a reader sees it: without the signs of light markup, on one line, and each {{ expression }} in short, as ‹item.price›, which no line breaks.
func plainText(source string) string {
	var text strings.Builder
	for {
		before, after, found := strings.Cut(source, "{{")
		text.WriteString(unmarked(before))
		if !found {
			break
		}
		expression, rest, _ := strings.Cut(after, "}}")
		text.WriteString("‹" + inShort(expression) + "›")
		source = rest
	}
	return strings.Join(strings.FieldsFunc(text.String(), blank), " ")
}

func unmarked(source string) string { return strings.NewReplacer("**", "", "`", "").Replace(source) }

// longestValue is how much is shown of an expression in a text, in letters.
const longestValue = 20

// inShort is an expression without what stands in for a missing value, cut where it is long, with spaces that hold it together.
func inShort(expression string) string {
	value, _, _ := strings.Cut(expression, "??")
	value = strings.Join(strings.Fields(value), "\u00a0")
	if runes := []rune(value); len(runes) > longestValue {
		value = strings.TrimRight(string(runes[:longestValue-1]), "\u00a0.,(") + "…"
	}
	return value
}

// blank tells of a sign at which a line may end.
func blank(r rune) bool { return r == ' ' || r == '\n' || r == '\t' }
