package drawing

import (
	"strconv"
	"strings"

	"repartee/flows"
	"repartee/flows/steps"
)

// OfFlow draws the steps of a flow. What a flow or the bot says for all questions (as a give_up of the defaults, or buttons under every question) is left out: it
// would lead from everywhere to the same place. What folded names, as Box.ID of a box that Folds or as Label.Folds, is drawn as one box; other names are nothing.
func OfFlow(set *flows.Set, flow *flows.Flow, marks Marks, folded ...string) Picture {
	d := &flowDrawing{set: set, flow: flow, marks: marks, folding: newFolding(flow, folded), picture: Picture{Title: plainText(title(flow))}, boxes: map[string]int{}}
	begin := d.add(Box{ID: "start", Shape: Start, Name: string(flow.ID), Text: entries(flow), Said: allEntries(flow)})
	for _, step := range flow.AllSteps() {
		d.place(step)
	}
	if len(flow.Steps) > 0 {
		d.picture.Lines = append(d.picture.Lines, Line{From: begin, To: d.boxOf(flow.Steps[0]), Labels: []Label{{}}, Weight: straight})
	}
	for _, step := range flow.AllSteps() {
		d.leave(step)
	}
	return d.picture
}

// straight is the weight of a line to the next step.
const straight = 3

// flowDrawing is a picture of a flow in the making.
type flowDrawing struct {
	set     *flows.Set
	flow    *flows.Flow
	marks   Marks
	folding folding
	picture Picture
	boxes   map[string]int // by their IDs
}

func (d *flowDrawing) add(b Box) int {
	d.picture.Boxes = append(d.picture.Boxes, d.marks.box(b))
	d.boxes[b.ID] = len(d.picture.Boxes) - 1
	return d.boxes[b.ID]
}

// place gives a step its box, or puts it into the one that it is folded into.
func (d *flowDrawing) place(step *flows.Step) {
	id := d.folding.box(step)
	if id == d.folding.stepID(step) {
		d.add(d.stepBox(step))
		return
	}
	at, ok := d.boxes[id]
	text, _, said := headline(step)
	if !ok {
		at = d.add(Box{ID: id, Text: text, Ref: step.Ref, Folds: true})
	}
	into := &d.picture.Boxes[at]
	into.Folded++
	into.Said = append(into.Said, said...)
}

func (d *flowDrawing) boxOf(step *flows.Step) int { return d.boxes[d.folding.box(step)] }

func (d *flowDrawing) stepBox(step *flows.Step) Box {
	b := Box{ID: d.folding.stepID(step), Shape: shapeOf(d.set, step), Kind: step.Kind, Name: nameOf(step), Ref: step.Ref, Folds: d.folding.folds(step)}
	b.Text, b.More, b.Said = headline(step)
	if step.When != nil {
		b.When = step.When.Source
	}
	return b
}

// nameOf is what an author calls a step; empty where its name was made of what the box tells anyway.
func nameOf(step *flows.Step) string {
	if step.ID == "" {
		switch body := step.Body.(type) {
		case *steps.Cart, *steps.Menu, *steps.Wait:
			return ""
		case *steps.Book:
			if body.Book.Field.Name == "" {
				return ""
			}
		}
	}
	return step.Name()
}

// shapeOf tells what kind of step it is by what it can do.
func shapeOf(set *flows.Set, step *flows.Step) Shape {
	switch {
	case takes(step.Body):
		return Action
	case step.Asks() != nil && !loops(step):
		return Question
	case step.Ends() && step.When != nil:
		return Fork
	case step.Ends():
		return End
	case step.Kind == "say":
		return Saying
	}
	for _, exit := range set.Exits(step) {
		switch exit.Kind {
		case flows.ExitCall, flows.ExitLeave:
			return Other
		case flows.ExitArm, flows.ExitElse, flows.ExitRound:
			return Fork
		}
	}
	if step.Waits() {
		return Pause
	}
	return Action
}

// takes tells of a step that asks only in rare cases: what goes into the cart, or the one best item.
func takes(body flows.Body) bool {
	switch body := body.(type) {
	case *steps.Cart:
		return body.Cart.Word != flows.CartReview
	case *steps.Recommend:
		return body.Limit == 1
	}
	return false
}

func loops(step *flows.Step) bool {
	_, ok := step.Body.(flows.Looping)
	return ok
}

// title is the flow's title, else its id.
func title(flow *flows.Flow) string {
	if flow.Title.Source != "" {
		return flow.Title.Source
	}
	return string(flow.ID)
}

// entries says in short what starts a flow: of the words that customers say the first.
func entries(flow *flows.Flow) string {
	words := flow.Start.Words
	if len(words) == 0 {
		return strings.Join(starts(flow, nil), ", ")
	}
	said := "“" + words[0] + "”"
	if more := len(words) - 1; more > 0 {
		said += " and " + strconv.Itoa(more) + " more"
	}
	return strings.Join(starts(flow, []string{said}), ", ")
}

// allEntries is all that starts a flow.
func allEntries(flow *flows.Flow) []string {
	var words []string
	for _, said := range flow.Start.Words {
		words = append(words, "“"+said+"”")
	}
	return starts(flow, words)
}

// starts is what starts a flow, with its words as they are to be told.
func starts(flow *flows.Flow, words []string) []string {
	var all []string
	if flow.Start.Command != "" {
		all = append(all, "/"+string(flow.Start.Command))
	}
	all = append(all, words...)
	if flow.Start.Link != "" {
		all = append(all, "link "+flow.Start.Link)
	}
	if flow.Start.Event != "" {
		all = append(all, "event "+string(flow.Start.Event))
	}
	return all
}
