package config

import (
	"os"
	"path/filepath"
	"testing"

	"repartee/flows"
	"repartee/flows/steps"
)

// TestReworked changes what a flow says between decoding and compiling, once.
func TestReworked(t *testing.T) {
	fsys := os.DirFS(filepath.Join("testdata", "valid"))
	title := func(options ...Option) string {
		loaded, found := Load(fsys, steps.Kinds(), options...)
		if loaded.Set == nil {
			t.Fatalf("the bot is not sound: %v", found)
		}
		return loaded.Set.Name
	}
	rename := Reworked(func(source *flows.Source) { source.Bot.Name += ", reworked" })
	plain := title()
	if got := title(rename); got != plain+", reworked" {
		t.Errorf("the bot is called %q", got)
	}
	if again := title(); again != plain {
		t.Errorf("the next Load calls it %q", again)
	}
}
