package steps

import (
	"strings"

	"repartee/flows/expr"
	"repartee/flows/value"
)

// marked is a text that looks the same from beginning to end: bold, code ...
func marked(text, as string) expr.Formatted {
	return expr.Formatted{Text: text, Entities: []expr.Entity{{Type: as, Length: expr.UTF16Len(text)}}}
}

// plain is a text without any markup.
func plain(text string) expr.Formatted { return expr.Formatted{Text: text} }

// bullets are lines of a list.
func bullets(lines []string) string {
	if len(lines) == 0 {
		return ""
	}
	return "• " + strings.Join(lines, "\n• ")
}

// said is one message of a question that a kind puts together.
func said(parts ...expr.Formatted) []expr.Formatted { return []expr.Formatted{expr.Join(parts, "\n")} }

// named gives a phrase the one name that it may use.
func named(name string, v value.Value) map[string]value.Value { return map[string]value.Value{name: v} }
