// Package bench measures Repartee against the floor: a bot that is written by hand for one conversation, on the same library and the same Redis, with a GET, a
// switch, a SET and a send for each update, and nothing else: no flows, no outbox, no memory of updates, no repetition.
//
// Each of the two is a process of its own (ours, floor), so that its CPU time is its own; the test is Telegram and the customers. They are run in turn, in pairs,
// and compared by the median of the pairs' ratios: single runs on a shared machine differ by a third.
package bench
