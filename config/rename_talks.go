package config

import (
	"slices"
	"strings"

	"repartee/flows"
	"repartee/flows/talk"
)

// settle finds out by playing which of the names in talks are meant that several things have: where a talk fails at such a line, it is given the new name there.
func (r *renaming) settle(w *Workspace) {
	open := slices.DeleteFunc(slices.Clone(r.doubtful), func(d doubt) bool {
		return !slices.ContainsFunc(d.of, func(of called) bool { return slices.Contains(r.of, of) })
	})
	for len(open) > 0 {
		loaded, _ := w.changed(r.Files, r.changes).Load()
		if loaded.Set == nil {
			return
		}
		rest := r.settled(loaded, open)
		if len(rest) == len(open) {
			return
		}
		open = rest
	}
}

// settled plays the talks that something is open in, and gives what is open after that.
func (r *renaming) settled(loaded *Loaded, open []doubt) []doubt {
	for i := range loaded.Talks {
		t := &loaded.Talks[i]
		if !slices.ContainsFunc(open, func(d doubt) bool { return liesIn(d.ref, t.Ref) }) {
			continue
		}
		failed, ok := firstFailure(loaded.Set, t)
		if !ok {
			continue
		}
		open = slices.DeleteFunc(open, func(d doubt) bool {
			at, written := r.places.span(d.ref)
			if !written || !liesIn(d.ref, failed) && !liesIn(failed, d.ref) {
				return false
			}
			p := at.doc.Span(at.node, len(d.behind), len(d.behind)+len(r.from))
			r.put(Range{at.doc.Name, p.Line, p.Col, p.End}, r.to)
			return true
		})
	}
	return open
}

// firstFailure plays a talk in its languages up to where it fails.
func firstFailure(set *flows.Set, t *talk.Talk) (flows.Ref, bool) {
	languages := t.Languages
	if len(languages) == 0 {
		languages = []string{""}
	}
	for _, language := range languages {
		if played := talk.Play(set, t, language); len(played.Failures) > 0 {
			return played.Failures[0].Ref, true
		}
	}
	return flows.Ref{}, false
}

// liesIn tells whether a Ref is the other one or lies in it.
func liesIn(ref, outer flows.Ref) bool {
	return ref.Flow == outer.Flow && (ref.Path == outer.Path || strings.HasPrefix(ref.Path, outer.Path+"."))
}
