package bot

import (
	"strconv"
	"strings"
	"time"

	"repartee/flows/shop"
)

const (
	day = 24 * time.Hour
	// saleKept is how long a sale is remembered, so that it may be repeated, and given back.
	saleKept = 400 * day
	// slotKept is the same of a free time, from its begin or from then on: it may be booked long before.
	slotKept = 90 * day
	// ReturnKept is how long a store remembers that something was given back, so that a sale that comes late takes nothing.
	ReturnKept = 90 * day
	// UnpaidKept is how long a store keeps the body of an order that was expired or cancelled, from the commit that said so: as long as somebody may ask about it.
	UnpaidKept = 30 * day
	// pastKept is how long a free time that has begun is still counted.
	pastKept = 48 * time.Hour
)

// SoldUntil is when a store forgets a sale, in milliseconds.
func SoldUntil(items []shop.Held, now int64) int64 {
	until := now + slotKept.Milliseconds()
	for _, item := range items {
		if begin, ok := begins(item.Key); ok {
			until = max(until, begin+slotKept.Milliseconds())
		} else {
			until = max(until, now+saleKept.Milliseconds())
		}
	}
	return until
}

// IsPast tells whether a key is that of a free time that is over for so long that nobody asks for it any more.
func IsPast(key string, now int64) bool {
	begin, ok := begins(key)
	return ok && begin < now-pastKept.Milliseconds()
}

// farthest bounds what is taken for a time, in Unix seconds: a sorted set in Redis keeps the milliseconds of an earlier one exactly.
const farthest = 1 << 53 / 1000

// begins is when a free time begins, in milliseconds, by its key of shop.SlotKey; false for anything else.
func begins(key string) (int64, bool) {
	if !strings.HasPrefix(key, "slot.") {
		return 0, false
	}
	seconds, err := strconv.ParseInt(key[strings.LastIndexByte(key, '.')+1:], 10, 64)
	return seconds * 1000, err == nil && seconds >= 0 && seconds < farthest
}
