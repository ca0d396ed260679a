// Package rules is what `check` holds a dialogue to. A rule is one file and one line in a list; it looks at a View and reports what it finds. Its page is what
// `repartee explain` shows, and its Example is its test: in the faulty text it finds something, in the mended one nothing.
//
// A file with the name of a code is that rule. The others are what several rules look at: conditions where they stand (sites.go, shared.go, ground.go, formulas.go), items that are
// offered (sources.go, offers.go, choices.go, ranked.go), figures and sums in texts (figures.go, amounts.go, sentences.go, told_price.go, goods_price.go, fixed_price.go), translations
// (translations.go), and texts with the longest values (filled.go, longest.go).
package rules
