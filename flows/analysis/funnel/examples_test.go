package funnel_test

import (
	"slices"
	"testing"

	"repartee/config"
	"repartee/examples"
	"repartee/flows/analysis/funnel"
	"repartee/flows/steps"
)

// TestExamples counts the talks of the examples: every question that was put went one way, and every flow is left one way at most.
func TestExamples(t *testing.T) {
	for _, name := range examples.Names() {
		t.Run(name, func(t *testing.T) {
			folder, _ := examples.Folder(name)
			loaded, found := config.Load(folder, steps.Kinds())
			if found.HasErrors() {
				t.Fatal(found)
			}
			var entries [][]byte
			for _, turn := range turnsOf(loaded) {
				entries = append(entries, turn.Encode())
			}
			slices.Reverse(entries)
			n, err := funnel.Read(loaded.Set, entries).Numbers(loaded.Set, funnel.Query{})
			if err != nil {
				t.Fatal(err)
			}
			if len(n.Groups) != 1 || n.Groups[0].Customers < len(loaded.Talks)-2 {
				t.Fatalf("%d talks: %+v", len(loaded.Talks), n)
			}
			for _, f := range n.Groups[0].Flows {
				checkFlow(t, &f)
			}
		})
	}
}

func checkFlow(t *testing.T, f *funnel.Flow) {
	t.Helper()
	if f.Entered == 0 || f.Customers > f.Entered || f.Ended+f.Dropped+f.Waiting > f.Entered || f.Reached > f.Entered {
		t.Errorf("%+v", f)
	}
	for _, q := range f.Questions {
		if q.Asked != q.Answered+q.Skipped+q.GaveUp+q.Dropped+q.Waiting || q.Asked > f.Entered {
			t.Errorf("%s: %+v", f.Flow, q)
		}
	}
}
