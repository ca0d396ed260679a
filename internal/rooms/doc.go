// Package rooms has nothing but a test: that each package imports what its place in the house allows. docs/architecture.md says why.
package rooms
