package steps

import (
	"strings"

	"repartee/flows/expr"
)

// joined makes one message of several.
func joined(parts []expr.Formatted, between string) expr.Formatted {
	var all expr.Formatted
	for i, part := range parts {
		if i > 0 {
			all.Text += between
		}
		shift := expr.UTF16Len(all.Text)
		for _, entity := range part.Entities {
			entity.Offset += shift
			all.Entities = append(all.Entities, entity)
		}
		all.Text += part.Text
	}
	return all
}

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
