package rules_test

import (
	"slices"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"

	"repartee/config"
	"repartee/flows"
	"repartee/flows/analysis/rules"
	"repartee/flows/steps"
)

// find gives what the rules find in the small bot with one flow more.
func find(t *testing.T, flow string) []flows.Problem {
	t.Helper()
	base, err := txtar.ParseFile("testdata/base.txtar")
	if err != nil {
		t.Fatal(err)
	}
	folder := fstest.MapFS{}
	for _, file := range base.Files {
		folder[file.Name] = &fstest.MapFile{Data: file.Data}
	}
	if flow != "" {
		folder["flows/part.yaml"] = &fstest.MapFile{Data: []byte(flow)}
	}
	loaded, found := config.Load(folder, steps.Kinds())
	if found.HasErrors() {
		t.Fatalf("it does not run: %v", found)
	}
	return rules.Check(loaded.Set)
}

// TestExamples holds each rule to its page: what is faulty is found, by nothing else than the rule, and what is mended is sound.
func TestExamples(t *testing.T) {
	for _, rule := range rules.All() {
		t.Run(rule.Code, func(t *testing.T) {
			codes := map[string]bool{}
			for _, p := range find(t, rule.Faulty) {
				codes[p.Code] = true
				if p.Code != rule.Code {
					t.Errorf("the faulty example has a finding %s: %s", p.Code, p.Message)
				}
			}
			if !codes[rule.Code] {
				t.Error("the faulty example is not found")
			}
			for _, p := range find(t, rule.Mended) {
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
		if rule.What == "" || rule.Why == "" || rule.Mend == "" || rule.Faulty == "" || rule.Mended == "" {
			t.Errorf("the page of %s is not complete", rule.Code)
		}
		if slices.Contains(codes, rule.Code) {
			t.Errorf("two rules are called %s", rule.Code)
		}
		codes = append(codes, rule.Code)
	}
}
