// Package shop is what is shown, recommended and sold, and when somebody is there: catalogs, opening hours, quiet hours. It is pure: sums and checks only, on
// values that are given; it knows no files, no clock and no Telegram.
//
// A [Catalog] is one list of goods, services or people with typed columns (column.go); its items are records, one set of them for each language. [Hours] are a
// week's opening times with holidays and closed days; they are read in parts, so that whoever reads them can say which part is wrong (span.go, closed.go,
// region.go). [Quiet] is the part of the day in which the bot does not write by itself.
package shop
