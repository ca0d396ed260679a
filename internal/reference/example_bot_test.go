package reference

import (
	"io/fs"
	"slices"
	"strings"
	"testing"

	"repartee/config"
	"repartee/config/explain"
	"repartee/flows/steps"
	"repartee/flows/talk"
)

// TestExample checks the bot that the examples come from, and plays its talks.
func TestExample(t *testing.T) {
	loaded, found := config.Load(Example(), steps.Kinds())
	found = slices.DeleteFunc(found, func(d config.Diagnostic) bool { return d.Code == "missing-translation" }) // only a few are shown
	if len(found) > 0 {
		var text strings.Builder
		if err := found.WriteText(&text, false); err != nil {
			t.Fatal(err)
		}
		t.Fatalf("the example has findings:\n%s", &text)
	}
	for i := range loaded.Talks {
		for _, language := range append([]string{""}, loaded.Talks[i].Languages...) {
			result := talk.Play(loaded.Set, &loaded.Talks[i], language)
			for _, failure := range result.Failures {
				t.Errorf("%s (%s): %s\nwant %q\ngot  %q", result.Talk.Name, language, failure.Message, failure.Want, failure.Got)
			}
		}
	}
}

// TestGivenNames makes sure that each given name is used in the example, where it would be an error if it was gone.
func TestGivenNames(t *testing.T) {
	var all strings.Builder
	err := fs.WalkDir(Example(), ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		text, err := fs.ReadFile(Example(), name)
		all.Write(text)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, given := range explain.Given() {
		if !strings.Contains(all.String(), given.Name) {
			t.Errorf("the example does not use %s", given.Name)
		}
	}
}
