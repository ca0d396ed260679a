package expr

import "repartee/flows/value"

// Scope is what an expression may name.
type Scope interface {
	// Lookup gives the type of a name, or nil if there is none. A dotted name is
	// asked for as a whole first; what is not found so is looked for in the
	// Fields of the type of its beginning.
	Lookup(name string) *value.Type
	// Names lists what Lookup finds, for "did you mean".
	Names() []string
	// Currency is the bot's currency, which a bare number beside money is in.
	Currency() string
}

// Env is what a program runs against.
type Env interface {
	// Value is the value of a name that the scope had; unknown if it has none now.
	Value(name string) value.Value
	// Locale is the customer's.
	Locale() value.Locale
}

// Read is one place where a source reads a name.
type Read struct {
	Name     string // as the scope knows it and Env is asked for it
	From, To int    // byte offsets in the source, with what follows the name by dots
	// Guarded is true where it does no harm if the value is unknown: before `??`,
	// in known(...) or a comparison, or where a condition around it makes sure
	// that it is known.
	Guarded bool
}
