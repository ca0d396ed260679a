package drawing_test

import (
	"bytes"
	"encoding/xml"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"repartee/config"
	"repartee/flows"
	"repartee/flows/analysis/drawing"
	"repartee/flows/steps"
)

var update = flag.Bool("update", false, "write what is drawn into testdata")

const bot = `bot: Corner shop
languages: [en]
time_zone: Europe/Berlin
currency: EUR
start: welcome
defaults: {give_up: {flow: help}}
`

const welcome = `flow: welcome
title: Welcome
start: {words: [hello]}
steps:
  - menu: What is it to be?
    options:
      tea: {label: Tea, jump: tea}
      tour: {label: A look around, flow: tour}
      nothing: Nothing
  - say: Until soon!
    buttons: [{label: The tour, flow: tour}]
`

const tea = `flow: tea
title: Tea
start: {command: tea, link: "tea_*"}
fields:
  leaf: {type: one_of, options: {black: Black, green: Green}}
  cups: {type: integer, min: 1}
steps:
  - ask: leaf
    text: Black or **green**?
    skip: All the same
  - ask: cups
    when: leaf == 'green'
    text: How many cups?
    retry: [A number please.]
    give_up: over
  - branch:
      - when: cups > 4
        do: [{say: A whole pot!}, {go: leaf}]
      - when: cups > 2
        do: [{tag: [thirsty]}]
  - wait: 2d
  - say: Was it good?
  - end
  - say: Another time.
    id: over
`

const tour = `flow: tour
steps: [{say: "On the left \"the shelf\" <b> & \\N ; | end"}]
`

func load(t *testing.T, files map[string]string) *flows.Set {
	t.Helper()
	fsys := fstest.MapFS{}
	for name, text := range files {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	loaded, found := config.Load(fsys, steps.Kinds())
	if loaded.Set == nil {
		t.Fatalf("%v", found)
	}
	return loaded.Set
}

func shop(t *testing.T) *flows.Set {
	return load(t, map[string]string{"bot.yaml": bot, "flows/welcome.yaml": welcome, "flows/tea.yaml": tea, "flows/tour.yaml": tour})
}

// formats are all that a picture can be written as.
func formats() map[string]func(drawing.Picture, io.Writer) error {
	return map[string]func(drawing.Picture, io.Writer) error{
		"mmd": drawing.Picture.WriteMermaid,
		"dot": drawing.Picture.WriteDOT,
		"svg": func(p drawing.Picture, w io.Writer) error { return drawing.Arrange(p).WriteSVG(w) },
	}
}

func TestGoldens(t *testing.T) {
	set := shop(t)
	missed := drawing.Mark{Text: "0 talks", Missed: true}
	marks := drawing.Marks{
		{Flow: "tea", Path: "steps.0"}:               {Text: "3 talks"},
		{Flow: "tea", Path: "steps.0.skip"}:          {Text: "1 talk"},
		{Flow: "tea", Path: "steps.1.give_up"}:       missed,
		{Flow: "tea", Path: "steps.1.when"}:          {Text: "2 talks"},
		{Flow: "tea", Path: "steps.2.branch.0"}:      missed,
		{Flow: "tea", Path: "steps.2.branch.0.do.0"}: missed,
		{Flow: "tea", Path: "steps.2.branch.0.do.1"}: missed,
		{Flow: "tea", Path: "steps.2.branch.1"}:      {Text: "3 talks"},
	}
	pictures := map[string]drawing.Picture{
		"tea":         drawing.OfFlow(set, set.Flow("tea"), nil),
		"tea_covered": drawing.OfFlow(set, set.Flow("tea"), marks),
		"welcome":     drawing.OfFlow(set, set.Flow("welcome"), nil),
		"tour":        drawing.OfFlow(set, set.Flow("tour"), nil),
		"bot":         drawing.OfBot(set, nil),
	}
	for name, picture := range pictures {
		for ext, write := range formats() {
			golden(t, name+"."+ext, written(t, picture, write))
		}
	}
}

func written(t *testing.T, p drawing.Picture, write func(drawing.Picture, io.Writer) error) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := write(p, &out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s is drawn otherwise now; look at it and run with -update:\n%s", name, got)
	}
}

