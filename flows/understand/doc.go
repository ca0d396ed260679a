// Package understand finds out what a customer means: which trigger their words
// are, and how sure that is.
//
// An [Index] is built once for all phrases of a set of flows; [Index.Best] then
// answers for any words with the trigger and a score between 0 and 1. Whoever
// asks acts on scores of [Threshold] and above.
package understand
