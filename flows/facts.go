package flows

import "repartee/flows/value"

// Facts is what a turn may know of the world beside state and input: an immutable snapshot that the runtime swaps. It is a hint, never a promise.
type Facts struct {
	Stock    map[string]int64        // what is left, by "catalog.item" or "catalog.item.variant"; without an entry the catalog's own number counts. Of what has a supply, as free times, below zero: how many are taken
	Prices   map[string]value.Value  // by the same keys, what costs something else today than the catalog says
	Together map[string][]Companions // what was chosen by the same customers, by "catalog.item", the most frequent first
}

// Companions tells how many customers chose an item too.
type Companions struct {
	Item      string // "catalog.item"
	Customers int
}
