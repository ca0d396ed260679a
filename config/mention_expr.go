package config

import (
	"strings"

	"repartee/flows"
	"repartee/flows/expr"
	"repartee/flows/value"
)

// program looks into an expression, whose names are those of a flow. held is the type of what takes its result.
func (m *mentions) program(e *flows.Expr, flow string, held *value.Type) {
	if e.Program() == nil {
		return
	}
	if at, exact, ok := m.places.find(e.Ref); ok && exact {
		m.written(e.Program().Mentions(held), flow, at)
	}
}

// text looks into a text, and into its translations. Of these the source stands beside, word for word.
func (m *mentions) text(ref flows.Ref, source string, template func(language int) *expr.Template) {
	first := template(0)
	if first == nil {
		return
	}
	if at, exact, ok := m.places.find(ref); ok && exact {
		m.written(first.Mentions(), m.inside, at)
	}
	wording := m.wordings[ref]
	if wording == nil {
		return
	}
	for i, language := range m.Set.Languages {
		translation := wording.In(language)
		if i == 0 || translation == nil {
			continue
		}
		item, ok := m.places.at(translation.Ref)
		if !ok {
			continue
		}
		m.written(template(i).Mentions(), m.inside, item)
		for _, e := range m.entryOf(translation.Ref) {
			if strings.TrimRight(e.Value.Value, "\n") == source {
				m.written(first.Mentions(), m.inside, place{doc: item.doc, node: e.Value})
			}
		}
	}
}

// written notes what an expression mentions.
func (m *mentions) written(all []expr.Mention, flow string, at place) {
	for _, mention := range all {
		owner := m.owners[firstOption(mention.Held)]
		switch {
		case mention.With != nil:
			m.tie(owner, m.owners[firstOption(mention.With)])
			continue
		case mention.Name == "" && mention.Text == "":
			m.tie(itemsOwner, owner)
			continue
		}
		of, skipped := m.meant(mention, flow)
		m.add(of, at, at.node, mention.From+skipped, mention.To, false)
	}
}

// meant is what a name or a text of an expression means, and how much in front of it belongs to the way it is called.
func (m *mentions) meant(mention expr.Mention, flow string) (of called, skipped int) {
	if mention.Name == "" {
		return m.quoted(mention), 0
	}
	if _, name, asked := strings.Cut(mention.Name, ":"); asked {
		return called{NameHours, "", name}, 0
	}
	sort, name, dotted := strings.Cut(mention.Name, ".")
	if dotted {
		return called{sortBefore(sort), "", name}, len(sort) + 1
	}
	if goal := (called{NameGoal, flow, mention.Name}); m.names[goal].Name != "" {
		return goal, 0
	}
	return m.field(flow, mention.Name), 0
}

// sortBefore is what a word in front of a dot says of the name behind it.
func sortBefore(word string) NameSort {
	switch word {
	case "phrases":
		return NamePhrase
	case "catalog":
		return NameCatalog
	case "faq":
		return NameFAQ
	case "hours":
		return NameHours
	}
	return ""
}

// quoted is what a text in quotes means: an option of what it is held against, or an item by its id.
func (m *mentions) quoted(mention expr.Mention) called {
	if first := firstOption(mention.Held); first != nil {
		return called{NameOption, m.owners[first], mention.Text}
	}
	if strings.HasSuffix(mention.Beside, ".id") {
		return called{NameItem, "", mention.Text}
	}
	return called{}
}
