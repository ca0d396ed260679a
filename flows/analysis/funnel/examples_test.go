package funnel_test

import (
	"slices"
	"strconv"
	"testing"

	"repartee/config"
	"repartee/examples"
	"repartee/flows"
	"repartee/flows/analysis/funnel"
	"repartee/flows/steps"
	"repartee/flows/talk"
)

// logged are the turns of an example's talks as a store keeps them, each talk another customer's, the newest first.
func logged(t *testing.T, loaded *config.Loaded) (entries [][]byte) {
	t.Helper()
	for i := range loaded.Talks {
		var turn *flows.Logged
		end := func() {
			if turn == nil {
				return
			}
			raw, err := turn.Encode()
			if err != nil {
				t.Fatal(err)
			}
			entries = append(entries, raw)
		}
		for _, e := range talk.Recorded(loaded.Set, &loaded.Talks[i], "").Events {
			if e.Heard != nil {
				end()
				turn = &flows.Logged{Who: strconv.Itoa(i), At: e.Heard.Input.At.Unix(), Language: "en"}
			}
			turn.Events = append(turn.Events, e)
		}
		end()
	}
	slices.Reverse(entries)
	return entries
}

// TestExamples counts the talks of the examples: every question that was put went one way, and every flow is left one way at most.
func TestExamples(t *testing.T) {
	for _, name := range examples.Names() {
		t.Run(name, func(t *testing.T) {
			folder, _ := examples.Folder(name)
			loaded, found := config.Load(folder, steps.Kinds())
			if found.HasErrors() {
				t.Fatal(found)
			}
			n, err := funnel.Read(logged(t, loaded)).Numbers(loaded.Set, funnel.Query{})
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
