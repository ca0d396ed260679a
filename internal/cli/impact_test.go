package cli

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"repartee/flows"
	"repartee/flows/analysis/impact"
	"repartee/internal/app"
)

// TestManyPlaces shows the places with the most people, says how many more there are, and gives all of them as JSON.
func TestManyPlaces(t *testing.T) {
	told := app.Impact{Running: 1, Number: 2, At: "2026-03-02T09:00:00Z", Until: "2026-03-02T09:00:04Z", Moved: true}
	for flow := range 50 {
		place := flows.Place{Flow: fmt.Sprintf("flow%02d", flow), Step: "name", Open: true, Fate: flows.Stranded}
		for range flow + 1 {
			told.Add(&impact.Effect{Places: []flows.Place{place}, Stranded: []flows.Place{place}, Unfit: []flows.Unfit{{Field: "field" + place.Flow, Why: flows.FieldGone}}})
		}
	}
	told.Damaged, told.Newer, told.Unkept = 1, 2, 3
	told.Sort()
	var text bytes.Buffer
	if err := writeImpact(&text, &told); err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(text.String(), "\n")
	for _, want := range []string{
		"read from 2026-03-02 09:00:00 UTC to 2026-03-02 09:00:04 UTC while the bot was at work: who moved meanwhile may be counted where he stood before",
		"1 contact left out: what is kept of them is damaged, or sealed with a key that SEAL_KEYS has not",
		"2 contacts left out: a newer version of the program wrote what is kept of them",
		"3 contacts in flows that drain go on in these files: those that they began with are not kept any more",
		"and 30 more places: --format json has all",
		"and 30 more fields: --format json has all",
	} {
		if !strings.Contains(text.String(), want+"\n") {
			t.Errorf("it does not say %q:\n%s", want, &text)
		}
	}
	if !strings.HasPrefix(lines[8], "50      flow49 > name") || strings.Contains(text.String(), "flow29") || len(lines) > 75 {
		t.Errorf("%d lines: %s", len(lines), &text)
	}
	var all bytes.Buffer
	if err := writeJSON(&all, &told); err != nil || strings.Count(all.String(), `"step": "name"`) != 50 {
		t.Errorf("%v: %s", err, &all)
	}
}
