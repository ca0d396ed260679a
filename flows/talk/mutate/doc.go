// Package mutate tells how much the talks of a bot would notice: it makes small changes to the flows as they are written, one at a time (a condition the other way
// round, a retry or a check less, two arms exchanged, a target changed, a value not set, a limit shifted by the smallest step that matters), and sees whether a talk
// that goes through the place fails then. What no talk notices could be broken tomorrow without anybody knowing.
//
// It knows the changes (Changes) and who could notice one (Audience). Compiling a changed set is the caller's: a Source cannot be used twice.
package mutate
