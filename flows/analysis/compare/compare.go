package compare

import (
	"slices"
	"strings"

	"repartee/flows"
)

// Version is a bot as it was written, and what became of it.
type Version struct {
	Written *Written
	Set     *flows.Set
}

// Compare tells what is different in the new version.
func Compare(old, now Version) Report {
	c := &comparer{
		slots: map[*entry]*entry{}, old: old.Set, now: now.Set, steps: map[flows.Ref]flows.Ref{},
		flowNames: renamedFlows(old.Written.flows, now.Written.flows),
	}
	c.part("bot", func() { c.entries(at{}, old.Written.bot, now.Written.bot) })
	c.flows(old.Written.flows, now.Written.flows)
	c.catalogs(old.Written.catalogs, now.Written.catalogs)
	c.part("FAQ", func() { c.parts(at{}, old.Written.faq, now.Written.faq) })
	c.translations(old.Written.translations, now.Written.translations)
	c.part("media", func() { c.media(old.Written.media, now.Written.media) })
	c.report.Gained, c.report.Lost = c.ways()
	return c.report
}

// comparer gathers the differences.
type comparer struct {
	old, now  *flows.Set
	report    Report
	changes   []Change                // of the part at hand
	slots     map[*entry]*entry       // of the old version, with those that took their places
	steps     map[flows.Ref]flows.Ref // the same of steps
	flowNames map[string]string       // what flows of the old version are called now, where that is something else
}

// part gathers the changes of one part of the bot.
func (c *comparer) part(title string, compare func()) {
	c.changes = nil
	compare()
	if len(c.changes) > 0 {
		c.report.Parts = append(c.report.Parts, Part{Title: title, Changes: c.changes})
	}
}

// at says where in a part something stands.
type at struct {
	where []string
	key   string
}

func (a at) path() string { return strings.Join(a.where, " › ") }

// below is the place of a part of what stands here.
func (a at) below(part *entry) at {
	if part.key != "" {
		a.key = part.key
	}
	switch {
	case part.title != "":
		a.where = append(slices.Clone(a.where), part.title)
		if !part.leaf() {
			a.key = ""
		}
	case part.key != "" && !part.leaf() && !part.says && !collection(part.key) && !a.tells(part.key):
		a.where = append(slices.Clone(a.where), part.name())
		a.key = ""
	}
	return a
}

// tells that the place is already called by that key, as a branch is.
func (a at) tells(key string) bool {
	return len(a.where) > 0 && strings.HasPrefix(a.where[len(a.where)-1]+" ", key+" ")
}

// collection tells of keys that say nothing more than what their entries are called.
func collection(key string) bool {
	return singular(key) != "" || key == "with" || key == "take" || key == "set"
}

// entries compares what was found to be the same thing.
func (c *comparer) entries(a at, old, now *entry) {
	switch {
	case old.kind == slot && now.kind == slot:
		c.slots[old] = now
	case old.leaf() && now.leaf():
		c.leaves(a, old, now)
	case old.leaf() || now.leaf() || old.kind == slot || now.kind == slot || (old.kind == list) != (now.kind == list):
		if old.signature() != now.signature() {
			c.add(Change{Kind: Changed, Where: a.path(), Key: a.key, Before: told(old), After: told(now), Old: old.ref, New: now.ref})
		}
	case old.kind == list:
		c.lists(a, old, now)
	default:
		c.parts(a, old, now)
	}
}

// told is what an entry says where it is replaced as a whole.
func told(e *entry) string {
	switch {
	case e.kind == slot:
		return "steps of its own"
	case e.leaf():
		return e.shown()
	}
	return e.summary()
}

func (c *comparer) leaves(a at, old, now *entry) {
	if old.same(now) || c.sameFlow(old, now) {
		return
	}
	change := Change{Kind: Changed, Where: a.path(), Key: a.key, Before: old.shown(), After: now.shown(), Old: old.ref, New: now.ref}
	switch {
	case old.kind == text && now.kind == text:
		change.Words = wordwise(old.value, now.value)
	case old.kind == condition && now.kind == condition:
		note, same := c.conditions(old.condition, now.condition, slices.Contains(a.where, "check"))
		if same {
			return
		}
		change.Note = note
	case old.kind == amount && now.kind == amount:
		change.Before, change.After = c.sum(a.key, change.Before), c.sum(a.key, change.After)
		change.Note = amounts(a.key, old.value, now.value)
	case old.kind == expression && now.kind == expression, old.kind == plain && now.kind == plain:
		change.Note = amounts(a.key, old.value, now.value)
	case old.kind == wordset && now.kind == wordset:
		change.Words = gainedAndLost(old.words, now.words)
	}
	c.add(change)
}

