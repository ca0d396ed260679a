// Package analysis is what can be proved of a compiled set without playing it: where the talk can go, what is known where, what each answer matters for, and what
// kind of interaction each flow is. It is pure; the rules of `check` are in package rules, each on top of one View.
package analysis
