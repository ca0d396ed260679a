package expr

import "repartee/flows/value"

// Sign says what a Formula is made of its parts.
type Sign uint8

// The signs. What `!=` says is the Not of an Equal, so that unknown keeps its meaning: it is false beside ==, true beside !=.
const (
	Fixed  Sign = iota // Holds: the same for everybody
	And                // all Parts hold
	Or                 // one of Parts holds
	Not                // Parts[0] does not hold
	If                 // Parts[0] ? Parts[1] : Parts[2]
	Known              // Terms[0] is known
	Truth              // Terms[0] is yes
	Equal              // Terms[0] == Terms[1]
	Less               // Terms[0] < Terms[1]
	AtMost             // Terms[0] <= Terms[1]
	Within             // Terms[0] in Terms[1]
)

// Formula is a condition taken apart, for those who reason about it without running it. It is immutable and says what Program.True gives: yes or no, never
// unknown.
type Formula struct {
	Sign  Sign
	Holds bool       // of Fixed
	Parts []*Formula // of And, Or, Not and If
	Terms []*Term    // of the others
	// Source is the part as it was written, for messages; two parts of one scope with the same source say the same.
	Source string
}

// Formula takes the program apart as a condition.
func (p *Program) Formula() *Formula {
	t := taker{src: p.src, currency: p.money}
	return t.formula(p.root)
}

// fixed is a formula that holds for everybody, or for nobody.
func fixed(holds bool, source string) *Formula {
	return &Formula{Sign: Fixed, Holds: holds, Source: source}
}

// Negated is the opposite of a formula.
func (f *Formula) Negated() *Formula {
	switch f.Sign {
	case Fixed:
		return fixed(!f.Holds, "not ("+f.Source+")")
	case Not:
		return f.Parts[0]
	default:
		return &Formula{Sign: Not, Parts: []*Formula{f}, Source: "not (" + f.Source + ")"}
	}
}

// Names lists the names that the formula reads, as they were written (`item.price`), each once, in the order of the source.
func (f *Formula) Names() []string {
	var names []string
	f.walk(func(t *Term) { names = appendNew(names, t.names...) })
	return names
}

// walk calls see with the outermost terms of a formula.
func (f *Formula) walk(see func(*Term)) {
	for _, part := range f.Parts {
		part.walk(see)
	}
	for _, term := range f.Terms {
		see(term)
	}
}

// eval is the formula for an Env; a term that is opaque runs as it was compiled.
func (f *Formula) eval(env Env) bool {
	switch f.Sign {
	case Fixed:
		return f.Holds
	case And, Or:
		for _, part := range f.Parts {
			if part.eval(env) == (f.Sign == Or) {
				return f.Sign == Or
			}
		}
		return f.Sign == And
	case Not:
		return !f.Parts[0].eval(env)
	case If:
		if f.Parts[0].eval(env) {
			return f.Parts[1].eval(env)
		}
		return f.Parts[2].eval(env)
	default:
		values := make([]value.Value, len(f.Terms))
		for i, term := range f.Terms {
			values[i] = term.eval(env)
		}
		return f.Of(values...)
	}
}

// Of tells whether a formula about terms holds, given the values of its terms.
func (f *Formula) Of(values ...value.Value) bool {
	v := values[0]
	switch f.Sign {
	case Known:
		return v.Known()
	case Truth:
		return v.AsBool()
	case Equal:
		return v.Known() && value.Equal(v, values[1])
	case Less, AtMost:
		order, ok := value.Compare(v, values[1])
		return ok && (order < 0 || order == 0 && f.Sign == AtMost)
	case Within:
		return v.Known() && contains(values[1].AsList(), v)
	default:
		return false
	}
}

func contains(list []value.Value, v value.Value) bool {
	for i := range list {
		if value.Equal(v, list[i]) {
			return true
		}
	}
	return false
}

// Is is the formula that a name, which the scope knows as a whole, has a value.
func Is(name string, typ *value.Type, v value.Value) *Formula {
	terms := []*Term{
		{Kind: Name, Name: name, Base: name, Type: typ, Source: name, names: []string{name}, run: func(env Env) value.Value { return env.Value(name) }},
		{Kind: Constant, Value: v, Type: typ},
	}
	return &Formula{Sign: Equal, Terms: terms, Source: name + " == " + string(v.AppendJSON(nil))}
}
