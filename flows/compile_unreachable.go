package flows

import (
	"slices"
	"strings"
)

// unreachable tells of the steps that no way leads to, the first of those in a row.
func (c *compiler) unreachable(flow *Flow) {
	if len(flow.Steps) == 0 || slices.ContainsFunc(c.problems, func(p Problem) bool { return p.Code == "unknown-step" && p.Ref.Flow == string(flow.ID) }) {
		return // what nobody leads to may be what a misspelt name means
	}
	seen := map[*Step]bool{}
	open := []*Step{flow.Steps[0]}
	if flow.ResumeAt != nil {
		open = append(open, flow.resting[flow.ResumeAt.Name])
	}
	c.makeups.forms(defaultsBody{&flow.Defaults}, func(form any) {
		if t, ok := form.(*Target); ok {
			open = append(open, t.step)
		}
	})
	for len(open) > 0 {
		step := open[len(open)-1]
		open = open[:len(open)-1]
		if step == nil || seen[step] {
			continue
		}
		seen[step] = true
		for _, x := range c.set.Exits(step) {
			open = append(open, x.To)
		}
	}
	for i, step := range flow.steps {
		if !seen[step] && (i == 0 || seen[flow.steps[i-1]]) {
			c.fail(step.Ref, "unreachable-step", "remove it, or lead there "+c.waysTo(step, seen), "the talk never comes to this step")
		}
	}
}

// defaultsBody lets the forms of a Defaults be gone through.
type defaultsBody struct{ *Defaults }

func (defaultsBody) Run(*Turn) Move { return Next() }

// waysTo says how the talk could be led to a step: what stands above it may have outcomes that nobody has written down.
func (c *compiler) waysTo(step *Step, reached map[*Step]bool) string {
	const byGo = "with `go`"
	id := string(step.ID)
	if id == "" {
		id = "there"
	}
	for i := step.order - 1; i >= 0; i-- {
		above := step.flow.steps[i]
		if !reached[above] || above.Body == nil {
			continue
		}
		keys := above.unsaid()
		if q := above.Asks(); q != nil && !q.GiveUp.written() && len(keys) == 0 && !hasUnsaid(step.flow.steps[:i], reached) {
			keys = append(keys, "give_up")
		}
		if len(keys) == 0 {
			continue
		}
		for i, key := range keys {
			keys[i] = "`" + key + ": " + id + "`"
		}
		ways := byGo + "; or write " + strings.Join(keys, " or ") + " at " + above.name
		if step.ID == "" {
			ways += ", and `id: " + id + "` here"
		}
		return ways
	}
	return byGo
}

// hasUnsaid tells whether one of the steps that the talk reaches has an outcome that nobody has written down.
func hasUnsaid(steps []*Step, reached map[*Step]bool) bool {
	return slices.ContainsFunc(steps, func(step *Step) bool { return reached[step] && step.Body != nil && len(step.unsaid()) > 0 })
}
