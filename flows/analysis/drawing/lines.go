package drawing

import (
	"slices"
	"strings"

	"repartee/flows"
)

// leave draws what leads on from a step.
func (d *flowDrawing) leave(step *flows.Step) {
	exits := slices.DeleteFunc(slices.Clone(d.set.Exits(step)), func(x flows.Exit) bool { return inherited(step, x) })
	quiet := oneWay(exits)
	for _, exit := range exits {
		to, ok := d.target(step, exit)
		if !ok {
			continue
		}
		label := Label{Ref: noted(step, exits, exit), Step: step.Ref, Text: labelOf(step, exit)}
		if exit.Into == nil {
			label.Folds = d.folding.foldsBehind(step, exit.To)
		}
		line := Line{From: d.boxOf(step), To: to, Style: styleOf(exit), Weight: weightOf(exit)}
		if quiet && exit.Kind == flows.ExitOption || !exit.Written && exit.Kind == flows.ExitOutcome {
			label.Quiet, line.Weight = true, straight
		}
		d.draw(line, label)
	}
	if step.Asks() == nil {
		d.offers(step)
	}
}

// weightOf is how straight the line of an outcome is to be.
func weightOf(x flows.Exit) int {
	switch x.Kind {
	case flows.ExitNext, flows.ExitGo, flows.ExitCall, flows.ExitLeave, flows.ExitAnswer:
		return straight
	case flows.ExitOption:
		if !x.Written {
			return straight - 1
		}
	}
	return 1
}

// noted is the Ref that a turn notes when the outcome comes about: where it is written, or its name below the step's Ref. A step that goes on by itself notes no more
// than that it was taken.
func noted(step *flows.Step, exits []flows.Exit, x flows.Exit) flows.Ref {
	if x.Kind == flows.ExitGo {
		return step.Ref
	}
	if x.Kind == flows.ExitNoArm {
		return step.Ref.At(x.Name)
	}
	if plain(x.Ref) != step.Ref {
		return plain(x.Ref)
	}
	body, ok := step.Body.(flows.Outgoing)
	if !ok {
		return step.Ref
	}
	outcomes := body.Outcomes()
	if x.Kind == flows.ExitNext || x.Kind == flows.ExitAnswer { // it is what the others are not
		outcomes = slices.DeleteFunc(slices.Clone(outcomes), func(name string) bool {
			return slices.ContainsFunc(exits, func(x flows.Exit) bool { return x.Name == name })
		})
		if len(outcomes) == 1 {
			return step.Ref.At(outcomes[0])
		}
	} else if slices.Contains(outcomes, x.Name) {
		return step.Ref.At(x.Name)
	}
	return step.Ref
}

// offers draws the flows that buttons under a message lead to; the talk does not wait for them.
func (d *flowDrawing) offers(step *flows.Step) {
	step.Forms(func(form any) {
		b, ok := form.(*flows.Button)
		if !ok || b.Flow == nil {
			return
		}
		if into := d.set.Flow(b.Flow.Name); into != nil {
			line := Line{From: d.boxOf(step), To: d.own(step, string(into.ID), flowBox(into)), Style: Excursion, Weight: 1}
			d.draw(line, Label{Text: plainText(b.Label.Source), Ref: plain(b.Ref), Step: step.Ref})
		}
	})
}

// flowBox is another flow, as a step of this one sees it.
func flowBox(flow *flows.Flow) Box {
	return Box{Shape: Other, Kind: "flow", Name: string(flow.ID), Text: plainText(flow.Title.Source), Ref: plain(flow.Ref)}
}

// inherited tells of an outcome that is not written at the step itself, nor comes about without a word.
func inherited(step *flows.Step, x flows.Exit) bool {
	switch x.Kind {
	case flows.ExitButton, flows.ExitGiveUp, flows.ExitSilence:
		return !strings.HasPrefix(x.Ref.Path, step.Ref.Path+".")
	}
	return false
}

// oneWay tells that all that a customer or the step itself can choose leads to the same place, so that no line needs a label to tell it from the others.
func oneWay(exits []flows.Exit) bool {
	for i, x := range exits {
		if x.Returns || x.To != exits[0].To || x.Into != exits[0].Into || i > 0 && x.Written && x.Kind == flows.ExitOutcome {
			return false
		}
	}
	return true
}

