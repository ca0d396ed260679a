package talk

import (
	"regexp"
	"strings"
)

// fits holds a message against a line in which `...` stands for anything. White space does not count.
func fits(line, message string) bool {
	message = squeeze(message)
	parts := strings.Split(strings.ReplaceAll(squeeze(line), "…", "..."), "...")
	if len(parts) == 1 {
		return parts[0] == strings.ReplaceAll(message, "…", "...")
	}
	message = strings.ReplaceAll(message, "…", "...")
	first, last := parts[0], parts[len(parts)-1]
	if !strings.HasPrefix(message, strings.TrimRight(first, " ")) || !strings.HasSuffix(message, strings.TrimLeft(last, " ")) {
		return false
	}
	rest := message[len(strings.TrimRight(first, " ")):]
	for _, part := range parts[1 : len(parts)-1] {
		part = strings.TrimSpace(part)
		at := strings.Index(rest, part)
		if at < 0 {
			return false
		}
		rest = rest[at+len(part):]
	}
	return strings.HasSuffix(rest, strings.TrimLeft(last, " "))
}

func squeeze(s string) string { return strings.Join(strings.Fields(s), " ") }

// withoutValues makes a line of a text of a flow: anything may stand for its values, and its markup is not in the message.
func withoutValues(text string) string {
	var b strings.Builder
	for {
		head, rest, found := strings.Cut(text, "{{")
		b.WriteString(head)
		if !found {
			break
		}
		_, text, _ = strings.Cut(rest, "}}")
		b.WriteString("...")
	}
	return plain(b.String())
}

var (
	linked = regexp.MustCompile(`\[([^\]]*)\]\([^)]*\)`)
	italic = regexp.MustCompile(`(^|[^\pL\pN])_([^_]+)_($|[^\pL\pN])`)
)

// plain takes the markup out of a text.
func plain(text string) string {
	text = linked.ReplaceAllString(text, "$1")
	text = italic.ReplaceAllString(text, "$1$2$3")
	return strings.NewReplacer("**", "", "`", "").Replace(text)
}
