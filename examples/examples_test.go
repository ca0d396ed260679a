package examples_test

import (
	"io/fs"
	"strings"
	"testing"

	"repartee/config"
	"repartee/examples"
	"repartee/flows/steps"
	"repartee/flows/talk"
)

// load gives the coffee example, which has to be without a finding.
func load(t *testing.T) *config.Loaded {
	t.Helper()
	loaded, found := config.Load(examples.Coffee(), steps.Kinds())
	var text strings.Builder
	if err := found.WriteText(&text, false); err != nil {
		t.Fatal(err)
	}
	if len(found) > 0 {
		t.Fatalf("findings in the example:\n%s", &text)
	}
	return loaded
}

func TestCoffeeTalks(t *testing.T) {
	loaded := load(t)
	if len(loaded.Talks) < 12 {
		t.Fatalf("%d talks were read", len(loaded.Talks))
	}
	for i := range loaded.Talks {
		test := &loaded.Talks[i]
		languages := test.Languages
		if len(languages) == 0 {
			languages = loaded.Set.Languages[:1]
		}
		for _, language := range languages {
			t.Run(test.Name+"/"+language, func(t *testing.T) { play(t, loaded, test, language) })
		}
	}
}

func play(t *testing.T, loaded *config.Loaded, test *talk.Talk, language string) {
	t.Helper()
	result := talk.Play(loaded.Set, test, language)
	for _, failure := range result.Failures {
		file, line, _ := loaded.Position(failure.Ref)
		t.Errorf("%s:%d: %s\nwant %q\ngot  %q", file, line, failure.Message, failure.Want, failure.Got)
	}
	if !result.Passed() {
		t.Logf("the talk as it went:\n%s", strings.Join(result.Transcript, "\n"))
	}
}

func TestNames(t *testing.T) {
	for _, name := range examples.Names() {
		if name != "coffee" {
			t.Errorf("no function gives the folder %s", name)
		}
	}
	if _, err := fs.Stat(examples.Coffee(), "bot.yaml"); err != nil {
		t.Error(err)
	}
}
