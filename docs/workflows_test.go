package docs_test

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"

	"repartee/internal/cli"
)

// workflow is what GitHub Actions reads of a file, as far as it runs something.
type workflow struct {
	On   map[string]any `yaml:"on"`
	Jobs map[string]struct {
		RunsOn string `yaml:"runs-on"`
		Steps  []struct {
			Name string         `yaml:"name"`
			Uses string         `yaml:"uses"`
			Run  string         `yaml:"run"`
			If   string         `yaml:"if"`
			Env  map[string]any `yaml:"env"`
			With map[string]any `yaml:"with"`
			In   string         `yaml:"working-directory"`
		} `yaml:"steps"`
	} `yaml:"jobs"`
	Name        string         `yaml:"name"`
	Permissions map[string]any `yaml:"permissions"`
}

// TestWorkflows reads the workflows of the pages: every key is known, every step uses or runs something, and every call of repartee is one that the program has.
func TestWorkflows(t *testing.T) {
	read := 0
	for _, name := range pages(t) {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, b := range blocksOf(t, name, string(text)) {
			if b.attributes["workflow"] != "" {
				read++
				readWorkflow(t, b)
			}
		}
	}
	if read == 0 {
		t.Error("no page has a workflow")
	}
}

func readWorkflow(t *testing.T, b block) {
	t.Helper()
	var w workflow
	if err := yaml.UnmarshalWithOptions([]byte(b.text), &w, yaml.Strict()); err != nil {
		t.Fatalf("%s: %s", b.at, err)
	}
	if len(w.On) == 0 || len(w.Jobs) == 0 {
		t.Errorf("%s: the workflow never runs: %+v", b.at, w)
	}
	calls := 0
	for id, job := range w.Jobs {
		for _, step := range job.Steps {
			if (step.Uses == "") == (step.Run == "") {
				t.Errorf("%s: a step of %s has to use or to run something: %+v", b.at, id, step)
			}
			for line := range strings.Lines(step.Run) {
				if call, ok := strings.CutPrefix(line, "repartee "); ok {
					calls++
					checkCall(t, b, call)
				}
			}
		}
	}
	if calls < 4 {
		t.Errorf("%s: repartee is called %d times only", b.at, calls)
	}
}

// checkCall holds a call against the help of its command, which lists the flags.
func checkCall(t *testing.T, b block, call string) {
	t.Helper()
	words := strings.Fields(call)
	var help bytes.Buffer
	if status := cli.Main([]string{words[0], "--help"}, strings.NewReader(""), &help, &help); status != 0 {
		t.Errorf("%s: there is no repartee %s", b.at, words[0])
	}
	for _, word := range words[1:] {
		if strings.HasPrefix(word, "--") && !strings.Contains(help.String(), word+" ") {
			t.Errorf("%s: repartee %s has no %s", b.at, words[0], word)
		}
		if strings.ContainsAny(word, "|>") {
			return // what follows is the shell's
		}
	}
}
