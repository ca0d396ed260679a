package compare

import (
	"fmt"
	"slices"
)

// flows compares the flows: by id, since sessions know them by it, or by the id that they had before; what has another id and is nearly the same is told as renamed too.
func (c *comparer) flows(old, now []*flowEntry) {
	before := map[string]*flowEntry{}
	for _, flow := range old {
		before[c.flowNow(flow.id)] = flow
	}
	for _, flow := range now {
		c.part(flow.title, func() {
			if was := before[flow.id]; was != nil {
				if was.id != flow.id {
					change := Change{Kind: Renamed, Key: "flow", Before: was.id, After: flow.id, Old: was.ref, New: flow.ref}
					if flow.was != was.id {
						change.Note = "without `was: " + was.id + "` who is in it loses the place"
					}
					c.add(change)
				}
				c.flow(was, flow)
				return
			}
			c.add(Change{Kind: Added, After: flow.size(), New: flow.ref})
		})
		delete(before, flow.id)
	}
	for _, flow := range old {
		if before[c.flowNow(flow.id)] != nil {
			c.part(flow.title, func() { c.add(Change{Kind: Removed, Before: flow.size(), Old: flow.ref}) })
		}
	}
}

// size is how much a flow holds.
func (f *flowEntry) size() string {
	questions := 0
	for _, step := range f.steps {
		if step.kind == "ask" || step.kind == "menu" {
			questions++
		}
	}
	return fmt.Sprintf("steps: %d, questions: %d", len(f.steps), questions)
}

func (c *comparer) flow(old, now *flowEntry) {
	c.formerly(at{}, old.entry, now.entry)
	c.parts(at{}, old.entry, now.entry)
	pairs := c.sameSteps(old.steps, now.steps)
	kept, came := make([]bool, len(old.steps)), make([]bool, len(now.steps))
	for _, p := range pairs {
		kept[p.old], came[p.now] = true, true
		c.step(old.steps[p.old], now.steps[p.now])
	}
	for i, step := range old.steps {
		if !kept[i] {
			c.add(Change{Kind: Removed, Where: step.path(), Before: step.summary(), Old: step.ref})
		}
	}
	for i, step := range now.steps {
		if !came[i] {
			c.add(Change{Kind: Added, Where: step.path(), After: step.summary(), New: step.ref})
		}
	}
	c.movedSteps(old.steps, now.steps, pairs)
}

// path is where a step stands: within which others.
func (s *stepEntry) path() string {
	if s.outer == nil {
		return s.title
	}
	return s.outer.path() + " › " + s.title
}

// sameSteps pairs the steps of two versions of a flow: by their names, by the names they had before, and else by kind and content.
func (c *comparer) sameSteps(old, now []*stepEntry) []pair {
	pairs := c.byName(old, now)
	takenOld, takenNow := make([]bool, len(old)), make([]bool, len(now))
	for _, p := range pairs {
		takenOld[p.old], takenNow[p.now] = true, true
	}
	restOld, restNow := free(takenOld), free(takenNow)
	words := map[*stepEntry][]string{}
	content := func(s *stepEntry) []string {
		if words[s] == nil {
			words[s] = s.content()
		}
		return words[s]
	}
	like := func(i, j int) float64 {
		before, after := old[restOld[i]], now[restNow[j]]
		if before.kind != after.kind {
			return 0
		}
		same := overlap(content(before), content(after))
		if (before.known != "" || after.known != "") && same < 0.5 {
			return 0 // with another name it must be very much alike
		}
		return 0.05 + same
	}
	for _, p := range aligned(picked(old, restOld), picked(now, restNow), like) {
		pairs = append(pairs, pair{restOld[p.old], restNow[p.now]})
	}
	slices.SortFunc(pairs, func(a, b pair) int { return a.now - b.now })
	return pairs
}

func picked(steps []*stepEntry, which []int) []*entry {
	entries := make([]*entry, len(which))
	for i, n := range which {
		entries[i] = steps[n].entry
	}
	return entries
}

func (c *comparer) byName(old, now []*stepEntry) []pair {
	index := map[string]int{}
	for i, step := range old {
		if step.known != "" {
			index[c.knownNow(step)] = i
		}
	}
	var pairs []pair
	take := func(name string, j int) bool {
		i, ok := index[name]
		if ok && name != "" {
			pairs = append(pairs, pair{i, j})
			delete(index, name)
		}
		return ok
	}
	var rest []int
	for j, step := range now {
		if step.known == "" || !take(step.known, j) {
			rest = append(rest, j)
		}
	}
	for _, j := range rest {
		take(now[j].was, j)
	}
	return pairs
}

// step compares a step with what it was before.
func (c *comparer) step(old, now *stepEntry) {
	c.steps[old.ref] = now.ref
	where := at{where: []string{now.title}}
	if now.outer != nil {
		where = at{where: []string{now.path()}}
	}
	if old.kind != now.kind {
		c.add(Change{Kind: Changed, Where: where.path(), Key: "kind", Before: old.kind, After: now.kind, Old: old.ref, New: now.ref})
	}
	if c.knownNow(old) != now.known && (old.known != "" || now.was != "") {
		change := Change{Kind: Renamed, Where: where.path(), Before: old.known, After: now.known, Old: old.ref, New: now.ref}
		if now.was != old.known {
			change.Note = "without `was: " + old.known + "` who stands there loses the place"
		}
		c.add(change)
	}
	if old.known == now.known {
		c.formerly(where, old.entry, now.entry)
	}
	c.parts(where, old.entry, now.entry)
}

// formerly tells that something which kept its id is said to have had another one before: then others go on with it.
func (c *comparer) formerly(where at, old, now *entry) {
	if old.id == now.id && old.was != now.was {
		c.add(Change{Kind: Changed, Where: where.path(), Key: "was", Before: old.was, After: now.was, Old: old.ref, New: now.ref})
	}
}

// movedSteps tells of the steps that stand within others now, or in another order.
func (c *comparer) movedSteps(old, now []*stepEntry, pairs []pair) {
	within := map[*entry][]pair{}
	for _, p := range pairs {
		before, after := old[p.old], now[p.now]
		same := before.outer == nil && after.outer == nil || c.slots[before.slot] == after.slot
		if !same {
			c.add(Change{Kind: Moved, Where: after.title, Before: before.home(), After: after.home(), Old: before.ref, New: after.ref})
			continue
		}
		within[after.slot] = append(within[after.slot], p)
	}
	for _, step := range now {
		for _, p := range displaced(within[step.slot]) {
			after := now[p.now]
			c.add(Change{Kind: Moved, Where: after.path(), Before: behind(old, p.old), After: behind(now, p.now), Old: old[p.old].ref, New: after.ref})
		}
		delete(within, step.slot)
	}
}

// home is what a step stands in.
func (s *stepEntry) home() string {
	if s.outer == nil {
		return "in the flow itself"
	}
	if s.slot.title != "" {
		return s.slot.title + " of " + s.outer.path()
	}
	return "within " + s.outer.path()
}

// behind tells which step of the same row comes before one.
func behind(steps []*stepEntry, i int) string {
	for j := i - 1; j >= 0; j-- {
		if steps[j].slot == steps[i].slot {
			return "behind " + steps[j].title
		}
	}
	return "at the beginning"
}
