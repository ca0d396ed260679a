package funnel

import (
	"cmp"
	"slices"
	"time"

	"repartee/flows"
)

// Numbers sums the runs up. Steps and flows stand in the order of the set; what is no longer in it stands last. An error says that nothing can be divided as asked.
func (r *Runs) Numbers(set *flows.Set, q Query) (Numbers, error) {
	group, err := r.grouping(set, q.By)
	if err != nil {
		return Numbers{}, err
	}
	s := &summing{runs: r, set: set, query: q, group: group, now: r.last, groups: map[string]*groupSum{}}
	if !q.Now.IsZero() {
		s.now = q.Now.Unix()
	}
	s.fold()
	for i := range r.visits {
		s.visit(&r.visits[i])
	}
	for _, one := range r.runs {
		s.run(one)
	}
	n := Numbers{Kept: r.kept, By: q.By, Splits: r.splits(set), Groups: s.written()}
	if s.first != 0 {
		n.Since, n.Until = time.Unix(s.first, 0).In(set.Zone()), time.Unix(s.last, 0).In(set.Zone())
	}
	return n, nil
}

// summing is a summing up at work.
type summing struct {
	runs        *Runs
	set         *flows.Set
	query       Query
	group       grouping
	now         int64
	named       map[string]bool // the groups that have a name of their own; nil: all
	groups      map[string]*groupSum
	first, last int64
}

// groupSum is a group of which the sum is not complete.
type groupSum struct {
	customers map[*customer]bool
	visits    int
	waited    []int64
	paid      []Amount
	flows     map[string]*flowSum
}

// counts tells whether something that began some time is asked for.
func (s *summing) counts(o *origin) bool {
	q := &s.query
	return (q.Since.IsZero() || o.at >= q.Since.Unix()) && (q.Until.IsZero() || o.at < q.Until.Unix())
}

// fold settles which groups keep their names: the most frequent, or the latest days.
func (s *summing) fold() {
	sizes := map[string]int{}
	for _, r := range s.runs.runs {
		if s.counts(&r.origin) {
			sizes[s.group(&r.origin)]++
		}
	}
	if isTime(s.query.By) || len(sizes) <= mostGroups {
		return
	}
	names := make([]string, 0, len(sizes))
	for name := range sizes {
		names = append(names, name)
	}
	slices.SortFunc(names, func(a, b string) int { return cmp.Or(cmp.Compare(sizes[b], sizes[a]), cmp.Compare(a, b)) })
	s.named = map[string]bool{}
	for _, name := range names[:mostGroups] {
		s.named[name] = true
	}
}

func (s *summing) of(o *origin) *groupSum {
	name := s.group(o)
	if s.named != nil && !s.named[name] {
		name = Others
	}
	g := s.groups[name]
	if g == nil {
		g = &groupSum{customers: map[*customer]bool{}, flows: map[string]*flowSum{}}
		s.groups[name] = g
	}
	g.customers[o.customer] = true
	if s.first == 0 || o.at < s.first {
		s.first = o.at
	}
	s.last = max(s.last, o.at)
	return g
}

func (s *summing) visit(v *visit) {
	if !s.counts(&v.origin) {
		return
	}
	g := s.of(&v.origin)
	g.visits++
	if v.waited > 0 {
		g.waited = append(g.waited, v.waited)
	}
}

func (s *summing) run(r *run) {
	if !s.counts(&r.origin) {
		return
	}
	g := s.of(&r.origin)
	for _, paid := range r.paid {
		g.paid = plus(g.paid, paid)
	}
	f := g.flows[r.flow]
	if f == nil {
		f = newFlowSum()
		g.flows[r.flow] = f
	}
	f.add(r, r.gone(s.now))
}

// written gives the groups with their numbers: in the order of time, or the greatest first, and what has no name last.
func (s *summing) written() []Group {
	out := []Group{}
	for name, g := range s.groups {
		out = append(out, Group{
			Name: name, Customers: len(g.customers), Visits: g.visits, Revenue: written(g.paid), Flows: s.flows(g),
			Response: Response{Count: len(g.waited), Median: quantile(g.waited, 1, 2), Most: quantile(g.waited, 9, 10)},
		})
	}
	last := func(name string) int {
		if name == "" || name == Others {
			return 1
		}
		return 0
	}
	slices.SortFunc(out, func(a, b Group) int {
		size := cmp.Compare(b.Customers, a.Customers)
		if isTime(s.query.By) {
			size = 0
		}
		return cmp.Or(cmp.Compare(last(a.Name), last(b.Name)), size, cmp.Compare(a.Name, b.Name))
	})
	return out
}

// flows writes those of a group in the order of the set.
func (s *summing) flows(g *groupSum) []Flow {
	out := []Flow{}
	for _, flow := range s.set.Flows {
		if f := g.flows[string(flow.ID)]; f != nil {
			out = append(out, f.written(flow, string(flow.ID)))
		}
	}
	var gone []Flow
	for id, f := range g.flows {
		if s.set.Flow(id) == nil || s.set.FlowNow(id) != id { // the set has changed since the turns were read
			gone = append(gone, f.written(nil, id))
		}
	}
	slices.SortFunc(gone, func(a, b Flow) int { return cmp.Compare(a.Flow, b.Flow) })
	return append(out, gone...)
}

// quantile is the value that so many of the given ones do not exceed, as 9 of 10; 0 where there are none.
func quantile(values []int64, some, of int) int64 {
	if len(values) == 0 {
		return 0
	}
	slices.Sort(values)
	return values[min((len(values)*some+of-1)/of, len(values))-1]
}
