package funnel

import (
	"cmp"
	"slices"

	"repartee/flows"
)

// flowSum is a flow of which the sum is not complete.
type flowSum struct {
	Flow
	customers map[*customer]bool
	goals     map[string]*Goal
	questions map[string]*questionSum
	steps     map[string]int
}

type questionSum struct {
	Question
	options map[string]int
	took    []int64
}

func newFlowSum() *flowSum {
	return &flowSum{customers: map[*customer]bool{}, goals: map[string]*Goal{}, questions: map[string]*questionSum{}, steps: map[string]int{}}
}

// add counts a run. gone tells what has become of its open question.
func (f *flowSum) add(r *run, gone bool) {
	f.Entered++
	f.customers[r.customer] = true
	switch {
	case r.open != "" && gone:
		f.Dropped++
	case r.open != "":
		f.Waiting++
	case r.ended:
		f.Ended++
	}
	if r.won {
		f.Reached++
	}
	for _, earned := range r.earned {
		f.Revenue = plus(f.Revenue, earned)
	}
	for _, g := range r.goals {
		f.reach(g)
	}
	for _, step := range r.steps {
		f.steps[step]++
	}
	for i := range r.questions {
		f.question(&r.questions[i], r.open, gone)
	}
}

func (f *flowSum) reach(g goal) {
	sum := f.goals[g.name]
	if sum == nil {
		sum = &Goal{Goal: g.name}
		f.goals[g.name] = sum
	}
	sum.Reached++
	if g.known {
		sum.Worth = plus(sum.Worth, g.worth)
	}
}

func (f *flowSum) question(q *question, atLast string, gone bool) {
	sum := f.questions[q.step]
	if sum == nil {
		sum = &questionSum{options: map[string]int{}}
		f.questions[q.step] = sum
	}
	sum.Refused += q.refused
	sum.took = append(sum.took, q.took...)
	for _, option := range q.options {
		sum.options[option]++
	}
	if q.known && q.fate == unasked {
		sum.Known++
	}
	if q.fate != unasked {
		sum.Asked++
	}
	switch q.fate {
	case answered:
		sum.Answered++
	case skipped:
		sum.Skipped++
	case gaveUp:
		sum.GaveUp++
	case open:
		if gone || q.step != atLast {
			sum.Dropped++
		} else {
			sum.Waiting++
		}
	}
}

// written completes the numbers of a flow; nil for one that is gone.
func (f *flowSum) written(flow *flows.Flow, id string) Flow {
	out := f.Flow
	out.Flow, out.Customers, out.Revenue = id, len(f.customers), written(f.Revenue)
	at := map[string]*flows.Step{}
	if flow != nil {
		out.Builtin, out.HasGoal = flow.Builtin(), flow.Goal != nil
		for _, step := range flow.AllSteps() {
			if step.Name() != "" {
				at[step.Name()] = step
			}
		}
	}
	for _, g := range f.goals {
		g.Worth = written(g.Worth)
		out.Goals = append(out.Goals, *g)
	}
	slices.SortFunc(out.Goals, func(a, b Goal) int { return cmp.Or(cmp.Compare(b.Reached, a.Reached), cmp.Compare(a.Goal, b.Goal)) })
	for name, q := range f.questions {
		if q.Asked+q.Known == 0 {
			continue // there was nothing to choose from
		}
		out.Questions = append(out.Questions, q.written(name, pathOf(at, name)))
	}
	for name, passed := range f.steps {
		out.Steps = append(out.Steps, Step{Step: name, Path: pathOf(at, name), Passed: passed})
	}
	order := func(a, b string) int { return cmp.Or(cmp.Compare(orderOf(at, a), orderOf(at, b)), cmp.Compare(a, b)) }
	slices.SortFunc(out.Questions, func(a, b Question) int { return order(a.Step, b.Step) })
	slices.SortFunc(out.Steps, func(a, b Step) int { return order(a.Step, b.Step) })
	return out
}

func (q *questionSum) written(name, path string) Question {
	out := q.Question
	out.Step, out.Path, out.Median = name, path, quantile(q.took, 1, 2)
	for option, n := range q.options {
		out.Options = append(out.Options, Option{option, n})
	}
	slices.SortFunc(out.Options, func(a, b Option) int { return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.Option, b.Option)) })
	return out
}

func pathOf(at map[string]*flows.Step, name string) string {
	if step := at[name]; step != nil {
		return step.Ref.Path
	}
	return ""
}

// orderOf is where a step stands in its flow; behind all others where it is gone.
func orderOf(at map[string]*flows.Step, name string) int {
	if step := at[name]; step != nil {
		return step.Order()
	}
	return len(at) + 1<<20
}
