// Package shop is what is shown, recommended, sold and booked, and when somebody is there: catalogs, carts, orders, appointments, opening hours. It is pure: sums and
// checks only, on values that are given; it knows no files, no clock and no Telegram but for what it takes in payments.
//
// A [Catalog] is one list of goods, services or people with typed columns (column.go); its items are records, one set of them for each language. [Hours] are a
// week's opening times with holidays and closed days; they are read in parts, so that whoever reads them can say which part is wrong (span.go, closed.go,
// region.go). [Quiet] is the part of the day in which the bot does not write by itself.
//
// A [Cart] is a value of [Line]s; none of its methods changes it. [Reckon] makes [Totals] of the lines of one currency and the [Terms] they are sold on: tax,
// [Voucher], [Shipping]. All amounts are whole minor units, and every sum is exactly that of the amounts the customer reads: of the [Part]s of an invoice, and of
// the way and the tip that Telegram's form adds (sums_property_test.go). [Recheck] holds lines against the prices of today. An [Order] goes through states
// (order_state.go); what it takes of the stock that all customers share is [Held]. Money that came or went is an [Entry] of the ledger.
//
// [Slots] are the free times of an appointment by opening hours; each is counted like stock, by its [SlotKey]. [Calendar] writes one for the customer's calendar.
package shop