// target finds the box that an outcome leads to, and makes one for an end or another flow. There is none for what the box itself stands for.
func (d *flowDrawing) target(step *flows.Step, x flows.Exit) (box int, ok bool) {
	switch {
	case x.Kind == flows.ExitLeave:
		return 0, false
	case x.Kind == flows.ExitCall, x.Into == nil && x.To != nil:
		if x.To == nil {
			return d.end(step), true
		}
		return d.boxOf(x.To), true
	case x.Into != nil:
		return d.own(step, string(x.Into.ID), flowBox(x.Into)), true
	case step.Ends() && x.Kind == flows.ExitNext && d.picture.Boxes[d.boxOf(step)].Shape == End:
		return 0, false
	}
	return d.end(step), true
}

func (d *flowDrawing) end(step *flows.Step) int {
	return d.own(step, "end", Box{Shape: End, Kind: "end"})
}

// own gives the box of an end or another flow that stands at the box of a step: lines from everywhere to one box would cross everything.
func (d *flowDrawing) own(step *flows.Step, name string, b Box) int {
	b.ID = "x" + d.folding.box(step) + "_" + name
	if box, ok := d.boxes[b.ID]; ok {
		return box
	}
	return d.add(b)
}

// draw adds a line for an outcome, or the outcome to the line that there is. What goes on within a folded box is not drawn. A mark of the step is on its box.
func (d *flowDrawing) draw(line Line, label Label) {
	if line.From == line.To && d.picture.Boxes[line.From].Folded > 0 {
		return
	}
	if label.Ref != label.Step {
		label = d.marks.label(label)
	}
	line.Labels = []Label{label}
	d.picture.Lines = merged(d.picture.Lines, line)
}

// merged adds a line. Where there is one between the same boxes in the same style, it gets the label too.
func merged(lines []Line, line Line) []Line {
	line.Missed = line.Labels[0].Missed
	i := slices.IndexFunc(lines, func(l Line) bool { return l.From == line.From && l.To == line.To && l.Style == line.Style })
	if i < 0 {
		return append(lines, line)
	}
	same := &lines[i]
	same.Labels = append(same.Labels, line.Labels...)
	same.Weight = max(same.Weight, line.Weight)
	same.Missed = same.Missed && line.Missed
	return lines
}

func styleOf(x flows.Exit) Style {
	switch {
	case x.Returns && x.Kind != flows.ExitCall:
		return Excursion
	case x.Kind == flows.ExitPass, x.Kind == flows.ExitSkip:
		return Past
	case x.Kind == flows.ExitOutcome, x.Kind == flows.ExitGiveUp, x.Kind == flows.ExitSilence:
		if x.Written {
			return Repair
		}
	case x.Kind == flows.ExitOption && x.Option != nil && x.Option.FAQ != nil:
		return Excursion
	}
	return Way
}

// labelOf is what a line says: what customers press, else the condition, else the name of the outcome. Where the step goes on by itself there is nothing to say.
func labelOf(step *flows.Step, x flows.Exit) string {
	switch x.Kind {
	case flows.ExitNext, flows.ExitAnswer:
		if loops(step) {
			return "done"
		}
		return ""
	case flows.ExitGo, flows.ExitCall, flows.ExitLeave:
		return ""
	case flows.ExitOption:
		if x.Option != nil && x.Option.Label.Source != "" {
			return plainText(x.Option.Label.Source)
		}
	case flows.ExitSkip:
		if q := step.Asks(); q != nil {
			return plainText(q.Skip.Source)
		}
	case flows.ExitPass:
		return "if not"
	case flows.ExitRound:
		return "for each"
	case flows.ExitButton:
		return buttonLabel(step, x)
	}
	return x.Name
}

// buttonLabel is what a button under a question says.
func buttonLabel(step *flows.Step, x flows.Exit) string {
	label := x.Name
	step.Forms(func(form any) {
		if b, ok := form.(*flows.Button); ok && b.Ref == x.Ref && b.Label.Source != "" {
			label = plainText(b.Label.Source)
		}
	})
	return label
}
