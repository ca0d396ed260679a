package talk

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// YAML is the talk as a file of talks/ holds it: its languages, what is given of name, clock, stock and calls, and its turns. What it expects at its end, and all else that is given, is
// not written.
func (t *Talk) YAML() []byte {
	var b bytes.Buffer
	fmt.Fprintf(&b, "talk: %s\n", Quoted(t.Name))
	if len(t.Languages) > 0 {
		fmt.Fprintf(&b, "languages: [%s]\n", strings.Join(t.Languages, ", "))
	}
	if given := t.Given.yaml(); given != "" {
		fmt.Fprintf(&b, "given: {%s}\n", given)
	}
	b.WriteString("turns:\n")
	for i := range t.Turns {
		fmt.Fprintf(&b, "  - %s\n", t.Turns[i].yaml())
	}
	return b.Bytes()
}

func (g *Given) yaml() string {
	var parts []string
	if g.Name != "" {
		parts = append(parts, "name: "+Quoted(g.Name))
	}
	if g.Clock != "" {
		parts = append(parts, "clock: "+g.Clock)
	}
	if len(g.Stock) > 0 {
		parts = append(parts, "stock: "+g.Stock.yaml(strings.Clone))
	}
	if len(g.Calls) > 0 {
		calls := make([]string, len(g.Calls))
		for i := range g.Calls {
			calls[i] = g.Calls[i].Name + ": " + g.Calls[i].yaml()
		}
		parts = append(parts, "calls: {"+strings.Join(calls, ", ")+"}")
	}
	return strings.Join(parts, ", ")
}

// yaml is one reply where it is always the same, else a list.
func (s *Stub) yaml() string {
	if len(s.Each) == 0 {
		return s.Reply.yaml()
	}
	replies := make([]string, len(s.Each))
	for i := range s.Each {
		replies[i] = s.Each[i].yaml()
	}
	if len(slices.Compact(slices.Clone(replies))) == 1 {
		return replies[0]
	}
	return "[" + strings.Join(replies, ", ") + "]"
}

func (r *Reply) yaml() string {
	switch {
	case r.Fails:
		return "{fails: true}"
	case r.Never:
		return "{never: true}"
	}
	return "{gives: " + r.Gives.yaml(Quoted) + "}"
}

// yaml is a map; one writes a value where it is no list.
func (v Values) yaml(one func(string) string) string {
	parts := make([]string, len(v))
	for i, value := range v {
		text := one(value.Text)
		if value.List != nil {
			text = "[" + strings.Join(quotedAll(value.List), ", ") + "]"
		}
		parts[i] = value.Name + ": " + text
	}
	return "{" + strings.Join(parts, ", ") + "}"
}

func quotedAll(texts []string) []string {
	quoted := make([]string, len(texts))
	for i, text := range texts {
		quoted[i] = Quoted(text)
	}
	return quoted
}

// yaml is one line of a talk, without the dash.
func (t *Turn) yaml() string {
	switch {
	case t.Bot != nil:
		return "bot: " + t.Bot.yaml()
	case t.They != nil:
		return "they: " + t.They.yaml()
	case t.Tap != nil:
		return "tap: " + t.Tap.yaml()
	case t.Pay != nil:
		return "pay: " + t.Pay.yaml()
	case len(t.Stock) > 0:
		return "stock: " + t.Stock.yaml(strings.Clone)
	case len(t.Taken) > 0:
		return "taken: " + t.Taken.yaml(strings.Clone)
	case len(t.Price) > 0:
		return "price: " + t.Price.yaml(strings.Clone)
	case t.After != nil:
		return "after: " + t.After.String()
	}
	for _, sent := range [][2]string{{"contact", t.Contact}, {"photo", t.Photo}, {"voice", t.Voice}, {"file", t.File}, {"location", t.Location}, {"react", t.React}} {
		if sent[1] != "" {
			return sent[0] + ": " + Quoted(sent[1])
		}
	}
	for _, named := range [][2]string{{"event", t.Event}, {"order", t.Order}, {"at", t.At}} {
		if named[1] != "" {
			return named[0] + ": " + named[1]
		}
	}
	return "rest: " + string(t.Rest)
}

func (w *Words) yaml() string {
	if text, one := w.ByLanguage[""]; one {
		return Quoted(text)
	}
	var parts []string
	for _, language := range slices.Sorted(maps.Keys(w.ByLanguage)) {
		parts = append(parts, language+": "+Quoted(w.ByLanguage[language]))
	}
	return "{" + strings.Join(parts, ", ") + "}"
}

func (t *Tap) yaml() string {
	if t.Older == 0 {
		return t.Button.yaml()
	}
	return "{button: " + t.Button.yaml() + ", older: " + strconv.Itoa(t.Older) + "}"
}

func (p *PayTurn) yaml() string {
	parts := []string{"how: " + string(p.How)}
	for _, part := range [][2]string{{"country", p.Country}, {"post_code", p.PostCode}, {"way", p.Way}, {"tip", p.Tip}} {
		if part[1] != "" {
			parts = append(parts, part[0]+": "+Quoted(part[1]))
		}
	}
	if len(parts) == 1 {
		return string(p.How)
	}
	return "{" + strings.Join(parts, ", ") + "}"
}

// InAll are words that are the same in all languages.
func InAll(text string) *Words { return &Words{ByLanguage: map[string]string{"": text}} }

// Quoted is a text as a talk file holds it on one line: in double quotes, which YAML reads as JSON does.
func Quoted(text string) string {
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(text); err != nil {
		return `""` // a text always encodes
	}
	return strings.TrimSuffix(b.String(), "\n")
}
