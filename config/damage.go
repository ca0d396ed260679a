package config

import (
	"maps"
	"slices"
	"strings"

	"repartee/flows"
)

// damage is what is known to be wrong already: nothing that only follows from it is reported again.
type damage struct {
	refs   map[flows.Ref]bool
	flows  map[string]bool // flows that miss steps
	words  map[string]bool // names that stood in what could not be read
	names  bool            // bot.yaml is not there: names may be missing anywhere
	fields bool            // of a flow, or of the customer, are not all there
}

func newDamage() damage {
	return damage{refs: map[flows.Ref]bool{}, flows: map[string]bool{}, words: map[string]bool{}}
}

func (d *damage) add(ref flows.Ref) {
	d.refs[whole(ref)] = true
	d.fields = d.fields || ref.Path == "fields" || ref.Path == "bot.fields"
}

func (d *damage) lose(words []string) {
	for _, w := range words {
		d.words[w] = true
	}
}

// join adds what is known to be wrong elsewhere.
func (d *damage) join(other *damage) {
	maps.Copy(d.refs, other.refs)
	maps.Copy(d.flows, other.flows)
	maps.Copy(d.words, other.words)
	d.names, d.fields = d.names || other.names, d.fields || other.fields
}

// aboutWays are what is said of the ways between steps. In a flow that misses a step these may be there.
var aboutWays = []string{"unreachable-step", "endless-loop", "empty-flow"}

// covers tells whether a problem may only follow from what is wrong already. Value is what stands at its place.
func (d *damage) covers(p flows.Problem, value string) bool {
	return d.words[value] || d.coversNames(p) || d.coversParts(p) || d.around(whole(p.Ref))
}

// coversNames tells whether a problem is about names or texts that may stand in what could not be read.
func (d *damage) coversNames(p flows.Problem) bool {
	switch {
	case p.Ref == flows.Ref{}: // about something that was left out
		return len(d.refs) > 0
	case d.names && strings.HasPrefix(p.Code, "unknown-"):
		return true
	case d.flows[p.Ref.Flow] && slices.Contains(aboutWays, p.Code):
		return true
	}
	switch p.Code {
	case "unknown-name", "unknown-field":
		return d.fields
	case "bad-language":
		return d.refs[flows.Ref{Path: "bot.languages"}]
	case "unused-translation", "stale-translation":
		return len(d.refs)+len(d.words) > 0
	}
	return false
}

// coversParts tells whether something is said to be missing that is there, and what is wrong with it has been said.
func (d *damage) coversParts(p flows.Problem) bool {
	ref := whole(p.Ref)
	switch {
	case strings.HasSuffix(p.Code, "-unused"):
		return d.refs[parent(ref).At("type")]
	case p.Code == "missing-key", p.Code == "bad-wait", p.Code == "two-ways":
		return d.within(ref)
	case p.Code == "missing-options":
		return d.within(ref) || d.within(parent(ref).At("options"))
	}
	return false
}

// around tells whether something is wrong with a Ref itself, or with what it lies in.
func (d *damage) around(ref flows.Ref) bool {
	for ; ; ref = parent(ref) {
		if d.refs[ref] {
			return true
		}
		if ref.Path == "" {
			return false
		}
	}
}

// within tells whether something is wrong below a Ref.
func (d *damage) within(ref flows.Ref) bool {
	for damaged := range d.refs {
		if damaged.Flow == ref.Flow && strings.HasPrefix(damaged.Path, ref.Path+".") {
			return true
		}
	}
	return false
}

// parent is the Ref of what something lies in.
func parent(ref flows.Ref) flows.Ref {
	return flows.Ref{Flow: ref.Flow, Path: ref.Path[:max(strings.LastIndexByte(ref.Path, '.'), 0)]}
}

// value is the part of a text that a Ref means.
func (p *places) value(ref flows.Ref) string {
	at, exact, ok := p.find(ref)
	if !ok || !exact {
		return ""
	}
	if ref.To > ref.From && ref.To <= len(at.node.Value) {
		return at.node.Value[ref.From:ref.To]
	}
	return at.node.Value
}
