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

// Env is what a program runs against: the values of the names its scope had.
type Env interface {
	Value(name string) value.Value
	Locale() value.Locale
}

// Problem is something wrong in a source.
type Problem struct {
	From, To int    // byte offsets in the source
	Code     string // in kebab-case: unknown-name, type-mismatch ...
	Message  string // for somebody who is not a programmer
	Help     string // what to write instead; may be empty
}

// Read is one place where a source reads a name.
type Read struct {
	Name     string // as the scope knows it and Env is asked for it
	From, To int    // byte offsets of the name in the source
	// Guarded is true where it does no harm if the value is unknown: before `??`,
	// in known(...), in a comparison, or where a condition around it has made sure.
	Guarded bool
}

// Program is a compiled expression. It is immutable and may be shared.
type Program struct{}

// Compile checks and compiles an expression. The program is nil if there are
// problems.
func Compile(src string, s Scope) (*Program, []Problem) { return nil, nil }

// Type is the type of the result.
func (p *Program) Type() *value.Type { return nil }

// Eval is the result; unknown where something needed for it is.
func (p *Program) Eval(env Env) value.Value { return value.Value{} }

// True is the result as a condition: unknown is false.
func (p *Program) True(env Env) bool { return false }

// Reads lists the places where names are read, in the order of the source.
func (p *Program) Reads() []Read { return nil }

// Constant is the result, if it is the same for everybody at any time.
func (p *Program) Constant() (v value.Value, ok bool) { return value.Value{}, false }

// Proves lists the names that are surely known when the program, as a condition,
// is true (holds) or false.
func (p *Program) Proves(holds bool) []string { return nil }

// Assignable reports whether a result of type from can be kept in a field of type
// to. A number fits money if there is a currency.
func Assignable(to, from *value.Type, currency string) bool { return true }

// Convert makes of a result what a field of type to keeps: a number becomes an
// amount of the currency. Unknown where it does not fit.
func Convert(v value.Value, to *value.Type, currency string) value.Value { return v }

// Template is a compiled text. It is immutable and may be shared.
type Template struct{}

// CompileText compiles a text with light markup and `{{ expressions }}`. The
// template is nil if there are problems.
func CompileText(src string, s Scope) (*Template, []Problem) { return nil, nil }

// CompileLabel compiles the label of a button: `{{ expressions }}`, no markup.
func CompileLabel(src string, s Scope) (*Template, []Problem) { return nil, nil }

// Render puts in the values. The entities are the caller's to read, not to change.
func (t *Template) Render(env Env) Formatted { return Formatted{} }

// Reads lists the places where names are read, in the order of the source.
func (t *Template) Reads() []Read { return nil }

// Static reports whether the text is the same for everybody.
func (t *Template) Static() bool { return false }

// MinLength is the length of the fixed parts, in UTF-16 units.
func (t *Template) MinLength() int { return 0 }

// Formatted is a text as the Bot API wants it: plain, with entities beside it.
type Formatted struct {
	Text     string
	Entities []Entity
}

// Entity is a part of a text that looks different or leads somewhere:
// https://core.telegram.org/bots/api#messageentity
type Entity struct {
	Type   string // bold, italic, code or text_link
	Offset int    // in UTF-16 units
	Length int    // in UTF-16 units
	URL    string // of a text_link
}

// Nearest is the one of the names that was most likely meant; "" if none is near.
func Nearest(name string, among []string) string { return "" }

// UTF16Len is the length of s in UTF-16 units, which Telegram counts in.
func UTF16Len(s string) int { return len(s) }
