package config_test

import (
	"os"
	"testing"

	"repartee/config"
	"repartee/flows/steps"
	"repartee/flows/talk"
)

// TestRenameExample renames something of each sort in a whole bot: its files stay without errors, and its talks go as before.
func TestRenameExample(t *testing.T) {
	root, err := os.OpenRoot("../examples/coffee")
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	w := config.NewWorkspace(root.FS(), steps.Kinds())
	l, found := w.Load()
	if l.Set == nil {
		t.Fatal(found)
	}
	done := map[config.NameSort]bool{}
	for _, m := range l.Mentions() {
		if done[m.Name.Sort] || l.Renamable(m) != nil {
			continue
		}
		done[m.Name.Sort] = true
		changes, err := w.Rename(l, m, m.Name.Name+"_renamed")
		if err != nil {
			t.Errorf("%s %s: %v", m.Name.Sort, m.Name.Name, err)
			continue
		}
		for name, content := range config.Changed(l.Files, changes) {
			w.Edit(name, content)
		}
		now, wrong := w.Load()
		if len(wrong) != len(found) {
			t.Errorf("%s %s: %v", m.Name.Sort, m.Name.Name, wrong)
		}
		for i := range now.Talks {
			if played := talk.Play(now.Set, &now.Talks[i], ""); len(played.Failures) > 0 {
				t.Errorf("%s %s: the talk %q fails: %s", m.Name.Sort, m.Name.Name, now.Talks[i].Name, played.Failures[0].Message)
			}
		}
		for name := range l.Files {
			w.Close(name)
		}
	}
	for _, sort := range []config.NameSort{config.NameFlow, config.NameStep, config.NameField, config.NameOption, config.NameItem, config.NamePhrase} {
		if !done[sort] {
			t.Errorf("no %s was renamed", sort)
		}
	}
}
