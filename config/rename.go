package config

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"repartee/flows"
	"repartee/flows/steps"
)

// Renamable says in plain words why a name cannot be changed, whatever the new one is; nil where it can.
func (l *Loaded) Renamable(m Mention) error {
	switch m.of.sort {
	case NameFlow, NameStep, NameField, NameOption, NameGoal, NameItem, NamePhrase, NameCall, NameFAQ:
	default:
		return fmt.Errorf("%s `%s` cannot be renamed here; change it by hand, and `check` finds what is left", m.of.sort, m.of.name)
	}
	if isBuiltin(m.of.sort, m.of.name) {
		return fmt.Errorf("`%s` stands for what is built in; under another name it would be something else", m.of.name)
	}
	return nil
}

// isBuiltin tells of a name that means something to the bot itself.
func isBuiltin(sort NameSort, name string) bool {
	switch sort {
	case NameFlow:
		return slices.ContainsFunc(steps.Builtin(), func(f *flows.Flow) bool { return string(f.ID) == name })
	case NameField:
		return name == "language" || name == "time_zone"
	case NamePhrase:
		return flows.IsBuiltinPhrase(name)
	}
	return false
}

// Rename gives the changes that give something another name, in all files. Where customers may stand at it, or have chosen it, the old name is kept behind `was`. The
// error says in plain words why it cannot be. Loaded is what the workspace has read last.
func (w *Workspace) Rename(l *Loaded, m Mention, to string) ([]Change, error) {
	all := l.mentioned()
	r := &renaming{Loaded: l, mentions: all.all, doubtful: all.doubtful, of: []called{m.of}, from: m.of.name, to: to}
	if err := r.refused(m); err != nil {
		return nil, err
	}
	r.link()
	for _, mention := range r.mentions {
		if slices.Contains(r.of, mention.of) {
			r.put(mention.Range, to)
		}
	}
	if err := r.keepFormer(); err != nil {
		return nil, err
	}
	r.pin()
	if err := r.follow(w); err != nil {
		return nil, err
	}
	return r.changes, nil
}

// renaming is a name that is being changed.
type renaming struct {
	*Loaded
	mentions []Mention
	doubtful []doubt
	of       []called // what gets the new name: beside what is meant, steps that are known by it
	from, to string
	changes  []Change
}

func (r *renaming) refused(m Mention) error {
	if err := r.Renamable(m); err != nil {
		return err
	}
	taken := slices.IndexFunc(r.mentions, func(other Mention) bool {
		return other.of == called{m.of.sort, m.of.of, r.to} && other.Defines
	})
	switch {
	case !isID(r.to):
		return fmt.Errorf("`%s` is no name: write a-z, 0-9 and _, as `%s`", r.to, idLike(r.to))
	case r.to == r.from:
		return fmt.Errorf("it is called `%s` already", r.to)
	case taken >= 0:
		at := r.mentions[taken].Range
		return fmt.Errorf("`%s` is taken by another %s, in line %d of %s", r.to, m.of.sort, at.Line, at.File)
	case (r.to == "next" || r.to == "end") && (m.of.sort == NameStep || m.of.sort == NameFlow):
		return fmt.Errorf("`%s` has a meaning of its own; choose another name", r.to)
	case isBuiltin(m.of.sort, r.to):
		return fmt.Errorf("`%s` is built in; choose another name", r.to)
	}
	return nil
}

// link adds what cannot keep its name then: the steps that are known by it without an id of their own, and options that are held against the ids of items.
func (r *renaming) link() {
	for _, sort := range []NameSort{NameItem, NameOption} {
		if also := idOf(r.of[0], sort); r.of[0].sort != sort && also.sort != "" {
			r.of = append(r.of, also)
		}
	}
	places := map[Range]bool{}
	for _, mention := range r.mentions {
		if mention.of == r.of[0] {
			places[mention.Range] = true
		}
	}
	for _, mention := range r.mentions {
		if mention.of.sort == NameStep && mention.Defines && places[mention.Range] && !slices.Contains(r.of, mention.of) {
			r.of = append(r.of, mention.of)
		}
	}
}

// idOf is the item or the option that has the same id, where the two are held against each other.
func idOf(of called, sort NameSort) called {
	switch {
	case of.sort == NameItem && sort == NameOption:
		return called{NameOption, itemsOwner, of.name}
	case of.sort == NameOption && of.of == itemsOwner && sort == NameItem:
		return called{NameItem, "", of.name}
	}
	return called{}
}

// put changes a place, once.
func (r *renaming) put(at Range, text string) {
	if change := (Change{at, text}); !slices.Contains(r.changes, change) {
		r.changes = append(r.changes, change)
	}
}

// drop takes back what was changed at a place.
func (r *renaming) drop(at Range) {
	r.changes = slices.DeleteFunc(r.changes, func(c Change) bool { return c.Range == at })
}

// follow reads the folder as it would be then: nothing may be wrong with it, and the translations of texts are to be found in their new places.
func (r *renaming) follow(w *Workspace) error {
	loaded, found := w.changed(r.Files, r.changes).Load()
	if loaded.Set == nil {
		for _, d := range found {
			if d.Severity == Error {
				return fmt.Errorf("then %s:%d is wrong: %s", d.File, d.Line, strings.TrimSpace(d.Message))
			}
		}
		return errors.New("then the files cannot be read any more")
	}
	before, after := r.inReadingOrder(r.Set.Texts()), loaded.inReadingOrder(loaded.Set.Texts())
	if len(before) != len(after) {
		return fmt.Errorf("with this name other texts are taken for the same; choose another name than `%s`", r.to)
	}
	now := map[string]string{}
	for i := range before {
		movedTo(now, before[i].At, after[i].At)
	}
	r.moveTranslations(now)
	r.settle(w)
	return nil
}
