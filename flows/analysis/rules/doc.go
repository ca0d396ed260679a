// Package rules is what `check` holds a dialogue to. A rule is one file and one line in a list; it looks at a View and reports what it finds. Its page is what
// `repartee explain` shows, and its two examples are its test: the faulty one must be found, the mended one must not.
package rules
