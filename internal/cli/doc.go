// Package cli is the command line: one file a command.
package cli
