// Package talk plays conversations against a set and compares what the bot says: the marketers' tests, the examples' proof and the engine's own tests.
// A talk has a virtual clock, every state goes through JSON between two turns, and no I/O happens.
package talk
