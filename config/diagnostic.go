package config

import (
	"cmp"
	"path"
	"slices"
)

// Severity says whether a folder with the diagnostic can be used.
type Severity string

// An Error stops the folder from being used; a Warning is shown and it is used all the same.
const (
	Error   Severity = "error"
	Warning Severity = "warning"
)

// Diagnostic is one thing that is wrong with a folder, at its place. Lines and columns begin with 1, columns count runes, and EndCol is the column behind the
// last one that is meant.
type Diagnostic struct {
	File     string   `json:"file"` // within the folder, with slashes
	Line     int      `json:"line"`
	Col      int      `json:"col"`
	EndCol   int      `json:"end_col"`
	Severity Severity `json:"severity"`
	Code     string   `json:"code"`    // in kebab-case; stable
	Message  string   `json:"message"` // further lines, as of a transcript, stand below the first
	Help     string   `json:"help,omitempty"`
	Source   string   `json:"source,omitempty"` // the line as written
}

// Diagnostics are all that is wrong with a folder, by file, line and column.
type Diagnostics []Diagnostic

// HasErrors tells whether one of them is an Error.
func (ds Diagnostics) HasErrors() bool {
	return slices.ContainsFunc(ds, func(d Diagnostic) bool { return d.Severity == Error })
}

// With gives these and others as one.
func (ds Diagnostics) With(others Diagnostics) Diagnostics { return slices.Concat(ds, others).sorted() }

// Under gives the same with the files named from outside of the folder, for whoever checks several folders.
func (ds Diagnostics) Under(dir string) Diagnostics {
	under := slices.Clone(ds)
	for i := range under {
		under[i].File = path.Join(dir, under[i].File)
	}
	return under
}

// sorted puts them in the order of files, and leaves out what is said twice of the same place.
func (ds Diagnostics) sorted() Diagnostics {
	slices.SortStableFunc(ds, func(a, b Diagnostic) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Col, b.Col), cmp.Compare(a.Code, b.Code), cmp.Compare(a.Message, b.Message))
	})
	return slices.CompactFunc(ds, func(a, b Diagnostic) bool { return a == b })
}
