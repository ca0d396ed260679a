// Package funnel makes numbers of what a bot's store keeps of its turns: how many customers came into a flow, what they were asked, where they left, how long they took,
// who reached the goal and what was paid.
//
// Read follows each customer through the kept turns and makes runs of them: one run is one way of one customer through one flow (runs.go, run.go). Numbers sums runs up,
// for all customers or divided by a split's arm, language, source or period (query.go, sum.go). Table writes the numbers as rows for a spreadsheet (table.go), and
// Unanswered puts questions together that were asked in vain (unanswered.go).
//
// A store keeps so many turns only. What lies before is not in the numbers, and a run whose beginning is gone is not counted.
package funnel
