package drawing_test

import (
	"bytes"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"repartee/config"
	"repartee/flows"
	"repartee/flows/analysis/drawing"
	"repartee/flows/steps"
	"repartee/flows/talk"
)

func examples() []string { return []string{"coffee", "doctor"} }

func example(t *testing.T, name string) *config.Loaded {
	t.Helper()
	loaded, found := config.Load(os.DirFS("../../../examples/"+name), steps.Kinds())
	if loaded.Set == nil {
		t.Fatalf("%s: %v", name, found)
	}
	return loaded
}

// TestTheWayOfATalkCanBeFollowed plays the talks of the examples, which go through all there is, and finds what a turn has noted on the drawing: each step as a box,
// and each line by an outcome, but for those which the step comes to by itself.
func TestTheWayOfATalkCanBeFollowed(t *testing.T) {
	for _, name := range examples() {
		loaded := example(t, name)
		taken := map[flows.Ref]bool{}
		for i := range loaded.Talks {
			for _, ref := range talk.Play(loaded.Set, &loaded.Talks[i], loaded.Set.Languages[0]).Taken {
				taken[ref] = true
			}
		}
		for _, flow := range loaded.Set.Flows {
			if flow.Builtin() {
				continue
			}
			picture := drawing.OfFlow(loaded.Set, flow, nil)
			for _, step := range flow.AllSteps() {
				if !slices.ContainsFunc(picture.Boxes, func(b drawing.Box) bool { return b.Ref == step.Ref }) {
					t.Errorf("%s %s has no box for %s", name, flow.ID, step.Ref.Path)
				}
			}
			for _, line := range picture.Lines {
				for _, label := range line.Labels {
					if label.Ref != label.Step && !taken[label.Ref] && line.Style != drawing.Excursion {
						t.Errorf("%s %s: no talk goes along the line of %s (%s)", name, flow.ID, label.Ref.Path, label.Text)
					}
				}
			}
		}
	}
}

const long = `flow: welcome
steps:
  - say: One.
  - say: Two.
  - say: [Three., Four.]
  - menu: And now?
    id: what
    options:
      here: {label: Here, do: [{say: Aha.}, {go: what}]}
      there: {label: There, do: [{say: So., id: so}, {branch: [{when: visits > 2, do: [{say: Again}]}]}, end]}
      no: Neither
  - branch:
      - when: visits > 3
        do: [{say: Often.}, {go: so}]
      - else: [{say: Seldom.}]
`

// TestFolding writes down how one flow is drawn with different things folded.
func TestFolding(t *testing.T) {
	set := load(t, map[string]string{"bot.yaml": bot, "flows/welcome.yaml": long})
	var out bytes.Buffer
	for _, folded := range [][]string{nil, {"p_0", "nothing"}, {"n_what"}, {"ln_what_options_there_do"}, {"p_4", "ln_what_options_there_do", "p_3_options_there_do_1"}} {
		picture := drawing.OfFlow(set, set.Flow("welcome"), nil, folded...)
		fmt.Fprintln(&out, "folded:", strings.Join(folded, " "))
		for _, line := range picture.Lines {
			to := picture.Boxes[line.To]
			fmt.Fprintf(&out, "  %s > %s", picture.Boxes[line.From].ID, to.ID)
			if to.Folded > 0 {
				fmt.Fprintf(&out, " (%d steps within)", to.Folded)
			}
			fmt.Fprintln(&out)
		}
	}
	golden(t, "folding.txt", out.Bytes())
}

// TestWhatFoldsCanBeFolded folds one thing after the other of the examples: there is a box of that ID then, and fewer boxes than before.
func TestWhatFoldsCanBeFolded(t *testing.T) {
	for _, name := range examples() {
		set := example(t, name).Set
		for _, flow := range set.Flows {
			if flow.Builtin() {
				continue
			}
			whole := drawing.OfFlow(set, flow, nil)
			for _, id := range foldable(whole) {
				picture := drawing.OfFlow(set, flow, nil, id)
				i := slices.IndexFunc(picture.Boxes, func(b drawing.Box) bool { return b.ID == id && b.Folds && b.Folded > 0 })
				if i < 0 {
					t.Errorf("%s %s: %s is not folded", name, flow.ID, id)
				}
				if len(picture.Boxes) > len(whole.Boxes) {
					t.Errorf("%s %s: folding %s makes %d boxes of %d", name, flow.ID, id, len(picture.Boxes), len(whole.Boxes))
				}
			}
		}
	}
}

func foldable(p drawing.Picture) []string {
	var ids []string
	for _, box := range p.Boxes {
		if box.Folds {
			ids = append(ids, box.ID)
		}
	}
	for _, line := range p.Lines {
		for _, label := range line.Labels {
			if label.Folds != "" {
				ids = append(ids, label.Folds)
			}
		}
	}
	return ids
}
