package console_test

import (
	"fmt"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"repartee/config"
	"repartee/examples"
	"repartee/flows"
	"repartee/flows/analysis/drawing"
	"repartee/flows/steps"
	"repartee/internal/console"
)

// longFlow is a flow of 60 steps that lead in all ways: questions, branches, sayings.
func longFlow() string {
	var b strings.Builder
	b.WriteString("flow: long\ntitle: A long way\nkind: service\nfields:\n")
	for i := range 12 {
		fmt.Fprintf(&b, "  answer_%d: {type: one_of, options: {a: First, b: Second, c: Third}}\n", i)
	}
	b.WriteString("steps:\n")
	for i := range 12 {
		fmt.Fprintf(&b, `  - say: Part %d of the way begins, with a sentence that is long enough to be broken.
  - ask: answer_%d
    text: Which of the three shall it be in part %d?
  - branch:
      - when: answer_%d == 'a'
        do: [{say: You took the first one.}]
      - when: answer_%d == 'b'
        do: [{say: The second one it is.}]
      - else: [{say: So the third.}]
`, i, i, i, i, i)
	}
	return b.String()
}

// drawn draws the flows of the coffee shop, a long one, and all of them together.
func drawn(t *testing.T) map[string]console.Map {
	t.Helper()
	folder := fstest.MapFS{"flows/long.yaml": {Data: []byte(longFlow())}}
	if err := fs.WalkDir(examples.Coffee(), ".", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := fs.ReadFile(examples.Coffee(), path)
		folder[path] = &fstest.MapFile{Data: data}
		return err
	}); err != nil {
		t.Fatal(err)
	}
	loaded, found := config.Load(folder, steps.Kinds())
	if found.HasErrors() {
		t.Fatal(found)
	}
	all := map[string]console.Map{"": console.MapOf(drawing.Arrange(drawing.OfBot(loaded.Set, nil)))}
	for _, id := range []string{"advice", "long", "welcome"} {
		all[id] = drawnFlow(loaded.Set, loaded.Set.Flow(id))
	}
	for i := range all[""].Boxes {
		b := &all[""].Boxes[i]
		b.Flow, b.Reached = b.ID, i%2 == 0
		for _, row := range b.Rows {
			if _, ok := all[row.Text]; ok {
				b.Flow = row.Text
			}
		}
	}
	return all
}

// drawnFlow is a flow in which a talk has come some boxes far.
func drawnFlow(set *flows.Set, flow *flows.Flow) console.Map {
	m := console.MapOf(drawing.Arrange(drawing.OfFlow(set, flow, nil)))
	file := "flows/" + string(flow.ID) + ".yaml"
	at := map[string]int{}
	for i := range m.Boxes {
		b := &m.Boxes[i]
		at[b.ID] = i
		b.Place = console.Place{File: file, Line: 5 + 3*i}
		b.Source = "- ask: " + b.Step + "\n  text: How do you brew at home?\n  why: Grind and roast depend on it."
		b.Texts = []string{"How do you brew at home?", "Wie bereitest du Kaffee zu?"}
		b.Folds = b.Shape == "fork"
	}
	here := 0
	for range 12 {
		m.Boxes[here].Passes, m.Boxes[here].Reached = 1, true
		for i := range m.Lines {
			if l := &m.Lines[i]; l.From == m.Boxes[here].ID && at[l.To] > here {
				l.Passes = 1
				here = at[l.To]
				break
			}
		}
	}
	m.Boxes[here].Open, m.Boxes[here].Reached = true, true
	return m
}
