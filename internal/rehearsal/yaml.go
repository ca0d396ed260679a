package rehearsal

import (
	"bytes"
	"fmt"
	"strings"

	"repartee/flows/talk"
)

// yaml is the talk as a marketer would write it.
func (s *script) yaml() []byte {
	var b bytes.Buffer
	fmt.Fprintf(&b, "talk: %s\n", talk.Quoted(strings.NewReplacer("_", " ", "-", " ").Replace(s.talk.Name)))
	if len(s.talk.Languages) > 0 {
		fmt.Fprintf(&b, "languages: [%s]\n", strings.Join(s.talk.Languages, ", "))
	}
	given := []string{"name: " + talk.Quoted(s.talk.Given.Name), "clock: " + s.talk.Given.Clock}
	if calls := callsYAML(s.talk.Given.Calls); calls != "" {
		given = append(given, calls)
	}
	fmt.Fprintf(&b, "given: {%s}\nturns:\n", strings.Join(given, ", "))
	for i := range s.talk.Turns {
		fmt.Fprintf(&b, "  - %s\n", lineYAML(&s.talk.Turns[i]))
	}
	return b.Bytes()
}

// lineYAML is one line of a talk.
func lineYAML(t *talk.Turn) string {
	switch {
	case t.Bot != nil:
		return "bot: " + talk.Quoted(t.Bot.In(""))
	case t.They != nil:
		return "they: " + talk.Quoted(t.They.In(""))
	case t.Tap != nil:
		return "tap: " + talk.Quoted(t.Tap.In(""))
	case t.Contact != "":
		return "contact: " + talk.Quoted(t.Contact)
	case t.Photo != "":
		return "photo: " + talk.Quoted(t.Photo)
	case t.Voice != "":
		return "voice: " + talk.Quoted(t.Voice)
	case t.File != "":
		return "file: " + talk.Quoted(t.File)
	case t.Location != "":
		return "location: " + talk.Quoted(t.Location)
	case t.React != "":
		return "react: " + talk.Quoted(t.React)
	case t.Event != "":
		return "event: " + t.Event
	case t.Order != "":
		return "order: " + t.Order
	case t.Pay != nil:
		return "pay: " + payYAML(t.Pay)
	}
	return "after: " + lasts(t.After.Span)
}

func payYAML(p *talk.PayTurn) string {
	parts := []string{"how: " + string(p.How)}
	for _, part := range [][2]string{{"country", p.Country}, {"post_code", p.PostCode}, {"way", p.Way}, {"tip", p.Tip}} {
		if part[1] != "" {
			parts = append(parts, part[0]+": "+talk.Quoted(part[1]))
		}
	}
	if len(parts) == 1 {
		return string(p.How)
	}
	return "{" + strings.Join(parts, ", ") + "}"
}

func callsYAML(stubs []talk.Stub) string {
	calls := make([]string, len(stubs))
	for i, stub := range stubs {
		replies := make([]string, len(stub.Each))
		for k, reply := range stub.Each {
			replies[k] = replyYAML(reply)
		}
		calls[i] = stub.Name + ": [" + strings.Join(replies, ", ") + "]"
	}
	if len(calls) == 0 {
		return ""
	}
	return "calls: {" + strings.Join(calls, ", ") + "}"
}

func replyYAML(r talk.Reply) string {
	if r.Fails {
		return "{fails: true}"
	}
	gives := make([]string, len(r.Gives))
	for i, v := range r.Gives {
		text := talk.Quoted(v.Text)
		if v.List != nil {
			list := make([]string, len(v.List))
			for k, entry := range v.List {
				list[k] = talk.Quoted(entry)
			}
			text = "[" + strings.Join(list, ", ") + "]"
		}
		gives[i] = v.Name + ": " + text
	}
	return "{gives: {" + strings.Join(gives, ", ") + "}}"
}
