package rules_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"

	"repartee/config"
	"repartee/flows"
	"repartee/flows/analysis/rules"
	"repartee/flows/steps"
)

// find gives what the rules find in the small bot with one flow more, or with what else an example has.
func find(t *testing.T, flow string) []flows.Problem {
	t.Helper()
	folder := small(t)
	for name, text := range documents(flow) {
		if name == "bot.yaml" {
			text = overlaid(string(folder[name].Data), text)
		}
		folder[name] = &fstest.MapFile{Data: []byte(text)}
	}
	loaded, found := config.Load(folder, steps.Kinds())
	if found.HasErrors() {
		t.Fatalf("it does not run: %v", found)
	}
	return rules.Check(loaded.Set)
}

// small is the folder of the small bot.
func small(t testing.TB) fstest.MapFS {
	t.Helper()
	base, err := txtar.ParseFile("testdata/base.txtar")
	if err != nil {
		t.Fatal(err)
	}
	folder := fstest.MapFS{}
	for _, file := range base.Files {
		folder[file.Name] = &fstest.MapFile{Data: file.Data}
	}
	return folder
}

// TestExamples holds each rule to its page: what is faulty is found, by nothing else than the rule, and what is mended is sound.
func TestExamples(t *testing.T) {
	for _, rule := range rules.All() {
		t.Run(rule.Code, func(t *testing.T) {
			codes := map[string]bool{}
			for _, p := range find(t, rule.Example.Faulty()) {
				codes[p.Code] = true
				if p.Code != rule.Code {
					t.Errorf("the faulty example has a finding %s: %s", p.Code, p.Message)
				}
			}
			if !codes[rule.Code] {
				t.Error("the faulty example is not found")
			}
			for _, p := range find(t, rule.Example.Mended()) {
				t.Errorf("the mended example has a finding %s: %s", p.Code, p.Message)
			}
		})
	}
}

// TestBase holds the small bot itself to the rules.
func TestBase(t *testing.T) {
	for _, p := range find(t, "") {
		t.Errorf("%s at %s: %s", p.Code, p.Ref.Path, p.Message)
	}
}

// TestPages makes sure that every rule says all that explain shows, under a code of its own.
func TestPages(t *testing.T) {
	var codes []string
	for _, rule := range rules.All() {
		if rule.What == "" || rule.Why == "" || rule.Mend == "" || rule.Example == "" {
			t.Errorf("the page of %s is not complete", rule.Code)
		}
		for line := range strings.Lines(string(rule.Example)) {
			if line != "\n" && !strings.HasPrefix(line, "  ") && !strings.HasPrefix(line, "< ") && !strings.HasPrefix(line, "> ") {
				t.Errorf("in the example of %s there is a line that belongs to neither text: %q", rule.Code, line)
			}
		}
		if slices.Contains(codes, rule.Code) {
			t.Errorf("two rules are called %s", rule.Code)
		}
		codes = append(codes, rule.Code)
	}
}

// documents takes an example apart: a flow, or keys of bot.yaml, and behind lines as `--- # texts/de.yaml` what stands in other files.
func documents(text string) map[string]string {
	files := map[string]string{}
	name := "flows/part.yaml"
	if !strings.HasPrefix(text, "flow:") {
		name = "bot.yaml"
	}
	for line := range strings.Lines(text) {
		if file, ok := strings.CutPrefix(line, "--- # "); ok {
			name = strings.TrimSpace(file)
			continue
		}
		files[name] += line
	}
	return files
}

// overlaid is bot.yaml with some of its keys written anew.
func overlaid(bot, keys string) string {
	for _, block := range blocks(keys) {
		key, _, _ := strings.Cut(block, ":")
		old := blocks(bot)
		if i := slices.IndexFunc(old, func(b string) bool { return strings.HasPrefix(b, key+":") }); i >= 0 {
			old[i] = block
		} else {
			old = append(old, block)
		}
		bot = strings.Join(old, "")
	}
	return bot
}

// blocks are the parts of a file, each from a line that is not indented to the next one.
func blocks(text string) []string {
	var parts []string
	for line := range strings.Lines(text) {
		if len(parts) == 0 || !strings.HasPrefix(line, " ") {
			parts = append(parts, "")
		}
		parts[len(parts)-1] += line
	}
	return parts
}

// TestAllow takes findings away where they are meant to be so: at a step and all within it, in a flow, and in bot.yaml for what stands in no flow.
func TestAllow(t *testing.T) {
	flow := "flow: part\nstart: {command: part}\nfields: {cups: integer}\n%s" +
		"steps:\n  - branch:\n      - when: known(brew)\n        do:\n          - ask: cups\n            text: How many?\n            %s\n      - else: [say: Fine.]\n    %s\n"
	allow := "allow: [useless-question]\n"
	for _, at := range [][]any{{"", allow, ""}, {"", "", allow}, {allow, "", ""}} {
		if found := find(t, fmt.Sprintf(flow, at...)); len(found) > 0 {
			t.Errorf("with %q it is found: %v", at, found)
		}
	}
	if found := find(t, fmt.Sprintf(flow, "", "", "")); len(found) != 1 {
		t.Errorf("without allow there is found %v", found)
	}
}
