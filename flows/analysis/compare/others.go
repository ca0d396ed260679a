package compare

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"repartee/flows"
)

// catalogs compares goods, services and people, item by item.
func (c *comparer) catalogs(old, now []*entry) {
	pairs := c.matched(old, now)
	kept := map[int]bool{}
	came := map[int]bool{}
	for _, p := range pairs {
		kept[p.old], came[p.now] = true, true
		c.part(now[p.now].title, func() { c.parts(at{}, old[p.old], now[p.now]) })
	}
	for i, catalog := range now {
		if !came[i] {
			c.part(catalog.title, func() { c.add(Change{Kind: Added, After: catalog.summary(), New: catalog.ref}) })
		}
	}
	for i, catalog := range old {
		if !kept[i] {
			c.part(catalog.title, func() { c.add(Change{Kind: Removed, Before: catalog.summary(), Old: catalog.ref}) })
		}
	}
}

// translations compares the texts of each language that is not the first.
func (c *comparer) translations(old, now []flows.Translation) {
	var languages []string
	for _, t := range slices.Concat(old, now) {
		languages = append(languages, t.Language)
	}
	slices.Sort(languages)
	for _, language := range slices.Compact(languages) {
		c.part("translations "+language, func() { c.language(of(old, language), of(now, language)) })
	}
}

func of(all []flows.Translation, language string) []flows.Translation {
	all = slices.DeleteFunc(slices.Clone(all), func(t flows.Translation) bool { return t.Language != language || t.Waits })
	slices.SortStableFunc(all, func(a, b flows.Translation) int { return cmp.Compare(a.At, b.At) })
	return all
}

// language pairs translations by place and source text, then by place, then by what they say: a text that stands elsewhere now is no difference of its own.
func (c *comparer) language(old, now []flows.Translation) {
	taken, came := make([]bool, len(old)), make([]bool, len(now))
	for _, key := range []func(t flows.Translation) string{
		func(t flows.Translation) string { return t.At + "\x00" + t.Source },
		func(t flows.Translation) string { return t.At },
		translated,
	} {
		index := map[string][]int{}
		for i, t := range old {
			if !taken[i] {
				index[key(t)] = append(index[key(t)], i)
			}
		}
		for j, t := range now {
			if open := index[key(t)]; !came[j] && len(open) > 0 {
				index[key(t)] = open[1:]
				taken[open[0]], came[j] = true, true
				c.translation(old[open[0]], t)
			}
		}
	}
	for i, t := range old {
		if !taken[i] {
			c.add(Change{Kind: Removed, Where: t.At, Before: translated(t), Old: t.Ref})
		}
	}
	for j, t := range now {
		if !came[j] {
			c.add(Change{Kind: Added, Where: t.At, After: translated(t), New: t.Ref})
		}
	}
}

func (c *comparer) translation(old, now flows.Translation) {
	before, after := translated(old), translated(now)
	if before == after {
		return
	}
	change := Change{Kind: Changed, Where: now.At, Before: before, After: after, Old: old.Ref, New: now.Ref}
	if len(now.Words) > 0 {
		change.Words = gainedAndLost(old.Words, now.Words)
	} else {
		change.Words = wordwise(before, after)
	}
	c.add(change)
}

// translated is what a translation says.
func translated(t flows.Translation) string {
	if len(t.Words) > 0 {
		return strings.Join(slices.Sorted(slices.Values(t.Words)), ", ")
	}
	return tidy(t.Text)
}

// media compares pictures and files by what is in them.
func (c *comparer) media(old, now map[string]flows.MediaEntry) {
	for _, name := range slices.Sorted(maps.Keys(now)) {
		before, ok := old[name]
		switch {
		case !ok:
			c.add(Change{Kind: Added, Where: name, After: size(now[name])})
		case before.Hash != now[name].Hash:
			c.add(Change{Kind: Changed, Where: name, Before: size(before), After: size(now[name]), Note: "other content"})
		}
	}
	for _, name := range slices.Sorted(maps.Keys(old)) {
		if _, ok := now[name]; !ok {
			c.add(Change{Kind: Removed, Where: name, Before: size(old[name])})
		}
	}
}

func size(entry flows.MediaEntry) string { return fmt.Sprintf("%d bytes", entry.Size) }
