// Package explain has a page for each finding of `check`: what it means, why it hurts customers, how to mend it, and an example. The rules about dialogues carry their
// pages themselves (package rules); here are those of what stops a folder from being read and compiled, and the two as one.
package explain
