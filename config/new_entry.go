package config

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"repartee/flows"
)

// maxInline is the longest entry that is written on one line.
const maxInline = 140

// newEntry writes an entry that waits for its translation, as lines.
func newEntry(w *flows.Wording, first, language string) []string {
	source := plainOrQuoted(w.Source)
	if w.Words != nil {
		words := make([]string, len(w.Words))
		for i, word := range w.Words {
			words[i] = plainOrQuoted(word)
		}
		source = "[" + strings.Join(words, ", ") + "]"
	}
	inline := "- {at: " + w.At + ", " + first + ": " + source + ", " + language + ": }"
	if utf8.RuneCountInString(inline) <= maxInline && !strings.Contains(w.Source, "\n") {
		return []string{inline}
	}
	lines := []string{"- at: " + w.At}
	if isBlock(w.Source) {
		lines = append(lines, "  "+first+": |")
		for line := range strings.SplitSeq(w.Source, "\n") {
			lines = append(lines, strings.TrimRight("    "+line, " "))
		}
	} else {
		lines = append(lines, "  "+first+": "+source)
	}
	return append(lines, "  "+language+":")
}

// isBlock tells whether a text of several lines can stand below a | as it is.
func isBlock(text string) bool {
	lines := strings.Split(text, "\n")
	if len(lines) < 2 || strings.TrimSpace(lines[0]) == "" || strings.HasPrefix(lines[0], " ") || lines[len(lines)-1] == "" {
		return false
	}
	return !slices.ContainsFunc(lines, func(line string) bool {
		return strings.ContainsAny(line, "\t\r") || strings.HasSuffix(line, " ")
	})
}

// safe is a text that needs no quotes wherever it stands.
var safe = regexp.MustCompile(`^\pL[\pL\pN .!?’_/-]*[\pL\pN.!?’]$`)

// words that other readers of YAML take for something else than a text.
var unsafe = []string{"yes", "no", "on", "off", "true", "false", "null"}

func plainOrQuoted(text string) string {
	if safe.MatchString(text) && !slices.Contains(unsafe, strings.ToLower(text)) {
		return text
	}
	return quoted(text)
}
