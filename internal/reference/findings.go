package reference

import (
	"fmt"
	"io/fs"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"
)

// goldens are where the findings of faulty bots stand as check prints them.
const goldens = "config/testdata"

// headLine is the first line of a finding: file:line:col: severity: message [code].
var headLine = regexp.MustCompile(`^\S+:\d+:\d+: (error|warning): .* \[([a-z-]+)\]$`)

// findingsPage lists the codes with what they mean, and an example each.
func findingsPage(w *writer) error {
	examples, err := findingExamples(w.repository)
	if err != nil {
		return err
	}
	own, err := faultExamples()
	if err != nil {
		return err
	}
	maps.Copy(examples, own)
	for code := range examples {
		if findings[code] == "" {
			return fmt.Errorf("the finding %s has no line in findings", code)
		}
	}
	w.title("Findings", "What `repartee check` finds, by the code in brackets at the end of a message. An error keeps the bot from running, a warning does not.")
	for _, code := range slices.Sorted(maps.Keys(findings)) {
		w.heading(2, code)
		w.paragraph(findings[code])
		if example := examples[code]; example != "" {
			w.block("text", example)
		}
	}
	return nil
}

// findingExamples takes the shortest example of each code from the goldens.
func findingExamples(repository fs.FS) (map[string]string, error) {
	files, err := fs.Glob(repository, path.Join(goldens, "*", "want.txt"))
	if err != nil {
		return nil, fmt.Errorf("find the goldens: %w", err)
	}
	examples := map[string]string{}
	for _, name := range files {
		text, err := fs.ReadFile(repository, name)
		if err != nil {
			return nil, fmt.Errorf("read a golden: %w", err)
		}
		for code, all := range findingsIn(string(text)) {
			for _, example := range all {
				if known := examples[code]; known == "" || better(example, known) {
					examples[code] = example
				}
			}
		}
	}
	return examples, nil
}

// better tells whether an example is shorter, and at the same length earlier in the alphabet: no golden's order decides.
func better(a, b string) bool { return len(a) < len(b) || len(a) == len(b) && a < b }

// findingsIn cuts the output of check into its findings, by code.
func findingsIn(text string) map[string][]string {
	found := map[string][]string{}
	code, example := "", ""
	keep := func() {
		if code != "" {
			found[code] = append(found[code], example)
		}
	}
	for line := range strings.Lines(text) {
		if head := headLine.FindStringSubmatch(strings.TrimSuffix(line, "\n")); head != nil {
			keep()
			code, example = head[2], ""
		}
		example += line
	}
	keep()
	return found
}
