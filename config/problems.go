package config

import (
	"fmt"
	"slices"
	"strings"

	"repartee/flows"
)

// maxFound is how many diagnostics are enough: who has more has another file in the folder by mistake.
const maxFound = 1000

// problems takes over what Compile has found.
func (l *loader) problems(problems []flows.Problem) {
	broken := l.found.HasErrors()
	for _, p := range problems {
		if l.damage.covers(p, l.places.value(p.Ref)) || broken && strings.HasSuffix(p.Code, "-translation") {
			continue // texts that cannot be read as they are meant seem to be others than those that were translated
		}
		if p.Code == "unused-translation" || p.Code == "stale-translation" {
			l.unused[p.Ref] = true
		}
		l.note(l.places.problem(p))
	}
	l.fold()
	l.found = l.found[:min(len(l.found), maxFound)]
}

// problem puts what is wrong with a set at its place.
func (p *places) problem(of flows.Problem) Diagnostic {
	d := Diagnostic{Severity: Error, Code: of.Code, Message: of.Message, Help: of.Help}
	if of.Severity == flows.Warning {
		d.Severity = Warning
	}
	return p.diagnostic(of.Ref, d)
}

// oneCause are the codes of what is wrong in many places as soon as one name is changed, where it stands or everywhere else, or one line of a list is lost.
var oneCause = []string{
	"unknown-flow", "unknown-field", "unknown-name", unknownColumn, "unknown-faq", "unknown-call", "unknown-source", "missing-media", "not-an-option", "bad-cell",
	"unknown-key", "missing-key", "unknown-kind",
}

// maxAlike is how many diagnostics that say the same are shown one by one, maxShown how many of the others' places are named.
const (
	maxAlike = 3
	maxShown = 4
)

// fold makes one of very many diagnostics that say the same. What is still to be translated is nothing to look at while there are mistakes.
func (l *loader) fold() {
	if l.found.HasErrors() {
		l.found = slices.DeleteFunc(l.found, func(d Diagnostic) bool { return d.Code == untranslated || d.Code == "missing-translation" })
	}
	type saying struct{ code, message string }
	alike := map[saying]Diagnostics{}
	for _, d := range l.found {
		same := saying{d.Code, d.Message}
		alike[same] = append(alike[same], d)
	}
	found := make(Diagnostics, 0, len(l.found))
	for same, all := range alike {
		found = append(found, folded(same.code, all)...)
	}
	l.found = found.sorted()
}

// folded makes one diagnostic of very many that say the same: the first, which names the places of the others.
func folded(code string, alike Diagnostics) Diagnostics {
	alike = alike.sorted()
	if len(alike) <= maxAlike || !slices.Contains(oneCause, code) {
		return alike
	}
	first, others := alike[0], alike[1:]
	var places []string
	for _, d := range others[:min(len(others), maxShown)] {
		places = append(places, fmt.Sprintf("%s:%d", d.File, d.Line))
	}
	more := fmt.Sprintf("the same in %d more places: %s", len(others), strings.Join(places, ", "))
	if len(others) > maxShown {
		more += " ..."
	}
	first.Help = strings.TrimPrefix(first.Help+"; "+more, "; ")
	return Diagnostics{first}
}
