package drawing

import (
	"slices"
	"strings"

	"repartee/flows"
)

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

// noted is the Ref that a turn notes when the outcome comes about: where it is written, or its name below the step's Ref. A step that goes on by itself notes no more
// than that it was taken.
func noted(step *flows.Step, exits []flows.Exit, x flows.Exit) flows.Ref {
	switch {
	case x.Kind == flows.ExitGo:
		return step.Ref
	case x.Kind != flows.ExitNoArm && plain(x.Ref) != step.Ref:
		return plain(x.Ref)
	}
	if name := unwritten(step, exits, x); name != "" {
		return step.Ref.At(name)
	}
	return step.Ref
}

// unwritten is how a turn calls an outcome that is written nowhere; empty: it does not tell of it.
func unwritten(step *flows.Step, exits []flows.Exit, x flows.Exit) string {
	if x.Kind == flows.ExitNoArm {
		return x.Name
	}
	body, ok := step.Body.(flows.Outgoing)
	if !ok {
		return ""
	}
	names := body.Outcomes()
	if x.Kind != flows.ExitNext && x.Kind != flows.ExitAnswer {
		if slices.Contains(names, x.Name) {
			return x.Name
		}
		return ""
	}
	names = slices.DeleteFunc(slices.Clone(names), func(name string) bool {
		return slices.ContainsFunc(exits, func(other flows.Exit) bool { return other.Name == name })
	})
	if len(names) != 1 { // that one is what the others are not
		return ""
	}
	return names[0]
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

// styleOf is what the line of an outcome looks like.
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