// TestSVGIsPlain: whatever an author writes, an SVG is well formed, and nothing in it runs or leads anywhere.
func TestSVGIsPlain(t *testing.T) {
	hostile := "</text><script>alert(1)</script>\" onload=\"x\x01\uFFFE javascript:"
	picture := drawing.Picture{
		Title: hostile,
		Boxes: []drawing.Box{
			{ID: "a", Shape: drawing.Question, Kind: hostile, Name: hostile, Text: hostile, When: hostile, Number: hostile, Ref: flows.Ref{Flow: hostile, Path: hostile}},
			{ID: "b", Shape: drawing.End},
		},
		Lines: []drawing.Line{{From: 0, To: 1, Labels: []drawing.Label{{Text: hostile}}}, {From: 0, To: 0, Labels: []drawing.Label{{Text: hostile}}}},
	}
	decoder := xml.NewDecoder(bytes.NewReader(written(t, picture, formats()["svg"])))
	texts := 0
	for {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		start, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		switch start.Name.Local {
		case "text":
			texts++
		case "svg", "title", "style", "g", "path", "rect":
		default:
			t.Errorf("there is an element <%s>", start.Name.Local)
		}
		for _, attr := range start.Attr {
			if strings.HasPrefix(attr.Name.Local, "on") || attr.Name.Local == "href" {
				t.Errorf("there is an attribute %s=%q", attr.Name.Local, attr.Value)
			}
		}
	}
	if texts < 6 {
		t.Errorf("only %d texts are drawn", texts)
	}
}

// TestTextsOfAuthorsAreData: signs of the two languages do not come through.
func TestTextsOfAuthorsAreData(t *testing.T) {
	set := shop(t)
	picture := drawing.OfFlow(set, set.Flow("tour"), nil)
	mermaid := string(written(t, picture, formats()["mmd"]))
	if want := `On the left #34;the shelf#34; #60;b#62; #38;<br/>#92;N #59; #124; end`; !strings.Contains(mermaid, want) {
		t.Errorf("Mermaid is without %s:\n%s", want, mermaid)
	}
	dot := string(written(t, picture, formats()["dot"]))
	if want := `On the left \"the shelf\" <b> &\n\\N ; | end`; !strings.Contains(dot, want) {
		t.Errorf("DOT is without %s:\n%s", want, dot)
	}
}

// TestEveryStepIsThere draws a long flow: every step has its box, and every box but the start is led to.
func TestEveryStepIsThere(t *testing.T) {
	set := load(t, map[string]string{"bot.yaml": bot, "flows/welcome.yaml": longFlow(60)})
	flow := set.Flow("welcome")
	picture := drawing.OfFlow(set, flow, nil)
	boxes := map[flows.Ref]int{}
	for i, box := range picture.Boxes {
		boxes[box.Ref] = i
	}
	reached := map[int]bool{}
	for _, line := range picture.Lines {
		reached[line.To] = true
	}
	for _, step := range flow.AllSteps() {
		box, ok := boxes[step.Ref]
		if !ok || !reached[box] {
			t.Errorf("step %v: box %v, led to: %v", step.Ref, ok, reached[box])
		}
	}
	sheet := drawing.Arrange(picture)
	for i, rows := range sheet.Texts {
		if need := len(rows) * 17; sheet.Layout.Boxes[i].Height < need {
			t.Errorf("box %d has %d rows in %v", i, len(rows), sheet.Layout.Boxes[i])
		}
	}
	if path := os.Getenv("DRAWING_OUT"); path != "" { // to look at it
		if err := os.WriteFile(path, written(t, picture, formats()["svg"]), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// longFlow is a flow of that many steps: questions with options that lead on and back, branches, and what lies between.
func longFlow(n int) string {
	var b strings.Builder
	b.WriteString("flow: welcome\nfields:\n")
	for i := 0; i < n; i += 6 {
		fmt.Fprintf(&b, "  f%d: {type: integer, min: 0, max: 100}\n", i)
	}
	b.WriteString("steps:\n")
	for i := 0; i < n; i += 6 {
		fmt.Fprintf(&b, "  - ask: f%d\n    text: This is question number %d, how many would you like to have?\n    skip: None\n", i, i)
		fmt.Fprintf(&b, "  - branch:\n      - when: f%d > 50\n        do: [{say: That is more than most people take.}]\n      - when: f%d > 10\n        do: [{tag: [some]}]\n      - else: [{say: A few only.}]\n", i, i)
		fmt.Fprintf(&b, "  - menu: And now?\n    id: m%d\n    options: {on: Go on, back: {label: Change that, go: f%d}, out: {label: That is all, go: over}}\n", i, i)
	}
	b.WriteString("  - end\n  - say: Goodbye then.\n    id: over\n")
	return b.String()
}
