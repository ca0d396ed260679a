package flows_test

import (
	"os"
	"path/filepath"
	"testing"

	"repartee/config"
	"repartee/flows/steps"
	"repartee/flows/talk"
)

// TestTalks plays the talks of the bots under testdata: each bot shows one part of the language. In a talk every state goes through JSON, and the state that a
// turn was given must be as it was.
func TestTalks(t *testing.T) {
	bots, err := filepath.Glob("testdata/*/bot.yaml")
	if err != nil || len(bots) == 0 {
		t.Fatalf("no bots under testdata: %v", err)
	}
	for _, file := range bots {
		dir := filepath.Dir(file)
		t.Run(filepath.Base(dir), func(t *testing.T) { playAll(t, dir) })
	}
}

func playAll(t *testing.T, dir string) {
	loaded, found, err := config.LoadDir(dir, steps.Kinds())
	if err != nil {
		t.Fatal(err)
	}
	if found.HasErrors() {
		_ = found.WriteText(os.Stderr, false)
		t.Fatal("the bot has errors")
	}
	if len(loaded.Talks) == 0 {
		t.Fatal("the bot has no talks")
	}
	for i := range loaded.Talks {
		languages := loaded.Talks[i].Languages
		if languages == nil {
			languages = []string{""}
		}
		for _, language := range languages {
			play(t, loaded, &loaded.Talks[i], language)
		}
	}
}

func play(t *testing.T, loaded *config.Loaded, one *talk.Talk, language string) {
	result := talk.Play(loaded.Set, one, language)
	for _, failure := range result.Failures {
		file, line, _ := loaded.Position(failure.Ref)
		t.Errorf("%s:%d: %s (%s): %s\nwant %q\ngot  %q", file, line, one.Name, result.Language, failure.Message, failure.Want, failure.Got)
	}
	if t.Failed() {
		for _, line := range result.Transcript {
			t.Log(line)
		}
	}
}
