package expr

import (
	"strings"

	"repartee/flows/value"
)

// With is the formula where some names are bound to what env gives for them: what reads nothing else is worked out, and what no longer matters is left out.
func (f *Formula) With(env Env, bound func(name string) bool) *Formula {
	switch f.Sign {
	case Fixed:
		return f
	case Not:
		if part := f.Parts[0].With(env, bound); part.Sign == Fixed {
			return fixed(!part.Holds, f.Source)
		} else if part != f.Parts[0] {
			return &Formula{Sign: Not, Parts: []*Formula{part}, Source: f.Source}
		}
		return f
	case And, Or:
		return f.joinedWith(env, bound)
	case If:
		test := f.Parts[0].With(env, bound)
		if test.Sign != Fixed {
			return &Formula{Sign: If, Parts: []*Formula{test, f.Parts[1].With(env, bound), f.Parts[2].With(env, bound)}, Source: f.Source}
		}
		if test.Holds {
			return f.Parts[1].With(env, bound)
		}
		return f.Parts[2].With(env, bound)
	default:
		return f.aboutWith(env, bound)
	}
}

// joinedWith is With for And and Or.
func (f *Formula) joinedWith(env Env, bound func(name string) bool) *Formula {
	var parts []*Formula
	for _, part := range f.Parts {
		part = part.With(env, bound)
		if part.Sign == Fixed && part.Holds == (f.Sign == Or) {
			return part
		}
		if part.Sign != Fixed {
			parts = append(parts, part)
		}
	}
	switch len(parts) {
	case 0:
		return fixed(f.Sign == And, f.Source)
	case 1:
		return parts[0]
	}
	return &Formula{Sign: f.Sign, Parts: parts, Source: f.Source}
}

// aboutWith is With for what is said of terms.
func (f *Formula) aboutWith(env Env, bound func(name string) bool) *Formula {
	terms, changed, left := make([]*Term, len(f.Terms)), false, 0
	for i, term := range f.Terms {
		terms[i] = term.with(env, bound)
		changed = changed || terms[i] != term
		if terms[i].Kind != Constant {
			left++
		}
	}
	switch {
	case left == 0:
		return fixed(f.eval(env), f.Source)
	case !changed:
		return f
	}
	return &Formula{Sign: f.Sign, Terms: terms, Source: f.Source}
}

func (t *Term) with(env Env, bound func(name string) bool) *Term {
	if t.Kind == Constant || !t.readsAny(bound) {
		return t
	}
	if t.readsOnly(bound) {
		return &Term{Kind: Constant, Value: t.eval(env), Type: t.Type, Source: t.Source}
	}
	made := *t
	if t.Kind == Opaque { // of other values it is another term
		for _, name := range t.names {
			if bound(name) {
				made.Source += " " + name + "=" + string(valueOf(env, name).AppendJSON(nil))
			}
		}
	}
	made.Args = make([]*Term, len(t.Args))
	for i, arg := range t.Args {
		made.Args[i] = arg.with(env, bound)
	}
	if t.If != nil {
		made.If = t.If.With(env, bound)
	}
	made.names = nil
	for _, name := range t.names {
		if !bound(name) {
			made.names = append(made.names, name)
		}
	}
	return &made
}

// valueOf is the value of a name as it was written: a part of what the longest beginning stands for that env knows.
func valueOf(env Env, name string) value.Value {
	for end := len(name); end > 0; end = strings.LastIndexByte(name[:end], '.') {
		v := env.Value(name[:end])
		if !v.Known() {
			continue
		}
		for part := range strings.SplitSeq(strings.TrimPrefix(name[end:], "."), ".") {
			if part != "" {
				v = v.Field(part)
			}
		}
		return v
	}
	return value.Value{}
}

func (t *Term) readsAny(bound func(name string) bool) bool {
	for _, name := range t.names {
		if bound(name) {
			return true
		}
	}
	return false
}

// readsOnly tells of a term that reads names, and only bound ones. One that reads none is opaque for another reason, as the customer's language.
func (t *Term) readsOnly(bound func(name string) bool) bool {
	for _, name := range t.names {
		if !bound(name) {
			return false
		}
	}
	return len(t.names) > 0
}
