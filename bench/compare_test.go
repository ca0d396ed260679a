package bench_test

import (
	"flag"
	"slices"
	"testing"
)

var pairs = flag.Int("pairs", 5, "how often each `bot` of a comparison is run")

// reading is one figure of a run.
type reading struct {
	unit  string
	value float64
}

// contender is one of those that are compared. Each of its runs has the same readings in the same order.
type contender struct {
	name string
	run  func() []reading
}

// compare runs all contenders in turn, round by round, and says the medians of their readings and of the ratios to the floor, with the spread of these: runs that
// lie side by side in time have the same noise.
func compare(b *testing.B, floor contender, others ...contender) {
	b.Helper()
	base := make([][]reading, *pairs)
	own := make([][][]reading, len(others))
	for round := range *pairs {
		base[round] = floor.run()
		for i, c := range others {
			own[i] = append(own[i], c.run())
		}
	}
	for i, c := range others {
		report(b, floor.name, base, c.name, own[i], i == 0)
	}
	b.ReportMetric(0, "ns/op")
}

// report says one contender's readings beside the floor's; those of the main one become metrics of the benchmark too.
func report(b *testing.B, floorName string, base [][]reading, name string, own [][]reading, main bool) {
	b.Helper()
	for k, first := range own[0] {
		x, y, ratios := make([]float64, len(own)), make([]float64, len(own)), make([]float64, len(own))
		for i := range own {
			x[i], y[i] = own[i][k].value, base[i][k].value
			ratios[i] = x[i] / y[i]
		}
		b.Logf("%-12s %s %10.1f  %s %10.1f  ratio %.2f (%.2f to %.2f)",
			first.unit, name, median(x), floorName, median(y), median(ratios), slices.Min(ratios), slices.Max(ratios))
		if main {
			b.ReportMetric(median(x), first.unit)
			b.ReportMetric(median(y), floorName+"-"+first.unit)
			b.ReportMetric(median(ratios), "x-"+first.unit)
		}
	}
}

func median(list []float64) float64 {
	list = slices.Sorted(slices.Values(list))
	return (list[(len(list)-1)/2] + list[len(list)/2]) / 2
}
