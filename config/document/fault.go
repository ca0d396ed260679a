package document

// Fault is one thing that is wrong with the YAML of a file.
type Fault struct {
	Range
	Code    string // yaml-syntax, yaml-garbled, table-syntax, anchor, second-document, empty-file, not-utf8
	Message string
	Help    string
}

// Range is a part of one line of the file. All numbers begin with 1; columns count runes, and End is the column behind the last one.
type Range struct {
	Line, Col, End int
}

// The codes of faults.
const (
	Syntax         = "yaml-syntax"
	Garbled        = "yaml-garbled"
	TableSyntax    = "table-syntax"
	Anchor         = "anchor"
	SecondDocument = "second-document"
	EmptyFile      = "empty-file"
	NotUTF8        = "not-utf8"
	TooLarge       = "too-large"
)
