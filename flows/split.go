package flows

import (
	"slices"
	"strings"
	"unicode/utf8"

	"repartee/flows/expr"
)

// splitAll cuts those of the messages that are too long.
func splitAll(messages []expr.Formatted, limit int) []expr.Formatted {
	if !slices.ContainsFunc(messages, func(m expr.Formatted) bool { return tooLongFor(m, limit) }) {
		return messages
	}
	var parts []expr.Formatted
	for _, message := range messages {
		parts = append(parts, split(message, limit)...)
	}
	return parts
}

func tooLongFor(message expr.Formatted, limit int) bool {
	return len(message.Text) > limit && expr.UTF16Len(message.Text) > limit
}

// split cuts a message that is too long for the channel, at the end of a paragraph, a line or a word if there is one in the second half. limit is in UTF-16 units.
func split(message expr.Formatted, limit int) []expr.Formatted {
	if !tooLongFor(message, limit) {
		return []expr.Formatted{message}
	}
	var parts []expr.Formatted
	rest, offset := message.Text, 0
	for rest != "" {
		part := rest[:cut(rest, limit)]
		length := expr.UTF16Len(part)
		if text := strings.TrimRight(part, " \n"); text != "" {
			parts = append(parts, expr.Formatted{Text: text, Entities: within(message.Entities, offset, expr.UTF16Len(text))})
		}
		rest, offset = rest[len(part):], offset+length
	}
	return parts
}

// Shorten cuts a message that must stay one, with a mark that something is missing.
func Shorten(message expr.Formatted, limit int) expr.Formatted {
	if expr.UTF16Len(message.Text) <= limit {
		return message
	}
	short := split(message, limit-1)[0]
	short.Text += "…"
	return short
}

// cut gives the number of bytes of text that one message takes.
func cut(text string, limit int) int {
	end, units := 0, 0
	for end < len(text) {
		r, size := utf8.DecodeRuneInString(text[end:])
		width := 1
		if r > 0xFFFF {
			width = 2
		}
		if units+width > limit {
			break
		}
		units += width
		end += size
	}
	if end == len(text) {
		return end
	}
	for _, gap := range []string{"\n\n", "\n", " "} {
		if i := strings.LastIndex(text[:end], gap); i >= end/2 {
			return i + len(gap)
		}
	}
	return end
}

// within gives the entities of the part of a text that begins at offset.
func within(entities []expr.Entity, offset, length int) []expr.Entity {
	var inside []expr.Entity
	for _, e := range entities {
		from, to := max(e.Offset-offset, 0), min(e.Offset+e.Length-offset, length)
		if from < to {
			e.Offset, e.Length = from, to-from
			inside = append(inside, e)
		}
	}
	return inside
}
