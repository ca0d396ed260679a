package expr

import (
	"slices"
	"strings"

	"repartee/flows/value"
)

// Renamed is the formula with other names, and other values in what it holds names against, for those who compare conditions of two versions. name gives the new
// name for one that the scope knew; constant the new value for one that stands beside some of these names, which are given as they are called now.
func (f *Formula) Renamed(name func(base string) string, constant func(v value.Value, beside []string) value.Value) *Formula {
	r := renamer{name, constant}
	return r.formula(f)
}

type renamer struct {
	name     func(string) string
	constant func(value.Value, []string) value.Value
}

func (r renamer) formula(f *Formula) *Formula {
	now := *f
	now.Parts = make([]*Formula, len(f.Parts))
	for i, part := range f.Parts {
		now.Parts[i] = r.formula(part)
	}
	var beside []string
	for _, term := range f.Terms {
		beside = appendNew(beside, r.bases(term)...)
	}
	now.Terms = make([]*Term, len(f.Terms))
	for i, term := range f.Terms {
		now.Terms[i] = r.term(term, beside)
	}
	return &now
}

// bases are the names that a term gives the value of, as they are called now.
func (r renamer) bases(t *Term) []string {
	if t.Kind == Name {
		return []string{r.name(t.Base)}
	}
	var all []string
	for _, arg := range t.Args {
		all = append(all, r.bases(arg)...)
	}
	return all
}

func (r renamer) term(t *Term, beside []string) *Term {
	now := *t
	switch t.Kind {
	case Constant:
		now.Value = r.constant(t.Value, beside)
		return &now
	case Name:
		now.Base = r.name(t.Base)
		now.Name = now.Base + strings.TrimPrefix(t.Name, t.Base)
		if now.Source == t.Name {
			now.Source = now.Name
		}
	}
	now.names = slices.Clone(t.names)
	for i, name := range now.names {
		base, rest, _ := strings.Cut(name, ".")
		if rest != "" {
			rest = "." + rest
		}
		now.names[i] = r.name(base) + rest
	}
	now.Args = make([]*Term, len(t.Args))
	for i, arg := range t.Args {
		now.Args[i] = r.term(arg, beside)
	}
	if t.If != nil {
		now.If = r.formula(t.If)
	}
	return &now
}
