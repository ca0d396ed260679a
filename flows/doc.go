// Package flows is the dialogue: what a flow is, and what one turn does. It is pure: no I/O, no clock, no YAML, no Telegram; all of that comes in and goes out
// as values.
//
// In reading order: a Source is a set as written (set.go, flow.go, with the recurring forms of forms.go); Compile checks it and makes a Set (compile*.go). A Flow
// is a list of Steps, each with the Body of its Kind (kind.go; the built-in kinds are in package steps). An Engine takes a State (session and contact, state.go),
// an Input and the Facts, runs one Turn and gives the new State with Effects and Events (engine.go). What an input means where the talk stands is in
// understanding.go; what happens when an answer does not fit, or the customer wants back, in repair.go; another flow in between in interruption.go.
package flows
