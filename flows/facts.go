package flows

// Facts is what a turn may know of the world beside state and input: an immutable snapshot that the runtime swaps. It is a hint, never a promise.
type Facts struct {
	Stock    map[string]int64        // what is left, by "catalog.item"; without an entry the catalog's own number counts
	Together map[string][]Companions // what was chosen by the same customers, by "catalog.item", the most frequent first
}

// Companions tells how many customers chose an item too.
type Companions struct {
	Item      string // "catalog.item"
	Customers int
}
