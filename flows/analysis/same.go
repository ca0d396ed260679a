package analysis

import (
	"strings"

	"repartee/flows"
	"repartee/flows/steps"
)

// ChangesNothing tells of a menu or a branch whose outcomes all say the same and lead to the same.
func (v *View) ChangesNothing(step *flows.Step) bool {
	switch body := step.Body.(type) {
	case *steps.Menu:
		if body.Source() != nil {
			return false // each item is told
		}
	case *steps.Branch, *steps.Ask:
	default:
		return false
	}
	first, ways := "", 0
	for _, x := range v.Exits(step) {
		switch x.Kind {
		case flows.ExitOption, flows.ExitArm, flows.ExitElse, flows.ExitNoArm, flows.ExitSkip, flows.ExitAnswer:
		default:
			continue
		}
		if Excursion(step, x) || x.Into != nil {
			return false
		}
		ways++
		told := v.toldUntilJoined(step, x)
		if ways > 1 && told != first {
			return false
		}
		first = told
	}
	return ways > 1
}

// toldUntilJoined is what comes of an outcome before it is where others are too, as text that can be compared.
func (v *View) toldUntilJoined(outer *flows.Step, x flows.Exit) string {
	var told strings.Builder
	at := x.To
	for n := 0; at != nil && n < len(outer.Flow().AllSteps()); n++ {
		if _, ok := at.Body.(*steps.Go); ok && at.When == nil {
			at = wentTo(v.Exits(at))
			continue
		}
		if !within(at, outer) {
			break
		}
		say, ok := at.Body.(*steps.Say)
		if !ok || at.When != nil || say.From.Name != "" || len(say.Buttons)+len(say.Photo.Files)+len(say.Video.Files)+len(say.File.Files)+len(say.Voice.Files) > 0 || say.Location != "" {
			return told.String() + "step " + at.Ref.Path
		}
		for _, line := range say.Say.Lines() {
			told.WriteString(line.Source + "\n")
		}
		if say.Say.Line == nil {
			return told.String() + "step " + at.Ref.Path
		}
		at = at.Next()
	}
	if at == nil {
		if x.Into != nil {
			return told.String() + "flow " + string(x.Into.ID)
		}
		return told.String() + "end"
	}
	return told.String() + "to " + at.Ref.Path
}

func wentTo(exits []flows.Exit) *flows.Step {
	for _, x := range exits {
		if x.Kind == flows.ExitGo {
			return x.To
		}
	}
	return nil
}
