package rehearsal

import (
	"encoding/json"
	"testing"
	"time"

	"repartee/flows/value"
)

// TestReadable shows kept values as their customer reads them.
func TestReadable(t *testing.T) {
	for want, v := range map[string]value.Value{
		"12,50\u00a0€": value.Money(1250, "EUR"),
		"espresso":     value.Text("espresso"),
		"true":         value.Bool(true),
	} {
		raw, err := json.Marshal(v)
		if err != nil {
			t.Fatal(err)
		}
		if got := readable(raw, value.Locale{Language: "de", Zone: time.UTC}); got != want {
			t.Errorf("%s is shown as %q, want %q", raw, got, want)
		}
	}
}
