// Package flows is the dialogue: what a flow is, and what one turn does. It is pure: no I/O, no clock, no YAML, no Telegram; all of that comes in and goes out
// as values.
//
// In reading order: a Source is a set as written (set.go, flow.go, with the recurring forms of forms.go); Compile checks it and makes a Set (compile*.go, flow by flow: part.go). A Flow
// is a list of Steps, each with the Body of its Kind (kind.go; the built-in kinds are in package steps). An Engine takes a State (session and contact, state.go),
// an Input and the Facts, runs one Turn and gives the new State with Effects and Events (engine.go). What an input means where the talk stands is in
// understanding.go, with buttons in pressing.go and pictures in sent.go; what becomes of an answer in choosing.go, what happens when it does not fit in repair.go, and when
// the customer wants back in back.go and depends.go. Another flow in between is in interruption.go, flows that wait in waiting.go, work outside in jobs.go.
package flows
