package explore

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"repartee/flows/talk"
	"repartee/flows/value"
)

// talkTo writes the way to a finding as a talk.
func talkTo(f *Finding, s *spot, last *step) []byte {
	var path []step
	if last != nil {
		path = append(path, *last)
	}
	for ; s != nil; s = s.from {
		path = append(path, s.by)
	}
	slices.Reverse(path)
	at := f.Flow
	if f.Step != "" {
		at += "." + f.Step
	}
	var b bytes.Buffer
	fmt.Fprintf(&b, "talk: %s\n", talk.Quoted(string(f.Kind)+" at "+at))
	if given := givenFor(path); given != "" {
		fmt.Fprintf(&b, "given: {%s}\n", given)
	}
	b.WriteString("turns:\n")
	for _, by := range path {
		switch by.move.kind {
		case soldOut:
		case restock:
			fmt.Fprintf(&b, "  - stock: {%s: 0}\n", by.move.words)
		case pays:
			fmt.Fprintf(&b, "  - pay: %s\n", by.move.payment())
		case silence, ordered, event:
			fmt.Fprintf(&b, "  - %s: %s\n", by.move.kind, by.move.words)
		default:
			fmt.Fprintf(&b, "  - %s: %s\n", by.move.kind, talk.Quoted(by.move.words))
		}
	}
	return b.Bytes()
}

// payment is a payment as a talk writes it.
func (m move) payment() string {
	if m.country == "" {
		return m.words
	}
	return "{how: " + m.words + ", country: " + talk.Quoted(m.country) + "}"
}

// givenFor is what must be so before the first turn: what the calls of the way give.
func givenFor(path []step) string {
	var calls []string
	replies := map[string][]string{}
	for _, by := range path {
		for _, r := range by.replies {
			if replies[r.call] == nil {
				calls = append(calls, r.call)
			}
			replies[r.call] = append(replies[r.call], r.written())
		}
	}
	for i, call := range calls {
		each := replies[call]
		calls[i] = call + ": [" + strings.Join(each, ", ") + "]"
		if len(slices.Compact(slices.Clone(each))) == 1 {
			calls[i] = call + ": " + each[0]
		}
	}
	if len(calls) == 0 {
		return ""
	}
	return "calls: {" + strings.Join(calls, ", ") + "}"
}

func (r reply) written() string {
	switch {
	case r.fails:
		return "{fails: true}"
	case r.never:
		return "{never: true}"
	}
	var gives []string
	for _, name := range r.names {
		text := value.Format(r.gives[name], nil, value.Locale{Language: "en"})
		gives = append(gives, name+": "+talk.Quoted(text))
	}
	return "{gives: {" + strings.Join(gives, ", ") + "}}"
}
