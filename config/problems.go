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
	alike := map[flows.Problem][]Diagnostic{}
	for _, p := range problems {
		if l.damage.covers(p, l.places.value(p.Ref)) {
			continue
		}
		if p.Code == "unused-translation" {
			l.unused[p.Ref] = true
		}
		d := Diagnostic{Severity: Error, Code: p.Code, Message: p.Message, Help: p.Help}
		if p.Severity == flows.Warning {
			d.Severity = Warning
		}
		same := flows.Problem{Code: p.Code, Message: p.Message}
		alike[same] = append(alike[same], l.places.diagnostic(p.Ref, d))
	}
	for same, found := range alike {
		l.found = append(l.found, folded(same.Code, found)...)
	}
	l.found = l.found.sorted()
	l.found = l.found[:min(len(l.found), maxFound)]
}

// oneCause are the codes of what is wrong in many places as soon as one name is changed: where it stands, or everywhere else.
var oneCause = []string{"unknown-flow", "unknown-field", "unknown-name", unknownColumn, "unknown-faq", "unknown-call", "unknown-source", "missing-media"}

// maxAlike is how many diagnostics that say the same are shown one by one, maxShown how many of the others' places are named.
const (
	maxAlike = 3
	maxShown = 4
)

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
