// Package expr holds the two small languages inside YAML: expressions, such as
// the condition `budget < 100 and known(brew)`, and texts with light markup and
// `{{ expressions }}`.
//
// [Compile] checks an expression against a [Scope], which tells names from
// misspellings and gives their types, and makes a [Program] of it; [CompileText]
// and [CompileLabel] make a [Template] of a text. Everything that is wrong is
// reported as a [Problem] with its place, a sentence for somebody who is not a
// programmer, and what to write instead. What compiled runs against an [Env],
// always ends, and never fails: what cannot be reckoned is unknown.
//
// A value put into a text is data. It never becomes markup, and in a link it is
// percent-encoded: [Template.Render] gives plain text with entities beside it.
package expr
