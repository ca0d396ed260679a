package telegramtest

import (
	"slices"
	"strings"
	"unicode/utf16"
)

// parseEntities reads and checks the entities of a text; null and nothing are
// the same.
func parseEntities(raw, text string) ([]wireEntity, *refusal) {
	if raw == "" || raw == "null" {
		return nil, nil
	}
	var list []wireEntity
	if err := decodeStrict(raw, &list); err != nil {
		return nil, badRequest("can't parse entities: %v", err)
	}
	inText := utf16.Encode([]rune(text))
	for i := range list {
		if no := list[i].check(inText); no != nil {
			return nil, no
		}
	}
	slices.SortStableFunc(list, func(a, b wireEntity) int {
		if a.Offset != b.Offset {
			return a.Offset - b.Offset
		}
		return b.Length - a.Length
	})
	return list, checkNesting(list)
}

func (e *wireEntity) check(text []uint16) *refusal {
	end := e.Offset + e.Length
	switch {
	case !slices.Contains(entityTypes(), e.Type):
		return badRequest("can't parse entities: unknown type %q", e.Type)
	case e.Offset < 0 || e.Length <= 0 || end > len(text):
		return badRequest("can't parse entities: %s at %d+%d lies outside the text of %d", e.Type, e.Offset, e.Length, len(text))
	case splitsPair(text, e.Offset) || splitsPair(text, end):
		return badRequest("can't parse entities: %s at %d+%d cuts a character in two", e.Type, e.Offset, e.Length)
	case e.Type == "text_link" && !goodURL(e.URL):
		return badRequest("can't parse entities: text_link needs a valid url, got %q", e.URL)
	case e.Type != "text_link" && e.URL != "":
		return badRequest("can't parse entities: %s has no url", e.Type)
	case e.Type == "text_mention" && e.User == nil, e.Type == "custom_emoji" && e.CustomEmojiID == "":
		return badRequest("can't parse entities: %s is not complete", e.Type)
	default:
		return nil
	}
}

// entityTypes: https://core.telegram.org/bots/api#messageentity
func entityTypes() []string {
	return []string{
		"mention", "hashtag", "cashtag", "bot_command", "url", "email", "phone_number", "bold", "italic", "underline",
		"strikethrough", "spoiler", "blockquote", "expandable_blockquote", "code", "pre", "text_link", "text_mention",
		"custom_emoji", "date_time",
	}
}

// checkNesting refuses entities that overlap in part, and formatting inside
// code, which the real server would cut up or drop. The list is in order.
func checkNesting(list []wireEntity) *refusal {
	var open []wireEntity
	for _, e := range list {
		for len(open) > 0 && open[len(open)-1].end() <= e.Offset {
			open = open[:len(open)-1]
		}
		if len(open) > 0 {
			around := open[len(open)-1]
			if e.end() > around.end() {
				return badRequest("can't parse entities: %s at %d and %s at %d overlap", around.Type, around.Offset, e.Type, e.Offset)
			}
			if around.Type == "code" || around.Type == "pre" || e.Type == "code" || e.Type == "pre" {
				return badRequest("can't parse entities: %s and %s cannot be nested", around.Type, e.Type)
			}
		}
		open = append(open, e)
	}
	return nil
}

func (e *wireEntity) end() int { return e.Offset + e.Length }

func splitsPair(text []uint16, at int) bool {
	return at > 0 && at < len(text) && utf16.IsSurrogate(rune(text[at-1])) && text[at-1] < 0xdc00 && text[at] >= 0xdc00 && text[at] < 0xe000
}

// commandEntities marks the /commands in what a customer writes, as the real
// server does.
func commandEntities(text string) []wireEntity {
	var found []wireEntity
	at := 0
	for _, word := range strings.SplitAfter(text, " ") {
		name := strings.TrimRight(word, " \n")
		if i := strings.IndexByte(name, '\n'); i >= 0 {
			name = name[:i]
		}
		if len(name) > 1 && name[0] == '/' && isCommand(name[1:]) {
			found = append(found, wireEntity{Type: "bot_command", Offset: at, Length: units(name)})
		}
		at += units(word)
	}
	return found
}

func isCommand(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool {
		return (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') && (r < '0' || r > '9') && r != '_' && r != '@'
	})
}
