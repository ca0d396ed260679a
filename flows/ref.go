package flows

import "strings"

// Ref says where in the marketer's files something stands, without knowing any file: the flow, and the way to the value through the keys that were written
// ("steps.2.do.0.text"). In bot.yaml and in the texts of a language Flow is empty and the path begins with the file's own name for itself. From and To are
// byte offsets within the value's text, both zero for all of it. config alone turns a Ref into file, line and column.
type Ref struct {
	Flow     string `json:"flow,omitempty"`
	Path     string `json:"path"`
	From, To int    `json:"-"`
}

// At is the Ref of something below: At("text") of steps.2 is steps.2.text.
func (r Ref) At(parts ...string) Ref {
	path := strings.Join(parts, ".")
	if r.Path != "" {
		path = r.Path + "." + path
	}
	return Ref{Flow: r.Flow, Path: path}
}

// Span narrows the Ref to a part of the value's text.
func (r Ref) Span(from, to int) Ref {
	r.From, r.To = from, to
	return r
}

// Severity says whether a set with the problem may run.
type Severity uint8

// An Error stops the set from being used; a Warning is shown and the set runs.
const (
	Error Severity = iota
	Warning
)

// Problem is one thing that is wrong with a set, told for a marketer.
type Problem struct {
	Ref      Ref
	Severity Severity
	Code     string // kebab-case, stable: what `explain` and a golden are known by
	Message  string // what is wrong
	Help     string // what to do; "did you mean"
}
