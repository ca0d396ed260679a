package config

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"repartee/config/document"
	"repartee/flows"
	"repartee/flows/analysis/rules"
	"repartee/flows/expr"
)

// Fix is what an author may let be written because of a diagnostic.
type Fix struct {
	Title   string
	Changes []Change
	Files   []Edit // that are written anew as a whole
	Sure    bool   // it is what was most likely meant
}

// Fixes are what can be written because of a diagnostic of these files, the best one first. What only its author can know is left to him.
func (l *Loaded) Fixes(d Diagnostic) []Fix {
	var fixes []Fix
	if word := expr.Meant(d.Help); word != "" && expr.Nearest(wordAt(d), []string{word}) != "" {
		at := Range{d.File, d.Line, d.Col, d.EndCol}
		fixes = append(fixes, Fix{Title: "Write `" + word + "`", Changes: []Change{{at, word}}, Sure: true})
	}
	switch d.Code {
	case "duplicate-id":
		fixes = append(fixes, l.ownID(d)...)
	case "branch-not-covered":
		fixes = append(fixes, l.elseArm(d)...)
	case "missing-translation":
		fixes = append(fixes, l.entriesFor()...)
	}
	return append(fixes, l.allowed(d)...)
}

// wordAt is the word that a diagnostic is about; "" where it is about more than one word, or about one in quotes: what was meant is only a part of that.
func wordAt(d Diagnostic) string {
	line := []rune(d.Source)
	if d.Col < 1 || d.EndCol <= d.Col || d.EndCol-1 > len(line) {
		return ""
	}
	text := string(line[d.Col-1 : d.EndCol-1])
	if strings.ContainsFunc(text, func(r rune) bool { return r != '_' && !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		return ""
	}
	return text
}

// ownID gives a step that is known by the same as another one an id of its own.
func (l *Loaded) ownID(d Diagnostic) []Fix {
	step, at := l.stepAt(d.File, d.Line)
	if step == nil || step.ID != "" || step.Name() == "" || at.node.Kind != document.Map || at.doc.Place(at.node).Line != d.Line {
		return nil
	}
	id := ""
	for n := 2; id == "" || step.Flow().Resting(id) != nil; n++ {
		id = fmt.Sprintf("%s_%d", step.Name(), n)
	}
	return []Fix{{Title: "Give the step an id of its own: `" + id + "`", Changes: []Change{l.inFront(at, "id: "+id)}, Sure: true}}
}

// stepAt is the innermost step that a line belongs to; nil where it belongs to none.
func (l *Loaded) stepAt(file string, line int) (found *flows.Step, at place) {
	for _, flow := range l.source.Flows {
		if l.places.fileOf(flow.Ref.At("flow")) != file {
			continue
		}
		for _, step := range flow.AllSteps() {
			within, ok := l.places.at(step.Ref)
			if !ok {
				continue
			}
			if first, last := within.doc.Extent(within.node); first <= line && line <= last {
				found, at = step, within
			}
		}
	}
	return found, at
}

// elseArm adds the arm for all others to a list of arms with a dash in front of each. What is said there is for the author to write.
func (l *Loaded) elseArm(d Diagnostic) []Fix {
	_, at := l.stepAt(d.File, d.Line)
	arms := armsAt(at, d.Line)
	if arms == nil {
		return nil
	}
	last := arms.Items[len(arms.Items)-1]
	_, end := at.doc.Extent(last)
	for end > at.doc.Place(last).Line && strings.TrimSpace(at.doc.Line(end)) == "" {
		end--
	}
	arm := "- else: "
	if last.Get("do") != nil {
		arm = "- else: [{say: }]"
	}
	dash := at.doc.Place(last).Col - len("- ")
	col := len([]rune(at.doc.Line(end))) + 1
	change := Change{Range{at.doc.Name, end, col, col}, l.newLine(at.doc, dash) + arm}
	return []Fix{{Title: "Add an arm for all others", Changes: []Change{change}}}
}

// armsAt finds the arms that begin below a key of a step which stands on a line.
func armsAt(at place, line int) *document.Node {
	if at.node == nil {
		return nil
	}
	for _, p := range at.node.Pairs {
		arms := p.Value
		if at.doc.Place(p.Key).Line == line && arms.Kind == document.List && !arms.Flow && len(arms.Items) > 0 && arms.Items[0].Get("when") != nil {
			return arms
		}
	}
	return nil
}

// entriesFor adds the texts that have no entry yet to the files of translations that there are, as `repartee texts` does.
func (l *Loaded) entriesFor() []Fix {
	if l.Set == nil {
		return nil
	}
	var fixes []Fix
	for _, texts := range l.Retext() {
		_, there := l.Files[texts.File]
		if !there || texts.Added == 0 {
			continue
		}
		fixes = append(fixes, Fix{Title: "Add what is missing to " + texts.File, Files: []Edit{texts.Edit}})
	}
	return fixes
}

// allowed has a finding of the dialogue allowed at its step.
func (l *Loaded) allowed(d Diagnostic) []Fix {
	if !slices.ContainsFunc(rules.All(), func(r rules.Rule) bool { return r.Code == d.Code }) {
		return nil
	}
	step, at := l.stepAt(d.File, d.Line)
	if step == nil || at.node.Kind != document.Map {
		return nil
	}
	change := l.beside(at, step.Kind, "allow: ["+d.Code+"]")
	if list := at.node.Get("allow"); list != nil {
		if list.Kind != document.List || !list.Flow || len(list.Items) == 0 {
			return nil
		}
		p := at.doc.Place(list.Items[len(list.Items)-1])
		change = Change{Range: Range{at.doc.Name, p.Line, p.End, p.End}, Text: ", " + d.Code}
	}
	return []Fix{{Title: "Allow it at this step", Changes: []Change{change}}}
}