// parts compares what is known by ids or keys.
func (c *comparer) parts(a at, old, now *entry) {
	pairs := c.matched(old.parts, now.parts)
	kept, came := make([]bool, len(old.parts)), make([]bool, len(now.parts))
	for _, p := range pairs {
		before, after := old.parts[p.old], now.parts[p.now]
		kept[p.old], came[p.now] = true, true
		below := a.below(after)
		if before.id != after.id {
			c.add(Change{Kind: Renamed, Where: below.path(), Before: before.id, After: after.id, Old: before.ref, New: after.ref})
		}
		c.formerly(below, before, after)
		c.entries(below, before, after)
	}
	c.gone(a, old.parts, kept)
	c.come(a, now.parts, came)
	if now.kind == ordered && len(displaced(pairs)) > 0 {
		c.add(Change{Kind: Moved, Where: a.path(), Key: now.key, Before: order(old.parts), After: order(now.parts), Old: old.ref, New: now.ref})
	}
}

// matched pairs entries by their ids, or their keys where they have none, and by the ids that new ones had before.
func (c *comparer) matched(old, now []*entry) []pair {
	index := map[string]int{}
	for i, e := range old {
		index[identity(e.id, e.key)] = i
	}
	var pairs []pair
	taken := map[int]bool{}
	for i, e := range now {
		if j, ok := index[identity(e.id, e.key)]; ok && !taken[j] {
			pairs, taken[j] = append(pairs, pair{j, i}), true
		}
	}
	for i, e := range now {
		if j, ok := index[identity(e.was, e.key)]; ok && e.was != "" && !taken[j] && !slices.ContainsFunc(pairs, func(p pair) bool { return p.now == i }) {
			pairs, taken[j] = append(pairs, pair{j, i}), true
		}
	}
	slices.SortFunc(pairs, func(a, b pair) int { return a.now - b.now })
	return pairs
}

func identity(id, key string) string {
	if id != "" {
		return "#" + id
	}
	return key
}

// lists compares what is known by its content and its place only.
func (c *comparer) lists(a at, old, now *entry) {
	if now.says && !speech(a.key) {
		a.where = append(slices.Clone(a.where), strings.ReplaceAll(a.key, "_", " "))
	}
	if old.value != now.value {
		c.add(Change{Kind: Changed, Where: a.path(), Key: a.key, Before: manner(old.value), After: manner(now.value), Old: old.ref, New: now.ref})
	}
	sameLength := len(old.parts) == len(now.parts)
	pairs := aligned(old.parts, now.parts, func(i, j int) float64 {
		like := overlap(old.parts[i].content(), now.parts[j].content())
		if like < 0.25 && !(sameLength && i == j) {
			return 0
		}
		return 0.01 + like
	})
	kept, came := make([]bool, len(old.parts)), make([]bool, len(now.parts))
	for _, p := range pairs {
		kept[p.old], came[p.now] = true, true
		c.entries(a.below(now.parts[p.now]), old.parts[p.old], now.parts[p.now])
	}
	c.gone(a, old.parts, kept)
	c.come(a, now.parts, came)
	for _, p := range displaced(pairs) {
		before, after := old.parts[p.old], now.parts[p.now]
		c.add(Change{Kind: Moved, Where: a.below(after).path(), Key: a.key, Before: place(p.old), After: place(p.now), Old: before.ref, New: after.ref})
	}
}

// gone tells of what is not there any more.
func (c *comparer) gone(a at, parts []*entry, kept []bool) {
	for i, part := range parts {
		if !kept[i] {
			below := a.below(part)
			c.add(Change{Kind: Removed, Where: below.path(), Key: below.key, Before: told(part), Old: part.ref})
		}
	}
}

// come tells of what is new.
func (c *comparer) come(a at, parts []*entry, came []bool) {
	for i, part := range parts {
		if !came[i] {
			below := a.below(part)
			c.add(Change{Kind: Added, Where: below.path(), Key: below.key, After: told(part), New: part.ref})
		}
	}
}

func (c *comparer) add(change Change) { c.changes = append(c.changes, change) }
