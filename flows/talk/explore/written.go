package explore

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"repartee/flows"
	"repartee/flows/talk"
	"repartee/flows/value"
)

// write writes the talk to each finding.
func (f *findings) write(w *walk) {
	for i := range f.all {
		f.all[i].Talk = w.talkTo(&f.all[i], pathTo(f.spots[i], f.by[i])).YAML()
	}
}

// pathTo is what was done on the way to a state, and last of all.
func pathTo(s *spot, last *step) []step {
	var path []step
	if last != nil {
		path = append(path, *last)
	}
	for ; s != nil; s = s.from {
		path = append(path, s.by)
	}
	slices.Reverse(path)
	return path
}

// talkTo writes the way to a finding as a talk. It is gone once more, so that each tap names its button as talks do.
func (w *walk) talkTo(f *Finding, path []step) *talk.Talk {
	at := f.Flow
	if f.Step != "" {
		at += "." + f.Step
	}
	t := &talk.Talk{Name: string(f.Kind) + " at " + at, Given: talk.Given{Calls: callsOf(path)}}
	if w.language != w.set.Languages[0] {
		t.Languages = []string{w.language}
	}
	c := w.root()
	for _, by := range path {
		switch by.move.kind {
		case begins:
			continue
		case soldOut:
			c, t.Given.Stock = w.bare(), nothingLeft(w.set)
			continue
		}
		t.Turns = append(t.Turns, by.move.line(c))
		jobs := outside{set: w.set, world: by.world}
		c.Answer(jobs.answer)
		_, _ = w.make(c, by.move) // what fails is the last, or may fail
	}
	return t
}

// line is a move as a talk has it.
func (m move) line(c *talk.Conversation) talk.Turn {
	switch m.kind {
	case tapped:
		return talk.Turn{Tap: m.tap(c)}
	case photo:
		return talk.Turn{Photo: m.words}
	case voice:
		return talk.Turn{Voice: m.words}
	case file:
		return talk.Turn{File: m.words}
	case place:
		return talk.Turn{Location: m.words}
	case event:
		return talk.Turn{Event: m.words}
	case pays:
		return talk.Turn{Pay: &talk.PayTurn{How: talk.PayHow(m.words), Country: m.country}}
	case ordered:
		return talk.Turn{Order: m.words}
	case restock:
		return talk.Turn{Stock: talk.Values{{Name: m.words, Text: "0"}}}
	case silence:
		return talk.Turn{After: &flows.Duration{Span: m.wait}}
	}
	return talk.Turn{They: talk.InAll(m.words)}
}

// tap names the button: by its label, unless another of the message is called so, and by how many messages with such a button are newer.
func (m move) tap(c *talk.Conversation) *talk.Tap {
	tap := &talk.Tap{Button: *talk.InAll(m.words)}
	for _, name := range m.names {
		older, ok := c.Older(m.message, m.button, name)
		switch {
		case ok && older == 0:
			return &talk.Tap{Button: *talk.InAll(name)}
		case ok && tap.Older == 0:
			tap = &talk.Tap{Button: *talk.InAll(name), Older: older}
		}
	}
	return tap
}

// callsOf is what the calls of the way give.
func callsOf(path []step) []talk.Stub {
	var calls []talk.Stub
	for _, by := range path {
		for _, r := range by.replies {
			at := slices.IndexFunc(calls, func(s talk.Stub) bool { return s.Name == r.call })
			if at < 0 {
				calls, at = append(calls, talk.Stub{Name: r.call}), len(calls)
			}
			calls[at].Each = append(calls[at].Each, r.written())
		}
	}
	return calls
}

func (r reply) written() talk.Reply {
	written := talk.Reply{Fails: r.fails, Never: r.never}
	for _, name := range r.names {
		text := value.Format(r.gives[name], nil, value.Locale{Language: "en"})
		written.Gives = append(written.Gives, talk.Value{Name: name, Text: text})
	}
	return written
}

// nothingLeft is the stock of a talk in which everything is sold out.
func nothingLeft(set *flows.Set) talk.Values {
	var none talk.Values
	for _, key := range slices.SortedFunc(maps.Keys(set.StockSeed()), cmp.Compare) {
		_, item, _ := strings.Cut(key, ".") // behind the catalog
		none = append(none, talk.Value{Name: item, Text: "0"})
	}
	return none
}
