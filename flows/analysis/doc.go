// Package analysis is what can be proved of a compiled set without playing it: where the talk can go, what is known where, what each answer matters for, and what
// kind of interaction each flow is. It is pure; the rules of `check` are in package rules, each on top of one View.
//
// In reading order: a View (view.go) has the ways between flows (graph.go), the conditions under which an outcome comes about (conditions.go) and what it makes of
// fields (effects.go). From these comes what is known at each step over all ways (knowledge.go, solve.go, relation.go): one pass over each flow, linear in its
// size. Where that is not sure, single ways are walked that do not contradict themselves (walk.go, walked.go), and told as talks (transcript.go): for values
// that are unknown where they are read (gaps.go, reckoned.go), goals that are missed (goal.go), questions before them (effort.go), ends without a word (silent.go),
// loops that cannot be left (loops.go, captured.go). What depends on an answer is followed from the question on (influence.go, live.go, columns.go), and makes the
// kind of interaction (kind.go).
package analysis
