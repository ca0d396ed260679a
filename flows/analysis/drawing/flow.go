package drawing

import (
	"strconv"
	"strings"

	"repartee/flows"
	"repartee/flows/steps"
)

// OfFlow draws the steps of a flow. What a flow or the bot says for all questions (as a give_up of the defaults, or buttons under every question) is left out: it
// would lead from everywhere to the same place.
func OfFlow(set *flows.Set, flow *flows.Flow, marks Marks) Picture {
	d := &flowDrawing{set: set, flow: flow, marks: marks, picture: Picture{Title: title(flow)}, steps: map[*flows.Step]int{}, private: map[beside]int{}}
	begin := d.add(Box{ID: "start", Shape: Start, Name: string(flow.ID), Text: entries(flow)})
	for i, step := range flow.AllSteps() {
		d.steps[step] = d.add(d.stepBox(i, step))
	}
	if len(flow.Steps) > 0 {
		d.picture.Lines = append(d.picture.Lines, Line{From: begin, To: d.steps[flow.Steps[0]], Weight: straight})
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
	picture Picture
	steps   map[*flows.Step]int // their boxes
	private map[beside]int      // ends and other flows, each at the step that leads there: lines from everywhere to one box would cross everything
}

func (d *flowDrawing) add(b Box) int {
	d.picture.Boxes = append(d.picture.Boxes, d.marks.box(b))
	return len(d.picture.Boxes) - 1
}

func (d *flowDrawing) stepBox(i int, step *flows.Step) Box {
	b := Box{ID: "s" + strconv.Itoa(i+1), Shape: shapeOf(d.set, step), Kind: step.Kind, Name: step.Name(), Text: headline(step), Ref: step.Ref}
	if b.Name == step.Kind && step.ID == "" {
		b.Name = ""
	}
	if step.When != nil {
		b.When = step.When.Source
	}
	return b
}

// shapeOf tells what kind of step it is by what it can do.
func shapeOf(set *flows.Set, step *flows.Step) Shape {
	switch {
	case takes(step.Body):
		return Action
	case step.Asks() != nil && !loops(step):
		return Question
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

// entries says what starts a flow.
func entries(flow *flows.Flow) string {
	var all []string
	if flow.Start.Command != "" {
		all = append(all, "/"+string(flow.Start.Command))
	}
	if len(flow.Start.Words) > 0 {
		all = append(all, "“"+flow.Start.Words[0]+"”")
	}
	if flow.Start.Link != "" {
		all = append(all, "link "+flow.Start.Link)
	}
	if flow.Start.Event != "" {
		all = append(all, "event "+string(flow.Start.Event))
	}
	return strings.Join(all, ", ")
}
