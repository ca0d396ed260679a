package config

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"
	"github.com/rogpeppe/go-internal/txtar"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"repartee/flows/steps"
)

// schemasOf compiles all schemas.
func schemasOf(t *testing.T) map[string]*jsonschema.Schema {
	t.Helper()
	made := map[string]*jsonschema.Schema{}
	for _, name := range SchemaNames() {
		data, err := Schema(name, steps.Kinds())
		if err != nil {
			t.Fatal(err)
		}
		doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
		if err != nil {
			t.Fatal(err)
		}
		compiler := jsonschema.NewCompiler()
		if err := compiler.AddResource(name+".json", doc); err != nil {
			t.Fatal(err)
		}
		if made[name], err = compiler.Compile(name + ".json"); err != nil {
			t.Fatal(err)
		}
	}
	return made
}

// schemaFor is the name of the schema that a file of a bot is held against; "" where there is none.
func schemaFor(name string) string {
	switch dir := path.Base(path.Dir(name)); {
	case path.Ext(name) != ".yaml":
		return ""
	case dir == flowsDir:
		return "flow"
	case dir == textsDir:
		return "texts"
	case dir == talksDir:
		return "talk"
	}
	return strings.TrimSuffix(path.Base(name), ".yaml")
}

// TestSchema holds every file that Load is content with against its schema.
func TestSchema(t *testing.T) {
	schemas, held := schemasOf(t), map[string]int{}
	for _, root := range []string{"../examples", "../internal/cli/scaffold", "testdata/valid", "testdata/keys", "testdata/sources", "testdata/selling"} {
		err := filepath.WalkDir(root, func(name string, entry fs.DirEntry, err error) error {
			kind := schemaFor(filepath.ToSlash(name))
			if err != nil || entry.IsDir() || schemas[kind] == nil {
				return err
			}
			content, err := os.ReadFile(name)
			if err != nil {
				return err
			}
			held[kind]++
			if err := validate(schemas[kind], content); err != nil {
				t.Errorf("%s: %v", name, err)
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	for _, name := range SchemaNames() {
		if held[name] == 0 {
			t.Errorf("no file was held against the schema of %s", name)
		}
	}
}

func validate(s *jsonschema.Schema, content []byte) error {
	var value any
	if err := yaml.Unmarshal(content, &value); err != nil {
		return err
	}
	return s.Validate(plain(value))
}

// plain makes of a value what it is in JSON.
func plain(v any) any {
	switch v := v.(type) {
	case map[string]any:
		for key := range v {
			v[key] = plain(v[key])
		}
	case []any:
		for i := range v {
			v[i] = plain(v[i])
		}
	case uint64:
		return int(v)
	}
	return v
}

// TestSchemaDocs holds the whole files that the pages of docs show against their schema.
func TestSchemaDocs(t *testing.T) {
	schemas, held := schemasOf(t), 0
	pages, err := filepath.Glob("../docs/*.md")
	if err != nil {
		t.Fatal(err)
	}
	more, err := filepath.Glob("../docs/*/*.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, page := range slices.Concat(pages, more) {
		if filepath.Base(page) == "extend.md" {
			continue // it has a kind of step of its own
		}
		content, err := os.ReadFile(page)
		if err != nil {
			t.Fatal(err)
		}
		for _, block := range strings.Split(string(content), "```yaml")[1:] {
			block, _, _ = strings.Cut(block, "\n```")
			_, block, _ = strings.Cut(block, "\n")
			kind := kindOfBlock(block)
			if kind == "" {
				continue
			}
			held++
			if err := validate(schemas[kind], []byte(block)); err != nil {
				t.Errorf("%s: %v\n%s", page, err, block)
			}
		}
	}
	if held < 3 {
		t.Errorf("only %d blocks were held against a schema", held)
	}
}

// kindOfBlock tells which file a block is the whole of, "" where it is a part of one.
func kindOfBlock(block string) string {
	switch {
	case strings.HasPrefix(block, "flow: ") && strings.Contains(block, "\nsteps:"):
		return "flow"
	case strings.HasPrefix(block, "bot: ") && strings.Contains(block, "\nstart:"):
		return "bot"
	case strings.HasPrefix(block, "talk: ") && strings.Contains(block, "\nturns:"):
		return "talk"
	case strings.HasPrefix(block, "- {at: "):
		return "texts"
	}
	return ""
}

// TestSchemaRefuses has files that are wrong in ways that an editor is to show.
func TestSchemaRefuses(t *testing.T) {
	schemas := schemasOf(t)
	for _, c := range [][2]string{
		{"bot", "bot: A\nlanguages: [en]\ntime_zone: UTC\ncurrency: EUR\n"},
		{"bot", "bot: A\nlanguages: en\ntime_zone: UTC\ncurrency: EUR\nstart: welcome\n"},
		{"bot", "bot: A\nlanguages: [en]\ntime_zone: UTC\ncurrency: EUR\nstart: welcome\nfeilds: {name: text}\n"},
		{"bot", "bot: A\nlanguages: [en]\ntime_zone: UTC\ncurrency: EUR\nstart: welcome\nhours: {shop: {monday: 24h}}\n"},
		{"bot", "bot: A\nlanguages: [en]\ntime_zone: UTC\ncurrency: EUR\nstart: welcome\nattention: {quiet: at night}\n"},
		{"bot", "bot: A\nlanguages: [en]\ntime_zone: UTC\ncurrency: EUR\nstart: welcome\nshop: {tax: 19%}\n"},
		{"bot", "bot: A\nlanguages: [en]\ntime_zone: UTC\ncurrency: EUR\nstart: welcome\nshop: {shipping: {post: 4.90}}\n"},
		{"bot", "bot: A\nlanguages: [en]\ntime_zone: UTC\ncurrency: EUR\nstart: welcome\nshop: {vouchers: {SUMMER 26: {off: 10}}}\n"},
		{"bot", "bot: A\nlanguages: [en]\ntime_zone: UTC\ncurrency: EUR\nstart: welcome\nshop: {vouchers: {A: {off: 10, of: coffee}}}\n"},
		{"bot", "bot: A\nlanguages: [en]\ntime_zone: UTC\ncurrency: EUR\nstart: welcome\npayments: [card]\n"},
		{"bot", "bot: A\nlanguages: [en]\ntime_zone: UTC\ncurrency: EUR\nstart: welcome\npayments: {card: {provider: sk_live_1234}}\n"},
		{"bot", "bot: A\nlanguages: [en]\ntime_zone: UTC\ncurrency: EUR\nstart: welcome\npayments: {card: {collect: [address]}}\n"},
		{"flow", "flow: a\nsteps: {say: Hello}\n"},
		{"flow", "flow: a\nsteps: [{sya: Hello}]\n"},
		{"flow", "flow: a\nsteps: [{say: Hello, txt: b}]\n"},
		{"flow", "flow: a\nsteps: [{say: {vray: [a, b]}}]\n"},
		{"flow", "flow: a\nsteps: [{ask: name, text: Well?, silence: {after: 20 hours}}]\n"},
		{"flow", "flow: a\nsteps: [{ask: name, text: Well?, if_known: maybe}]\n"},
		{"flow", "flow: The A\nsteps: [{say: Hello}]\n"},
		{"faq", "- {id: a, ask: [b]}\n"},
		{"faq", "a: {ask: [b], answer: c}\n"},
		{"catalog", "coffee: {items: [{name: Crema}]}\n"},
		{"catalog", "coffee: [crema]\n"},
		{"texts", "- {en: a, de: b}\n"},
		{"texts", "- {at: a.b, english: a}\n"},
		{"talk", "talk: a\nturns: [{thye: Hello}]\n"},
	} {
		if err := validate(schemas[c[0]], []byte(c[1])); err == nil {
			t.Errorf("the schema of %s takes %s", c[0], c[1])
		}
	}
	if _, err := Schema("flows", nil); err == nil || !strings.Contains(err.Error(), "bot, catalog, faq, flow, talk, texts") {
		t.Errorf("of an unknown name it says %v", err)
	}
}

// TestSchemaFaulty holds the files of all faulty bots against their schema: one is refused where a key is wrong in it, and taken where nothing is that a schema can see.
func TestSchemaFaulty(t *testing.T) {
	schemas, refused, taken := schemasOf(t), 0, 0
	goldens, err := filepath.Glob("testdata/*/want.txt")
	if err != nil {
		t.Fatal(err)
	}
	for _, golden := range goldens {
		loaded, found, err := LoadDir(filepath.Dir(golden), steps.Kinds())
		if err != nil {
			t.Fatal(err)
		}
		for name, content := range loaded.Files {
			kind := schemaFor(name)
			wrongKey := slices.ContainsFunc(found, func(d Diagnostic) bool {
				return d.File == name && slices.Contains([]string{"unknown-key", "unknown-kind"}, d.Code)
			})
			sound := !slices.ContainsFunc(found, func(d Diagnostic) bool { return d.File == name && d.Severity == Error })
			if schemas[kind] == nil || !wrongKey && !sound {
				continue
			}
			switch err := validate(schemas[kind], content); {
			case wrongKey && err == nil:
				t.Errorf("%s: the schema takes a wrong key in %s", golden, name)
			case wrongKey:
				refused++
			case err != nil:
				t.Errorf("%s: the schema refuses %s: %v", golden, name, err)
			default:
				taken++
			}
		}
	}
	if refused < 3 || taken < 30 {
		t.Errorf("only %d files were refused and %d taken", refused, taken)
	}
}

// TestSchemaDialogue holds the faulty dialogues against their schema: what is wrong with them stands in no key.
func TestSchemaDialogue(t *testing.T) {
	schemas, taken := schemasOf(t), 0
	bots, err := filepath.Glob("testdata/dialogue/*.txtar")
	if err != nil {
		t.Fatal(err)
	}
	for _, bot := range bots {
		archive, err := txtar.ParseFile(bot)
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range archive.Files {
			if kind := schemaFor(file.Name); schemas[kind] != nil {
				taken++
				if err := validate(schemas[kind], file.Data); err != nil {
					t.Errorf("%s: the schema refuses %s: %v", bot, file.Name, err)
				}
			}
		}
	}
	if taken < 30 {
		t.Errorf("only %d files were looked at", taken)
	}
}

// TestSchemaShown holds the examples of keys against the schema that they stand in.
func TestSchemaShown(t *testing.T) {
	for _, name := range SchemaNames() {
		data, err := Schema(name, steps.Kinds())
		if err != nil {
			t.Fatal(err)
		}
		var root map[string]any
		if err := json.Unmarshal(data, &root); err != nil {
			t.Fatal(err)
		}
		compiler := jsonschema.NewCompiler()
		doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
		if err != nil {
			t.Fatal(err)
		}
		if err := compiler.AddResource("root.json", doc); err != nil {
			t.Fatal(err)
		}
		shownIn(t, compiler, "root.json#", root)
	}
}

// shownIn validates the examples of a part of a schema and of all parts within it.
func shownIn(t *testing.T, compiler *jsonschema.Compiler, at string, part any) {
	t.Helper()
	switch part := part.(type) {
	case map[string]any:
		if examples, ok := part["examples"].([]any); ok {
			schema, err := compiler.Compile(at)
			if err != nil {
				t.Fatal(err)
			}
			for _, example := range examples {
				if err := schema.Validate(example); err != nil {
					t.Errorf("%s: %v", at, err)
				}
			}
		}
		for key, within := range part {
			if key != "examples" {
				shownIn(t, compiler, at+"/"+strings.NewReplacer("~", "~0", "/", "~1", "%", "%25", "^", "%5E", " ", "%20", "|", "%7C").Replace(key), within)
			}
		}
	case []any:
		for i, within := range part {
			shownIn(t, compiler, fmt.Sprintf("%s/%d", at, i), within)
		}
	}
}
