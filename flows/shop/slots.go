package shop

import (
	"strconv"
	"time"
)

// Slots are the times at which something of the length can begin, from `from` until just before `to`: at each opening, and then whenever the one before is over
// and its buffer with it, as long as it ends within the opening. An opening that begins before the one of the day before is over has no slots until then.
func Slots(h *Hours, length, buffer time.Duration, from, to time.Time) []time.Time {
	if length <= 0 || buffer < 0 || h == nil {
		return nil
	}
	var slots []time.Time
	var over time.Time // the openings before this one
	for noon := h.noon(from).AddDate(0, 0, -2); noon.Before(to.AddDate(0, 0, 1)); noon = noon.AddDate(0, 0, 1) {
		for _, opening := range h.Day(noon) {
			for start := opening.From; !start.Add(length).After(opening.To); start = start.Add(length + buffer) {
				if !start.Before(from) && start.Before(to) && !start.Before(over) {
					slots = append(slots, start)
				}
			}
			if opening.To.After(over) {
				over = opening.To
			}
		}
	}
	return slots
}

// SlotKey is what a free time of an item is counted by, as stock is: "slot.catalog.item.1767258000", with the Unix seconds at which it begins.
func SlotKey(catalog, item string, start time.Time) string {
	return "slot." + catalog + "." + item + "." + strconv.FormatInt(start.Unix(), 10)
}
