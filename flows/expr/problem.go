package expr

import "fmt"

// Problem is something wrong in a source, for its author to read.
type Problem struct {
	From, To int    // byte offsets in the source
	Code     string // in kebab-case; one of the codes below
	Message  string // for somebody who is not a programmer
	Help     string // what to write instead; may be empty
}

// The codes of problems.
const (
	CodeSyntax          = "syntax"
	CodeTooLong         = "too-long"
	CodeTooDeep         = "too-deep"
	CodeUnknownName     = "unknown-name"
	CodeUnknownFunction = "unknown-function"
	CodeWrongArguments  = "wrong-arguments"
	CodeTypeMismatch    = "type-mismatch"
	CodeNotACondition   = "not-a-condition"
	CodeNotAnOption     = "not-an-option"
	CodeCompareUnknown  = "compare-unknown"
	CodeUnclosedBraces  = "unclosed-braces"
	CodeUnclosedMarkup  = "unclosed-markup"
	CodeUnsafeLink      = "unsafe-link"
)

func problemAt(from, to int, code, message string, args ...any) Problem {
	return Problem{From: from, To: to, Code: code, Message: fmt.Sprintf(message, args...)}
}

func (p Problem) withHelp(help string, args ...any) Problem {
	p.Help = fmt.Sprintf(help, args...)
	return p
}
