package drawing

import "repartee/flows"

// OfBot draws the flows of a bot and the ways between them: calls and jumps of steps, options and buttons. Flows that come with Repartee are there where one of the
// bot's own leads to them by a word of its own. A way that every question has, by the defaults, is left out.
func OfBot(set *flows.Set, marks Marks) Picture {
	d := &botDrawing{set: set, marks: marks, picture: Picture{Title: set.Name}, boxes: map[*flows.Flow]int{}}
	d.add(Box{ID: "start", Shape: Start, Name: "/start"})
	for _, flow := range set.Flows {
		if !flow.Builtin() {
			d.box(flow)
		}
	}
	if start := set.Start(); start != nil {
		d.picture.Lines = append(d.picture.Lines, Line{From: 0, To: d.box(start), Labels: []Label{{}}, Weight: straight})
	}
	for _, flow := range set.Flows {
		if !flow.Builtin() {
			d.leave(flow)
		}
	}
	return d.picture
}

// botDrawing is a picture of a bot in the making.
type botDrawing struct {
	set     *flows.Set
	marks   Marks
	picture Picture
	boxes   map[*flows.Flow]int
}

func (d *botDrawing) add(b Box) int {
	d.picture.Boxes = append(d.picture.Boxes, d.marks.box(b))
	return len(d.picture.Boxes) - 1
}

func (d *botDrawing) box(flow *flows.Flow) int {
	if box, ok := d.boxes[flow]; ok {
		return box
	}
	b := flowBox(flow)
	b.ID, b.Kind, b.More, b.Said = "f_"+string(flow.ID), flow.Kind, entries(flow), allEntries(flow)
	d.boxes[flow] = d.add(b)
	return d.boxes[flow]
}

// leave draws the ways out of a flow.
func (d *botDrawing) leave(flow *flows.Flow) {
	for _, step := range flow.AllSteps() {
		for _, x := range d.set.Exits(step) {
			if x.Into == nil || inherited(step, x) {
				continue
			}
			d.draw(flow, x.Into, styleOf(x), Label{Text: labelOf(step, x), Ref: plain(x.Ref), Step: step.Ref})
		}
		if step.Asks() == nil {
			d.offers(flow, step)
		}
	}
}

// offers draws the ways behind buttons that the talk does not wait for.
func (d *botDrawing) offers(flow *flows.Flow, step *flows.Step) {
	step.Forms(func(form any) {
		b, ok := form.(*flows.Button)
		if !ok || b.Flow == nil {
			return
		}
		if into := d.set.Flow(b.Flow.Name); into != nil {
			d.draw(flow, into, Excursion, Label{Text: plainText(b.Label.Source), Ref: plain(b.Ref), Step: step.Ref})
		}
	})
}

func (d *botDrawing) draw(from, to *flows.Flow, style Style, label Label) {
	d.picture.Lines = merged(d.picture.Lines, Line{From: d.box(from), To: d.box(to), Style: style, Labels: []Label{d.marks.label(label)}, Weight: 1})
}
