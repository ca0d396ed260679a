// Package impact tells what new files do to people who are in the middle of something, before they do it: which open questions stay, move, begin anew or are gone,
// which answers are none any more, and whose carts, invoices, reminders and waits are concerned. It asks the engine itself, so it says what the next turn will do.
//
//   - change.go what a change does to one contact
//   - report.go the sums over all
package impact
