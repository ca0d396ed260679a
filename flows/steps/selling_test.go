package steps_test

import (
	"os"
	"path/filepath"
	"testing"

	"repartee/config"
	"repartee/flows/steps"
	"repartee/flows/talk"
)

// TestTalks plays the talks of the shop under testdata, which sells and books by all the ways there are.
func TestTalks(t *testing.T) {
	loaded, found, err := config.LoadDir(filepath.Join("testdata", "shop"), steps.Kinds())
	if err != nil {
		t.Fatal(err)
	}
	if found.HasErrors() {
		_ = found.WriteText(os.Stderr, false)
		t.Fatal("the bot has errors")
	}
	for i := range loaded.Talks {
		one := &loaded.Talks[i]
		t.Run(one.Name, func(t *testing.T) { playIn(t, loaded, one) })
	}
}

// playIn plays a talk in each of its languages.
func playIn(t *testing.T, loaded *config.Loaded, one *talk.Talk) {
	languages := one.Languages
	if languages == nil {
		languages = []string{""}
	}
	for _, language := range languages {
		result := talk.Play(loaded.Set, one, language)
		for _, failure := range result.Failures {
			file, line, _ := loaded.Position(failure.Ref)
			t.Errorf("%s:%d (%s): %s\nwant %q\ngot  %q", file, line, result.Language, failure.Message, failure.Want, failure.Got)
		}
		if t.Failed() || testing.Verbose() {
			for _, line := range result.Transcript {
				t.Log(line)
			}
		}
	}
}
