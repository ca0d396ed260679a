package config

import (
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"unicode/utf8"

	"repartee/flows/steps"
)

const smallBot = "bot: B\nlanguages: [en, de]\ntime_zone: Europe/Berlin\ncurrency: EUR\nstart: welcome\n"

// FuzzLoad takes any bytes for each of the files of a bot. Whatever they are, each diagnostic lies within the file.
func FuzzLoad(f *testing.F) {
	seeds, err := filepath.Glob("testdata/*/*/*.yaml")
	if err != nil {
		f.Fatal(err)
	}
	bots, err := filepath.Glob("testdata/*/bot.yaml")
	if err != nil {
		f.Fatal(err)
	}
	for _, seed := range append(seeds, bots...) {
		content, err := os.ReadFile(seed)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(content)
	}
	for _, seed := range []string{strings.Repeat("[", 200), strings.Repeat("- ", 200), "a: \"\\", "? a\n: - b", "{a: {b: [", "\t", "'", "a: |\n\n\n b", "%a", "--- |", "&a *a !a", "\x00"} {
		f.Add([]byte(seed))
	}
	kinds := steps.Kinds()
	f.Fuzz(func(t *testing.T, content []byte) {
		for _, name := range []string{"flows/welcome.yaml", "bot.yaml", "texts/de.yaml", "talks/a.yaml", "faq.yaml", "catalog.yaml", "catalog/a.csv"} {
			fsys := fstest.MapFS{
				"bot.yaml":           {Data: []byte(smallBot)},
				"flows/welcome.yaml": {Data: []byte("flow: welcome\nsteps: [{say: Hello}]\n")},
			}
			fsys[name] = &fstest.MapFile{Data: content}
			loaded, found := Load(fsys, kinds)
			if found.HasErrors() == (loaded.Set != nil) {
				t.Fatalf("a set is there: %v, errors: %v", loaded.Set != nil, found.HasErrors())
			}
			for _, d := range found {
				if d.Line < 1 || d.Col < 1 || d.Message == "" || d.Code == "" || d.Source != "" && d.Col > utf8.RuneCountInString(d.Source)+1 {
					t.Fatalf("a diagnostic beside the text: %+v", d)
				}
			}
			if err := found.WriteText(io.Discard, true); err != nil {
				t.Fatal(err)
			}
		}
	})
}
