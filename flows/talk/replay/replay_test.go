package replay_test

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"testing"

	"repartee/config"
	"repartee/examples"
	"repartee/flows"
	"repartee/flows/steps"
	"repartee/flows/talk"
	"repartee/flows/talk/replay"
)

func load(t testing.TB, folder fs.FS, rework func(*flows.Source)) *config.Loaded {
	t.Helper()
	loaded, found := config.Load(folder, steps.Kinds(), config.Reworked(rework))
	if found.HasErrors() {
		var text strings.Builder
		_ = found.WriteText(&text, false)
		t.Fatal(text.String())
	}
	return loaded
}

func asIs(*flows.Source) {}

// recordings are the talks of a bot, recorded as a bot does: newest first.
func recordings(t testing.TB, loaded *config.Loaded) []replay.Recording {
	t.Helper()
	var all []replay.Recording
	for r := range replay.Read(entries(t, loaded)).All() {
		all = append(all, *r)
	}
	return all
}

func entries(t testing.TB, loaded *config.Loaded) (all [][]byte) {
	t.Helper()
	for i := range loaded.Talks {
		all = append(all, entriesOf(t, talk.Recorded(loaded.Set, &loaded.Talks[i], "").Events, fmt.Sprint(i))...)
	}
	slices.Reverse(all)
	return all
}

// entriesOf takes the events of a talk apart into those of its turns. Each talk is another customer's.
func entriesOf(t testing.TB, events []flows.Event, customer string) (entries [][]byte) {
	t.Helper()
	for len(events) > 0 {
		end := 1
		for end < len(events) && events[end].Heard == nil {
			end++
		}
		heard := *events[0].Heard
		heard.Who += customer
		raw, err := json.Marshal(append([]flows.Event{{Name: flows.Recorded, Heard: &heard}}, events[1:end]...))
		if err != nil {
			t.Fatal(err)
		}
		entries, events = append(entries, raw), events[end:]
	}
	return entries
}

// TestSameFiles plays what was recorded of the examples' talks on the same files: nothing goes another way.
func TestSameFiles(t *testing.T) {
	for _, name := range examples.Names() {
		t.Run(name, func(t *testing.T) {
			folder, _ := examples.Folder(name)
			loaded := load(t, folder, asIs)
			edition := replay.Edition{Set: loaded.Set, Number: 1}
			var report replay.Report
			for _, r := range recordings(t, loaded) {
				result := replay.Compare(edition, edition, &r)
				report.Add(&result)
				if result.Unlike != "" {
					t.Logf("%s: %s", r.Who, result.Unlike)
				}
			}
			if report.Diverged > 0 || report.Conversations < len(loaded.Talks) || report.Unlike > report.Conversations/5 {
				t.Errorf("%d talks: %+v", len(loaded.Talks), report)
			}
		})
	}
}

// TestChangedFiles plays them with one more message in front of a question: just those conversations that come to it go another way.
func TestChangedFiles(t *testing.T) {
	folder, _ := examples.Folder("coffee")
	before := load(t, folder, asIs)
	after := load(t, folder, func(source *flows.Source) {
		for _, flow := range source.Flows {
			if flow.ID == "advice" {
				insert(t, flow, "budget")
			}
		}
	})
	diverged := 0
	for _, r := range recordings(t, before) {
		result := replay.Compare(replay.Edition{Set: before.Set, Number: 1}, replay.Edition{Set: after.Set, Number: 2}, &r)
		if result.Unlike != "" {
			continue
		}
		turn := slices.IndexFunc(r.Turns, func(turn replay.Turn) bool {
			return slices.ContainsFunc(turn.Events, func(e flows.Event) bool { return e.Name == flows.Stepped && e.Flow == "advice" && e.Step == "budget" })
		})
		switch {
		case turn < 0 && result.First != nil:
			t.Errorf("%s does not come there and goes another way: %+v", r.Who, result.First)
		case turn >= 0 && (result.First == nil || result.First.Turn != turn+1 || result.First.Kind != replay.Outcome):
			t.Errorf("%s comes there in turn %d, and this is told: %+v", r.Who, turn+1, result.First)
		case turn >= 0:
			diverged++
		}
	}
	if diverged < 5 {
		t.Errorf("only %d conversations come there", diverged)
	}
}

// insert puts a message in front of a step.
func insert(t *testing.T, flow *flows.Flow, name string) {
	t.Helper()
	at := slices.IndexFunc(flow.Steps, func(s *flows.Step) bool {
		named, ok := s.Body.(flows.Named)
		return ok && named.Name() == name
	})
	if at < 0 {
		t.Fatalf("there is no step %s", name)
	}
	flow.Steps = slices.Insert(flow.Steps, at, &flows.Step{Ref: flow.Steps[at].Ref.At("new"), Kind: "goal", Body: &steps.Goal{Name: "new"}})
}
