package flows

import (
	"slices"
	"strings"

	"repartee/flows/expr"
)

// part is what Compile finds out of one flow, of the items of one catalog, or of all that the flows share: bot.yaml, the FAQ. The shared part is compiled first; then the flows can
// be compiled side by side, since each writes into itself and its own part, and of all others reads what is settled.
type part struct {
	problems  []Problem
	used      []int                     // of the dictionary's entries
	missing   map[string][]untranslated // by language
	texts     []Wording
	told      map[told]int // where among them one stands
	said      []Said
	worded    []Said                         // the phrases of the bot
	templates map[writtenText]*expr.Template // that have no values
	media     []*MediaFile
}

// told is what a Wording is known by.
type told struct{ at, source string }

func newPart() *part {
	return &part{missing: map[string][]untranslated{}, told: map[told]int{}, templates: map[writtenText]*expr.Template{}}
}

// Each calls do with the numbers below n, several at once if it likes, and returns when all is done.
type Each func(n int, do func(i int))

// eachFlow calls do with each flow and a compiler that writes into the flow's own part.
func (c *compiler) eachFlow(do func(c *compiler, flow *Flow)) {
	all, noted := c.set.Flows, make([]makeups, len(c.set.Flows))
	c.makeups = c.makeups.with().beside()
	c.src.each(len(all), func(i int) {
		id := string(all[i].ID)
		own := *c
		noted[i] = c.makeups.beside()
		own.part, own.makeups, own.former = c.set.parts[id], noted[i], nil
		if c.src.Former != nil {
			own.former = c.src.Former.parts[id]
		}
		do(&own, all[i])
	})
	c.makeups = c.makeups.with(noted...).beside()
}

// each does one after the other where the source has nobody who does it side by side.
func (s *Source) each(n int, do func(i int)) {
	if s.Each != nil {
		s.Each(n, do)
		return
	}
	for i := range n {
		do(i)
	}
}

// join brings the parts together, the shared one first.
func (c *compiler) join() {
	s := c.set
	all := s.allParts()
	for _, own := range all[1:] {
		c.problems = append(c.problems, own.problems...)
		c.used = append(c.used, own.used...)
		for language, refs := range own.missing {
			c.missing[language] = append(c.missing[language], refs...)
		}
	}
	s.texts = gathered(all, func(of *part) []Wording { return of.texts })
	s.said = gathered(all, func(of *part) []Said { return of.said })
	for _, of := range all {
		for _, f := range of.media {
			s.media[f.Path] = f
		}
	}
}

// gathered is one list of what the parts have of something.
func gathered[T any](all []*part, have func(*part) []T) []T {
	lists := make([][]T, len(all))
	for i, of := range all {
		lists[i] = have(of)
	}
	return slices.Concat(lists...)
}

// allParts are the shared part and those of the catalogs and of the flows, in their order.
func (s *Set) allParts() []*part {
	all := make([]*part, 1, 1+len(s.catalogOrder)+len(s.Flows))
	all[0] = s.shared
	for _, catalog := range s.catalogOrder {
		all = append(all, catalog.part)
	}
	for _, flow := range s.Flows {
		all = append(all, s.parts[string(flow.ID)])
	}
	return all
}

// wording finds a text or a list of words by its place: it is told in the shared part, else in that of the flow or of the catalog that the place names; nil where
// there is none.
func (s *Set) wording(at, source string) *Wording {
	first, rest, _ := strings.Cut(at, ".")
	parts := []*part{s.shared, s.parts[first]}
	if first == "catalog" {
		id, _, _ := strings.Cut(rest, ".")
		if catalog := s.catalogs[id]; catalog != nil {
			parts = append(parts, catalog.part)
		}
	}
	for _, of := range parts {
		if of == nil {
			continue
		}
		if i, ok := of.told[told{at, source}]; ok {
			return &of.texts[i]
		}
	}
	return nil
}
