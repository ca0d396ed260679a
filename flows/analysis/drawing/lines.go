package drawing

import (
	"slices"
	"strconv"
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
		line := Line{From: d.steps[step], To: to, Style: styleOf(exit), Weight: 1}
		label := Label{Ref: plain(exit.Ref)}
		if label.Ref != step.Ref { // else the mark is on the box
			label = d.marks.label(label)
		}
		switch exit.Kind {
		case flows.ExitNext, flows.ExitGo, flows.ExitCall, flows.ExitLeave, flows.ExitAnswer:
			line.Weight = straight
		default:
			label.Text = labelOf(step, exit)
			if exit.Kind == flows.ExitOption && !exit.Written {
				line.Weight = straight - 1
			}
		}
		if quiet && (exit.Kind == flows.ExitOption || exit.Kind == flows.ExitPass) || !exit.Written && exit.Kind == flows.ExitOutcome {
			label.Quiet, line.Weight = true, straight
		}
		line.Labels = []Label{label}
		d.draw(line)
	}
	if step.Asks() == nil {
		d.offers(step)
	}
}

// offers draws the flows that buttons under a message lead to; the talk does not wait for them.
func (d *flowDrawing) offers(step *flows.Step) {
	flows.Forms(step.Body, func(form any) {
		b, ok := form.(*flows.Button)
		if !ok || b.Flow == nil {
			return
		}
		if into := d.set.Flow(b.Flow.Name); into != nil {
			label := d.marks.label(Label{Text: b.Label.Source, Ref: b.Ref})
			d.draw(Line{From: d.steps[step], To: d.own(step, string(into.ID), flowBox(into)), Style: Excursion, Labels: []Label{label}, Weight: 1})
		}
	})
}

// flowBox is another flow, as a step of this one sees it.
func flowBox(flow *flows.Flow) Box {
	return Box{Shape: Other, Kind: "flow", Name: string(flow.ID), Text: flow.Title.Source, Ref: plain(flow.Ref)}
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
			return d.own(step, "end", Box{Shape: End, Kind: "end"}), true
		}
		return d.steps[x.To], true
	case x.Into != nil:
		return d.own(step, string(x.Into.ID), flowBox(x.Into)), true
	case step.Ends() && x.Kind == flows.ExitNext:
		return 0, false
	}
	return d.own(step, "end", Box{Shape: End, Kind: "end"}), true
}

// own gives the box of an end or another flow that stands at a step.
func (d *flowDrawing) own(step *flows.Step, name string, b Box) int {
	key := beside{step, name}
	box, ok := d.private[key]
	if !ok {
		b.ID = "x" + strconv.Itoa(len(d.private)+1)
		box = d.add(b)
		d.private[key] = box
	}
	return box
}

// beside is what stands at a step: the end, or another flow by its name.
type beside struct {
	step *flows.Step
	name string
}

// draw adds a line, or its label to the line that there is.
func (d *flowDrawing) draw(line Line) { d.picture.Lines = merged(d.picture.Lines, line) }

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
	case x.Kind == flows.ExitOutcome, x.Kind == flows.ExitGiveUp, x.Kind == flows.ExitSilence:
		if x.Written {
			return Repair
		}
	case x.Kind == flows.ExitOption && x.Option != nil && x.Option.FAQ != nil:
		return Excursion
	}
	return Way
}

// labelOf is what a line says: what customers press, else the condition, else the name of the outcome.
func labelOf(step *flows.Step, x flows.Exit) string {
	switch x.Kind {
	case flows.ExitOption:
		if x.Option != nil && x.Option.Label.Source != "" {
			return x.Option.Label.Source
		}
	case flows.ExitSkip:
		if q := step.Asks(); q != nil {
			return q.Skip.Source
		}
	case flows.ExitPass:
		return "passed by"
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
	flows.Forms(step.Body, func(form any) {
		if b, ok := form.(*flows.Button); ok && b.Ref == x.Ref && b.Label.Source != "" {
			label = b.Label.Source
		}
	})
	return label
}
