package config

import (
	"bytes"
	"cmp"
	"encoding/json"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"repartee/config/document"
	"repartee/flows/steps"
)

// shown is a node as a value of JSON.
func shown(n *document.Node) any {
	switch n.Kind {
	case document.List:
		items := make([]any, len(n.Items))
		for i, item := range n.Items {
			items[i] = shown(item)
		}
		return items
	case document.Map:
		pairs := map[string]any{}
		for _, p := range n.Pairs {
			pairs[p.Key.Value] = shown(p.Value)
		}
		return pairs
	case document.Scalar:
		if i, err := strconv.Atoi(n.Value); err == nil && n.Style == document.Plain && strconv.Itoa(i) == n.Value {
			return i
		}
		if n.Style == document.Plain && (n.Value == "true" || n.Value == "false") {
			return n.Value == "true"
		}
		return strings.TrimRight(n.Value, "\n")
	}
	return nil
}

// writtenValues are all values of each key, in the bot of the reference and then in the other bots, each bot's shortest first.
func writtenValues(t *testing.T) map[string][]json.RawMessage {
	t.Helper()
	bots, err := filepath.Glob("../examples/*/bot.yaml")
	if err != nil {
		t.Fatal(err)
	}
	all := map[string][]json.RawMessage{}
	for _, bot := range slices.Concat([]string{"../internal/reference/bot/bot.yaml"}, bots, []string{"testdata/selling/bot.yaml", "testdata/sources/bot.yaml", "testdata/keys/bot.yaml"}) {
		here := map[string][]json.RawMessage{}
		w := NewWorkspace(os.DirFS(filepath.Dir(bot)), steps.Kinds())
		w.loader.written = func(key string, n *document.Node) {
			value, err := json.Marshal(shown(n))
			if err != nil {
				t.Fatal(err)
			}
			if n.Kind != document.Empty {
				here[key] = append(here[key], value)
			}
		}
		w.Load()
		for key, values := range here {
			slices.SortFunc(values, func(a, b json.RawMessage) int { return cmp.Or(len(a)-len(b), bytes.Compare(a, b)) })
			all[key] = append(all[key], values...)
		}
	}
	return all
}

// TestSchemaExamples makes sure that the examples of keys stand in one of the bots. With -update they are written anew: the shortest of the first bot that has the key.
func TestSchemaExamples(t *testing.T) {
	written := writtenValues(t)
	if *update {
		first := map[string]json.RawMessage{}
		for key, values := range written {
			first[key] = values[0]
		}
		data, err := json.MarshalIndent(first, "", " ")
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile("schema_examples.json", append(data, '\n'), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	var examples map[string]json.RawMessage
	if err := json.Unmarshal(schemaExamples, &examples); err != nil {
		t.Fatal(err)
	}
	for key, example := range examples {
		var compact bytes.Buffer
		if err := json.Compact(&compact, example); err != nil {
			t.Fatal(err)
		}
		if !slices.ContainsFunc(written[key], func(value json.RawMessage) bool { return bytes.Equal(value, compact.Bytes()) }) {
			t.Errorf("no bot writes %s: %s any more; write the examples anew with -update", key, &compact)
		}
	}
}

// TestSchemaKeys makes sure that each key of each kind, and of all that stands around the steps, has a description and an example.
func TestSchemaKeys(t *testing.T) {
	l := newLoader(steps.Kinds())
	var examples map[string]any
	if err := json.Unmarshal(schemaExamples, &examples); err != nil {
		t.Fatal(err)
	}
	var held []reflect.Type
	for _, root := range schemaRoots {
		held = append(held, indirect(root.into))
	}
	for _, kind := range steps.Kinds() {
		held = append(held, reflect.TypeOf(kind.New()).Elem())
	}
	for _, of := range held {
		if of.Kind() != reflect.Struct {
			continue
		}
		for _, k := range l.shapes.of(of).keys {
			if k.name == "end" {
				continue // nothing stands behind it
			}
			if k.doc == "" {
				t.Errorf("%s has no description", declaring(of, &k))
			}
			if _, ok := examples[declaring(of, &k)]; !ok {
				t.Errorf("%s has no example: use it in the bot of package reference", declaring(of, &k))
			}
		}
	}
}
