package rules

import (
	"slices"

	"repartee/flows"
	"repartee/flows/analysis"
	"repartee/flows/expr"
	"repartee/flows/value"
)

// implies tells whether one of some names is surely yes, if a formula holds (or does not).
func implies(f *expr.Formula, holds bool, names []string) bool {
	some := func(holds bool) bool {
		return slices.ContainsFunc(f.Parts, func(p *expr.Formula) bool { return implies(p, holds, names) })
	}
	all := func(holds bool) bool {
		return !slices.ContainsFunc(f.Parts, func(p *expr.Formula) bool { return !implies(p, holds, names) })
	}
	switch f.Sign {
	case expr.Fixed:
		return f.Holds != holds
	case expr.And:
		return holds && some(true) || !holds && all(false)
	case expr.Or:
		return holds && all(true) || !holds && some(false)
	case expr.Not:
		return implies(f.Parts[0], !holds, names)
	case expr.Truth:
		return holds && isName(f.Terms[0], names)
	case expr.Equal:
		return holds && (isName(f.Terms[0], names) && isYes(f.Terms[1]) || isName(f.Terms[1], names) && isYes(f.Terms[0]))
	}
	return false
}

func isName(t *expr.Term, names []string) bool {
	return t.Kind == expr.Name && slices.Contains(names, t.Name)
}

func isYes(t *expr.Term) bool {
	return t.Kind == expr.Constant && t.Value.Kind() == value.KindBool && t.Value.AsBool()
}

func conditionImplies(c *flows.Condition, holds bool, names []string) bool {
	if c == nil || c.Program() == nil {
		return false
	}
	reads := slices.ContainsFunc(c.Program().Reads(), func(r expr.Read) bool { return slices.Contains(names, r.Name) })
	return reads && implies(c.Program().Formula(), holds, names)
}

// provenAt tells of the ways out of a step by which one of some names is surely yes: an arm that asks for it, or those behind an arm that asks for its opposite.
func provenAt(v *analysis.View, step *flows.Step, names []string) []bool {
	exits := v.Exits(step)
	proven := make([]bool, len(exits))
	taken := conditionImplies(step.When, true, names)
	behind := false // an arm that was passed over proves it
	for i, x := range exits {
		switch x.Kind {
		case flows.ExitPass:
			proven[i] = conditionImplies(step.When, false, names)
		case flows.ExitArm:
			proven[i] = taken || behind || conditionImplies(x.When, true, names)
			behind = behind || conditionImplies(x.When, false, names)
		case flows.ExitElse, flows.ExitNoArm:
			proven[i] = taken || behind
		default:
			proven[i] = taken || conditionImplies(x.When, true, names)
		}
	}
	return proven
}
