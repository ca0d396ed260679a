package bench_test

import (
	"testing"

	"repartee/flows"
)

// mostAllocs is what a turn of the talk may allocate on average.
const mostAllocs = 20

// TestTurnAllocations holds the engine to its budget: state in, state out, no JSON.
func TestTurnAllocations(t *testing.T) {
	engine, talk := sixTurns(t)
	var sum float64
	for _, turn := range talk {
		allocs := testing.AllocsPerRun(100, func() {
			if _, err := engine.Turn(turn.state, turn.input, flows.Facts{}); err != nil {
				t.Fatal(err)
			}
		})
		t.Logf("%-10s %3.0f", turn.what, allocs)
		sum += allocs
	}
	if mean := sum / float64(len(talk)); mean > mostAllocs {
		t.Errorf("a turn allocates %.1f times on average, and may %d", mean, mostAllocs)
	} else {
		t.Logf("%.1f on average", mean)
	}
}
