package examples_test

import (
	"io/fs"
	"slices"
	"strings"
	"testing"

	"repartee/config"
	"repartee/examples"
	"repartee/flows"
	"repartee/flows/steps"
	"repartee/flows/talk"
)

// TestTalks holds every example to what its readers may expect: no finding, each talk goes as written in each of its languages, and together they go through
// all of the bot.
func TestTalks(t *testing.T) {
	for _, name := range examples.Names() {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			loaded := load(t, name)
			if len(loaded.Talks) < 15 {
				t.Errorf("only %d talks were read", len(loaded.Talks))
			}
			taken := map[flows.Ref]bool{}
			for i := range loaded.Talks {
				playAll(t, loaded, &loaded.Talks[i], taken)
			}
			for _, way := range loaded.Set.Ways() {
				if !taken[way.Ref] {
					file, line, _ := loaded.Position(way.Ref)
					t.Errorf("%s:%d: %s is in no talk", file, line, way.Name)
				}
			}
		})
	}
}

// load gives an example, which has to be without a finding.
func load(t *testing.T, name string) *config.Loaded {
	t.Helper()
	folder, ok := examples.Folder(name)
	if !ok {
		t.Fatalf("there is no folder %s", name)
	}
	loaded, found := config.Load(folder, steps.Kinds())
	found = append(found, loaded.Check()...)
	var text strings.Builder
	if err := found.WriteText(&text, false); err != nil {
		t.Fatal(err)
	}
	if len(found) > 0 {
		t.Fatalf("findings in the example:\n%s", &text)
	}
	return loaded
}

func playAll(t *testing.T, loaded *config.Loaded, test *talk.Talk, taken map[flows.Ref]bool) {
	languages := test.Languages
	if len(languages) == 0 {
		languages = loaded.Set.Languages[:1]
	}
	for _, language := range languages {
		t.Run(test.Name+"/"+language, func(t *testing.T) {
			for _, ref := range play(t, loaded, test, language) {
				taken[ref] = true
			}
		})
	}
}

// play gives what the talk went through.
func play(t *testing.T, loaded *config.Loaded, test *talk.Talk, language string) []flows.Ref {
	t.Helper()
	result := talk.Play(loaded.Set, test, language)
	for _, failure := range result.Failures {
		file, line, _ := loaded.Position(failure.Ref)
		t.Errorf("%s:%d: %s\nwant %q\ngot  %q", file, line, failure.Message, failure.Want, failure.Got)
	}
	if !result.Passed() {
		t.Logf("the talk as it went:\n%s", strings.Join(result.Transcript, "\n"))
	}
	return result.Taken
}

// TestLanguages makes sure that each example shows its talks in every language that it speaks.
func TestLanguages(t *testing.T) {
	for _, name := range examples.Names() {
		loaded := load(t, name)
		for _, language := range loaded.Set.Languages {
			if !slices.ContainsFunc(loaded.Talks, func(test talk.Talk) bool { return slices.Contains(test.Languages, language) }) {
				t.Errorf("no talk of %s is played in %s", name, language)
			}
		}
	}
}

func TestFolder(t *testing.T) {
	for _, name := range examples.Names() {
		folder, ok := examples.Folder(name)
		if !ok {
			t.Errorf("%s is listed, and has no folder", name)
			continue
		}
		if _, err := fs.Stat(folder, "bot.yaml"); err != nil {
			t.Error(err)
		}
	}
	if _, ok := examples.Folder("tea"); ok {
		t.Error("there is a folder that is not listed")
	}
	if _, err := fs.Stat(examples.Coffee(), "flows/advice.yaml"); err != nil {
		t.Error(err)
	}
}
