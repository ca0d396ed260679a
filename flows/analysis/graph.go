package analysis

import (
	"slices"

	"repartee/flows"
	"repartee/flows/steps"
)

// Entry is one way into a flow from another one.
type Entry struct {
	From *flows.Step // nil: from the FAQ
	Exit flows.Exit
	With flows.Passing // what is handed over
}

// Entries are the ways into a flow out of other flows, in reading order. Commands, words, links and events are none: see Starts.
func (v *View) Entries(flow *flows.Flow) []Entry { return v.entries[flow] }

// Starts tells of a flow that the customer or an event can start, with nothing handed over.
func (v *View) Starts(flow *flows.Flow) bool {
	start := &flow.Start
	switch {
	case start.Command != "", len(start.Words) > 0, start.Link != "", start.Event != "", flow == v.Set.Start(), flow.Builtin():
		return true
	}
	return len(v.entries[flow]) == 0 || v.offered[flow] || replaces(string(flow.ID))
}

// replaces tells of a flow that stands in place of a built-in one, and is behind its command.
func replaces(id string) bool {
	return slices.Contains([]string{"help", "human", "language", "privacy", "mydata", "forget", "stop", "paysupport", "orders", "appointments"}, id)
}

// newEntries gathers the ways between flows, and the flows that buttons under messages lead to.
func (v *View) newEntries() {
	v.entries, v.offered = map[*flows.Flow][]Entry{}, map[*flows.Flow]bool{}
	for _, flow := range v.Set.Flows {
		for _, step := range flow.AllSteps() {
			for _, x := range v.Exits(step) {
				if x.Into != nil {
					v.entries[x.Into] = append(v.entries[x.Into], Entry{From: step, Exit: x, With: v.handed(step, x)})
				}
			}
			buttons := buttonsOf(step)
			for i := range buttons {
				v.offer(&buttons[i])
			}
		}
	}
	for _, entry := range v.Set.FAQ() {
		if entry.Then != nil {
			v.offer(entry.Then)
		}
	}
}

func (v *View) offer(button *flows.Button) {
	if button.Flow == nil {
		return
	}
	if into := v.Set.Flow(button.Flow.Name); into != nil {
		v.offered[into] = true
	}
}

// buttonsOf are the buttons under what a step says.
func buttonsOf(step *flows.Step) []flows.Button {
	if say, ok := step.Body.(*steps.Say); ok {
		return say.Buttons
	}
	if q := step.Asks(); q != nil {
		return q.Buttons
	}
	return nil
}

// handed is what an outcome hands over to the flow that it leads into.
func (v *View) handed(step *flows.Step, x flows.Exit) flows.Passing {
	switch x.Kind {
	case flows.ExitCall, flows.ExitLeave:
		if body, ok := step.Body.(interface {
			Leads() (*flows.Crossing, bool)
		}); ok {
			crossing, _ := body.Leads()
			return crossing.With
		}
	case flows.ExitOption:
		return x.Option.With
	}
	var with flows.Passing
	for _, form := range v.Forms(step) {
		t, ok := form.(*flows.Target)
		switch {
		case !ok || t.Ref != x.Ref:
		case t.Flow != nil:
			with = t.Flow.With
		case t.Jump != nil:
			with = t.Jump.With
		}
	}
	return with
}

// Excursion tells of an outcome after which the same question is asked again: another flow, an answer of the FAQ.
func Excursion(step *flows.Step, x flows.Exit) bool {
	switch x.Kind {
	case flows.ExitButton:
		return true
	case flows.ExitOption:
		return x.To == step && (x.Option.Flow != nil || x.Option.FAQ != nil)
	}
	return x.Returns && x.To == step
}

// Following calls see with each outcome that goes on from a step: no excursions, and not a silence that ends the flow.
func (v *View) Following(step *flows.Step, see func(x flows.Exit)) {
	for _, x := range v.Exits(step) {
		if !Excursion(step, x) && !fallsSilent(x) {
			see(x)
		}
	}
}

func fallsSilent(x flows.Exit) bool { return x.Kind == flows.ExitSilence && x.To == nil }
