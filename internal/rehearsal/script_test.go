package rehearsal

import (
	"testing"

	"repartee/flows"
	"repartee/flows/shop"
	"repartee/internal/console"
)

// TestTipOfATalk shows that a tip is read from a saved talk as it was given.
func TestTipOfATalk(t *testing.T) {
	for _, tip := range []int64{1, 5, 250, 100_000, 123_456_789} {
		for _, currency := range []string{"EUR", "JPY"} {
			s := &script{set: &flows.Set{Currency: currency}}
			s.paid(&deed{Payment: &console.Payment{Tip: tip}})
			written := s.talk.Turns[0].Pay.Tip
			if read, ok := shop.ParseAmount(written, currency); !ok || read != tip {
				t.Errorf("a tip of %d %s is written as %q, and read as %d", tip, currency, written, read)
			}
		}
	}
}
