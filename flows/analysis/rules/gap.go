package rules

import (
	"slices"
	"strings"

	"repartee/flows"
	"repartee/flows/analysis"
)

// transcript adds a way through a flow to a message, a line for each thing that is said.
func transcript(v *analysis.View, path analysis.Path) string {
	return "\n" + strings.Join(v.Transcript(path), "\n")
}

// badly tells of a gap that comes of an outcome which leads on as if all were well: it is told at the step that has the outcome.
func badly(g analysis.Gap) bool {
	if g.Origin == nil || g.Use.Guarded {
		return false
	}
	switch g.Origin.Exit.Kind {
	case flows.ExitOutcome:
		return true
	case flows.ExitSkip:
		return g.Use.Role == flows.RoleDecision
	}
	return false
}

// firsts keeps one gap for each field that a step reads.
func firsts(gaps []analysis.Gap) []analysis.Gap {
	type read struct {
		step *flows.Step
		name string
	}
	seen := map[read]bool{}
	return slices.DeleteFunc(slices.Clone(gaps), func(g analysis.Gap) bool {
		key := read{g.Use.Step, g.Use.Name}
		before := seen[key]
		seen[key] = true
		return before
	})
}
