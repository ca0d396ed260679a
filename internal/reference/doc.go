// Package reference writes docs/reference: what may stand in the files of a bot, what can be wrong with them, and what the program says and tells. It takes all of
// that from where it is defined: the tags of the Go types that files are decoded into, the lists of functions, phrases and events, the help of the commands. So the
// pages cannot say anything else than the program does; a test fails where they are stale.
package reference
