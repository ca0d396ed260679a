package reference

import (
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"

	"repartee/config/explain"
)

// goldens are where the findings of faulty bots stand as check prints them.
const goldens = "config/testdata"

// findingsPage lists the codes with what they mean, and an example each.
func findingsPage(w *writer) error {
	w.title("Findings", "What `repartee check` finds, by the code in brackets at the end of a message; `repartee explain CODE` prints the same. An error keeps the bot from running, a warning does not. "+
		"A warning that is meant so can be allowed where it stands: `allow: [code]` at the step or at the head of the flow.")
	for _, page := range explain.Pages() {
		w.heading(2, page.Code)
		w.paragraph(page.What)
		w.paragraph("*Why it hurts.* " + page.Why)
		w.paragraph("*How to mend it.* " + page.Mend)
		switch {
		case page.Faulty != "":
			w.block("yaml", "# found here\n"+page.Faulty)
			w.block("yaml", "# and not here\n"+page.Mended)
		case page.Example != "":
			w.block("text", page.Example)
		}
	}
	return nil
}

// Examples writes what check prints of a faulty bot for each code, the shortest that the goldens and the faults of this package have. The pages of package explain
// are shown with it.
func Examples(repository fs.FS) (string, error) {
	examples, err := findingExamples(repository)
	if err != nil {
		return "", err
	}
	own, err := faultExamples()
	if err != nil {
		return "", err
	}
	maps.Copy(examples, own)
	var text strings.Builder
	for _, code := range slices.Sorted(maps.Keys(examples)) {
		if _, ok := explain.Of(code); !ok {
			return "", fmt.Errorf("the finding %s has no page in package explain", code)
		}
		text.WriteString(examples[code])
	}
	return text.String(), nil
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
		for code, all := range explain.Cut(string(text)) {
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
