package funnel_test

import (
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"repartee/config"
	"repartee/flows"
	"repartee/flows/analysis/funnel"
	"repartee/flows/steps"
)

const botYAML = `
bot: Bean & Leaf
languages: [en, de]
time_zone: Europe/Berlin
currency: EUR
start: welcome
`

const welcomeYAML = `
flow: welcome
title: Start page
goal: known(size)
steps:
  - split: greeting
    arms:
      plain: {weight: 50, do: [{say: Hello.}]}
      warm: {weight: 50, do: [{say: "Hello, how nice!"}]}
  - ask: brew
    text: How do you brew?
    options: {filter: Filter, espresso: Espresso}
    retry: [Please choose.]
    give_up: far
  - ask: size
    text: How many cups?
    fields: {}
  - goal: sized
    value: size * 2
  - menu: And now?
    id: now
    options: {tea: {label: Tea, jump: tea}, bye: Bye}
  - end
  - id: far
    say: I cannot help.
`

// shop compiles the bot that the customers of the tests talk to.
func shop(t *testing.T) *flows.Set {
	t.Helper()
	return compiled(t, renamed())
}

// renamed are the files of that bot with other words.
func renamed(words ...string) fstest.MapFS {
	change := strings.NewReplacer(words...)
	return fstest.MapFS{
		"bot.yaml":           {Data: []byte(change.Replace(botYAML + "fields:\n  size: integer\n"))},
		"flows/welcome.yaml": {Data: []byte(change.Replace(strings.Replace(welcomeYAML, "    fields: {}\n", "", 1)))},
		"flows/tea.yaml":     {Data: []byte("flow: tea\ntitle: Tea\nsteps:\n  - ask: leaf\n    text: Which leaf?\n    options: {black: Black, green: Green}\n  - say: Fine.\n")},
	}
}

func compiled(t *testing.T, files fstest.MapFS) *flows.Set {
	t.Helper()
	loaded, found := config.Load(files, steps.Kinds())
	if found.HasErrors() {
		var text strings.Builder
		_ = found.WriteText(&text, false)
		t.Fatal(text.String())
	}
	return loaded.Set
}

// house is a bot with its customers, and what its store keeps.
type house struct {
	*testing.T
	set     *flows.Set
	engine  *flows.Engine
	now     time.Time
	states  map[string]flows.State
	inputs  int
	entries [][]byte // the newest first
}

func newHouse(t *testing.T) *house {
	set := shop(t)
	return &house{T: t, set: set, engine: flows.NewEngine(set), now: time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC), states: map[string]flows.State{}}
}

// says lets customers write one after the other; a word such as "+20s" lets time pass.
func (h *house) says(who, language string, words ...string) {
	h.Helper()
	for _, text := range words {
		if d, err := time.ParseDuration(text); err == nil && strings.HasPrefix(text, "+") {
			h.now = h.now.Add(d)
			continue
		}
		h.inputs++
		in := flows.Input{ID: strconv.Itoa(h.inputs), At: h.now, Seed: [16]byte{byte(h.inputs), byte(len(who))}, What: flows.Message, Text: text, From: flows.Person{FirstName: who, Language: language}}
		out, err := h.engine.Turn(h.states[who], in, flows.Facts{})
		if err != nil {
			h.Fatal(err)
		}
		h.states[who] = out.State
		h.keep(out, in, 0)
	}
}

func (h *house) keep(out flows.Outcome, in flows.Input, waited int64) {
	h.Helper()
	logged := h.set.Log(&out, &in)
	logged.Waited = waited
	h.entries = slices.Insert(h.entries, 0, logged.Encode())
}

func (h *house) numbers(q funnel.Query) funnel.Numbers {
	h.Helper()
	n, err := funnel.Read(h.set, h.entries).Numbers(h.set, q)
	if err != nil {
		h.Fatal(err)
	}
	return n
}

// flow finds a flow in the only group.
func flow(t *testing.T, g *funnel.Group, id string) funnel.Flow {
	t.Helper()
	for _, f := range g.Flows {
		if f.Flow == id {
			return f
		}
	}
	t.Fatalf("there is no flow %s in %+v", id, g)
	return funnel.Flow{}
}

func question(t *testing.T, f *funnel.Flow, step string) funnel.Question {
	t.Helper()
	for _, q := range f.Questions {
		if q.Step == step {
			return q
		}
	}
	t.Fatalf("there is no question %s in %+v", step, f)
	return funnel.Question{}
}
