// Package steps holds the built-in kinds of step, one a file: its struct, whose fields are its keys in YAML, what it does (Run) and what it checks (Check).
// steps.go is the list of them. The flows behind /help, /language and the like are made of kinds too, see builtin.go.
package steps
