package large

import (
	"strings"
	"testing"

	"repartee/config"
	"repartee/flows/steps"
)

// TestDialogue checks that the dialogue of such a bot is sound too: what is found costs time that the figures are not about.
func TestDialogue(t *testing.T) {
	loaded, _ := config.Load(Bot(Size{Flows: 10, Items: 30}), steps.Kinds())
	for _, d := range loaded.Check() {
		t.Errorf("%s:%d:%d: %s [%s]", d.File, d.Line, d.Col, d.Message, d.Code)
	}
}

// TestBot checks that the large bot is sound, is as large as it says, is translated whole and has every kind of step.
func TestBot(t *testing.T) {
	loaded, found := config.Load(Bot(Full()), steps.Kinds())
	for i, d := range found {
		if i < 10 {
			t.Errorf("%s:%d:%d: %s [%s]", d.File, d.Line, d.Col, d.Message, d.Code)
		}
	}
	if loaded.Set == nil {
		t.Fatal("it has errors")
	}
	for _, r := range loaded.Retext() {
		if r.Changed {
			t.Errorf("%s is not up to date: %d texts added, %d moved", r.File, r.Added, r.Moved)
		}
	}
	ways := map[string]int{}
	for _, way := range loaded.Set.Ways() {
		kind, _, _ := strings.Cut(way.Name, " ")
		ways[kind]++
	}
	written := 0
	for _, kind := range steps.Kinds() {
		if ways[kind.Name] == 0 {
			t.Errorf("no step is of kind %s", kind.Name)
		}
		written += ways[kind.Name]
	}
	if written < 4000 {
		t.Errorf("it has %d steps", written)
	}
	if got := len(loaded.Set.Catalogs()[0].IDs()); got != Full().Items {
		t.Errorf("it has %d items", got)
	}
}
