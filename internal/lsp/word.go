package lsp

import (
	"regexp"
	"strings"

	"repartee/config"
	"repartee/config/explain"
	"repartee/flows/expr"
)

// word is what the cursor is in: a name, or a text in quotes, within an expression or alone.
type word struct {
	text   string // up to its end, with what stands in front of its points
	quoted bool
	field  string // that a quoted text is compared with; "" where it is not
}

const nameSigns = "abcdefghijklmnopqrstuvwxyz0123456789_."

// wordAt is the word of a spot. In a text it is one only within {{ }}.
func wordAt(spot config.Spot) (w word, ok bool) {
	before, after := spot.Word[:spot.At], spot.Word[spot.At:]
	if spot.Form == config.FormText {
		open := strings.LastIndex(before, "{{")
		if open < 0 || strings.LastIndex(before, "}}") > open {
			return word{}, false
		}
		before = before[open+2:]
		after, _, _ = strings.Cut(after, "}}")
	}
	start := len(strings.TrimRight(before, nameSigns))
	end := len(after) - len(strings.TrimLeft(after, strings.TrimSuffix(nameSigns, ".")))
	w.text = before[start:] + after[:end]
	if quotes := before[:start]; strings.Count(quotes, "'")%2 == 1 {
		w.quoted = true
		if compared := beforeQuote.FindStringSubmatch(quotes); compared != nil {
			w.field = compared[1]
		}
	}
	return w, true
}

// beforeQuote is what an option is compared with: brew == 'espresso', brew in ['espresso', 'filter'].
var beforeQuote = regexp.MustCompile(`([a-z_][a-z0-9_.]*)\s*(?:==|!=|in\s*\[(?:\s*'[^']*'\s*,)*)\s*'[^']*$`)

// meant is what a word means.
type meant struct {
	name     *config.Name
	given    *explain.GivenName
	function *expr.Function
}

// of finds what a word means where it stands; ok is false where nobody knows it.
func (f *folder) of(spot config.Spot, w word) (m meant, ok bool) {
	switch spot.Form {
	case config.FormExpr, config.FormText:
		return f.inExpression(spot, w)
	case config.FormFlow:
		m.name = f.named(w.text, "", config.NameFlow)
	case config.FormStep:
		m.name = f.named(w.text, spot.Flow, config.NameStep)
	case config.FormTarget:
		m.name = f.named(w.text, spot.Flow, config.NameStep)
		if spot.Flow == "" {
			m.name = f.named(w.text, "", config.NameFlow)
		}
	case config.FormFAQ:
		m.name = f.named(w.text, "", config.NameFAQ)
	case config.FormCall:
		m.name = f.named(w.text, "", config.NameCall)
	case config.FormField:
		m.name = f.named(w.text, spot.Flow, config.NameField)
	case config.FormColumn:
		m.name = f.column(strings.TrimPrefix(w.text, "-"), spot.From)
	case config.FormCatalog, config.FormSource:
		m.name = f.source(w.text, spot.Flow)
	}
	return m, m.name != nil
}

// inExpression finds what a name of an expression means.
func (f *folder) inExpression(spot config.Spot, w word) (m meant, ok bool) {
	head, member, dotted := strings.Cut(w.text, ".")
	switch {
	case w.quoted:
		m.name = f.option(w.text, spot.Flow, w.field)
	case dotted && head == "item":
		m.name = f.column(member, spot.From)
	case dotted && head == "catalog":
		m.name = f.named(member, "", config.NameCatalog)
	case dotted && head == "phrases":
		m.name = f.named(member, "", config.NamePhrase)
	case dotted && head == "faq":
		m.name = f.named(member, "", config.NameFAQ)
	case dotted:
		m.given = givenName(w.text)
		if m.given == nil {
			m.name = f.column(member, "")
		}
	default:
		if m.name = f.named(w.text, spot.Flow, config.NameField, config.NameGoal); m.name == nil {
			m.given, m.function = givenName(w.text), functionNamed(w.text)
		}
	}
	return m, m.name != nil || m.given != nil || m.function != nil
}

// named finds a name that can be seen in a flow: the flow's own before those of the bot.
func (f *folder) named(name, flow string, sorts ...config.NameSort) *config.Name {
	var everywhere *config.Name
	for i := range f.names {
		n := &f.names[i]
		for _, sort := range sorts {
			switch {
			case n.Sort != sort || n.Name != name:
			case n.Flow == "":
				everywhere = n
			case n.Flow == flow:
				return n
			}
		}
	}
	return everywhere
}

// source finds what items come from: a catalog, or a field.
func (f *folder) source(name, flow string) *config.Name {
	if catalog, ok := strings.CutPrefix(name, "catalog."); ok {
		return f.named(catalog, "", config.NameCatalog)
	}
	return f.named(name, flow, config.NameField)
}

// column finds a column of a catalog, or of whichever has it.
func (f *folder) column(name, from string) *config.Name {
	catalog := strings.TrimPrefix(from, "catalog.")
	for i := range f.names {
		if n := &f.names[i]; n.Sort == config.NameColumn && n.Name == name && (catalog == "" || n.Of == catalog) {
			return n
		}
	}
	return nil
}

// option finds an option of the field that it is compared with, or of any.
func (f *folder) option(name, flow, field string) *config.Name {
	var any *config.Name
	for i := range f.names {
		n := &f.names[i]
		if n.Sort != config.NameOption || n.Name != name || n.Flow != "" && n.Flow != flow {
			continue
		}
		if any = n; n.Of == lastPart(field) {
			return n
		}
	}
	return any
}

// lastPart is the column of item.brew, and a name without points itself.
func lastPart(name string) string { return name[strings.LastIndexByte(name, '.')+1:] }

func givenName(name string) *explain.GivenName {
	for _, given := range explain.Given() {
		if given.Name == name {
			return &given
		}
	}
	return nil
}

func functionNamed(name string) *expr.Function {
	for _, function := range expr.Functions() {
		if function.Name == name {
			return &function
		}
	}
	return nil
}
