package explain

import (
	"cmp"
	_ "embed"
	"regexp"
	"slices"
	"strings"

	"repartee/flows/analysis/rules"
	"repartee/flows/expr"
)

// Page explains one finding.
type Page struct {
	Code string `json:"code"`
	What string `json:"what"` // is found: one or two sentences
	Why  string `json:"why"`  // it hurts customers, or the people who look after them
	Mend string `json:"mend"` // how to

	Example string `json:"example,omitempty"` // as `check` prints it
	Faulty  string `json:"faulty,omitempty"`  // a flow that has it
	Mended  string `json:"mended,omitempty"`  // the same flow without it
}

// Pages are all pages, by code.
func Pages() []Page {
	all := slices.Concat(yamlPages(), keyPages(), namePages(), typePages(), textPages(), wayPages(), sellingPages(), talkPages())
	examples := Examples()
	for i := range all {
		all[i].Example = examples[all[i].Code]
	}
	for _, rule := range rules.All() {
		all = append(all, Page{Code: rule.Code, What: rule.What, Why: rule.Why, Mend: rule.Mend, Faulty: rule.Example.Faulty(), Mended: rule.Example.Mended()})
	}
	slices.SortFunc(all, func(a, b Page) int { return cmp.Compare(a.Code, b.Code) })
	return all
}

// Of is the page of a code; not ok where there is none.
func Of(code string) (page Page, ok bool) {
	all := Pages()
	i := slices.IndexFunc(all, func(p Page) bool { return p.Code == code })
	if i < 0 {
		return Page{}, false
	}
	return all[i], true
}

// Nearest is the code that somebody may have meant who writes another word; "" where none is like it.
func Nearest(word string) string {
	var codes []string
	for _, page := range Pages() {
		codes = append(codes, page.Code)
	}
	word = strings.ToLower(strings.Trim(word, "[]` "))
	if slices.Contains(codes, word) {
		return word
	}
	return expr.Nearest(word, codes)
}

// examples is what `check` prints of faulty bots, one finding of each code. The tests of package reference write it.
//
//go:embed examples.txt
var examples string

// head is the first line of a finding: file:line:col: severity: message [code].
var head = regexp.MustCompile(`^\S+:\d+:\d+: (error|warning): .* \[([a-z-]+)\]$`)

// Examples are what `check` prints of faulty bots, a finding for each code that has one.
func Examples() map[string]string {
	all := map[string]string{}
	for code, found := range Cut(examples) {
		all[code] = found[0]
	}
	return all
}

// Cut takes the output of `check` apart: its findings, by code.
func Cut(output string) map[string][]string {
	found := map[string][]string{}
	code, example := "", ""
	keep := func() {
		if code != "" {
			found[code] = append(found[code], example)
		}
	}
	for line := range strings.Lines(output) {
		if first := head.FindStringSubmatch(strings.TrimSuffix(line, "\n")); first != nil {
			keep()
			code, example = first[2], ""
		}
		example += line
	}
	keep()
	return found
}
