package drawing

import (
	"slices"

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
	b.ID = "x" + d.folding.box(step) + "_TO_" + name // authors write no capitals: no other ID is like it
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
