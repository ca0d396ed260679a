// Package trial holds what the rules claim of a bot against what the engine does with it. Small random bots are walked out: every answer, every outcome, every
// memory that a customer can bring along. What a rule calls impossible must not be met on the walk, and what it says can happen must.
//
// There is nothing here but tests. A bot is drawn from bytes (bot_test.go), walked (walk_test.go) and judged claim by claim (claims_test.go); bots that once
// showed a fault are kept in testdata. Run `go test -fuzz FuzzClaims` here to look for more.
package trial
