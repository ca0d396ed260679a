package config

import (
	"reflect"
	"slices"
	"strconv"
	"strings"

	"repartee/config/document"
	"repartee/flows"
	"repartee/flows/value"
)

// bot notes the names in bot.yaml, faq.yaml and the catalogs.
func (m *mentions) bot() {
	bot := &m.source.Bot
	for _, field := range bot.Fields {
		m.key(called{NameField, "", string(field.Name)}, field.Ref, true)
	}
	for _, phrase := range bot.Phrases {
		m.key(called{NamePhrase, "", string(phrase.Name)}, phrase.Ref, true)
	}
	for _, call := range bot.Calls {
		m.key(called{NameCall, "", string(call.ID)}, call.Ref, true)
	}
	for _, hours := range bot.Hours {
		m.key(called{NameHours, "", string(hours.ID)}, hours.Ref, true)
	}
	m.value(called{NameFlow, "", bot.Start.Name}, bot.Start.Ref, "", false)
	for _, command := range bot.Commands {
		if flow := m.Set.Flow(command.Name); flow != nil && m.Set.CommandNamed(command.Name) == flow && string(flow.Start.Command) != command.Name {
			m.value(called{NameFlow, "", command.Name}, command.Ref, "", false)
		}
	}
	for _, part := range []any{&bot.Fields, &bot.Phrases, &bot.Defaults, &bot.Privacy, &bot.Shop, &bot.Payments, &m.source.FAQ} {
		m.walk(reflect.ValueOf(part), into{})
	}
	for _, entry := range m.source.FAQ {
		m.value(called{NameFAQ, "", string(entry.ID)}, entry.Ref.At("id"), "", true)
	}
	for _, catalog := range m.source.Catalogs {
		m.goods(catalog)
	}
}

// goods notes a catalog, its items, and the options and items that stand in its cells.
func (m *mentions) goods(catalog *flows.Catalog) {
	m.key(called{NameCatalog, "", string(catalog.ID)}, catalog.Ref, true)
	types := map[string]*value.Type{}
	for _, column := range catalog.Columns {
		m.key(called{NameColumn, string(catalog.ID), string(column.Name)}, column.Ref, true)
		types[string(column.Name)] = column.ValueType()
		m.declared(column)
	}
	for i := range catalog.Items {
		for _, cell := range catalog.Items[i].Cells {
			if cell.Column == "id" {
				m.value(called{NameItem, "", cell.Text}, cell.Ref, "", true)
			} else if typ := types[cell.Column]; typ != nil {
				m.cell(typ, cell)
			}
		}
	}
}

func (m *mentions) cell(typ *value.Type, cell flows.Cell) {
	of := func(name string) called {
		if first := firstOption(typ); first != nil {
			return called{NameOption, m.owners[first], name}
		}
		return called{NameItem, "", name}
	}
	if firstOption(typ) == nil && typ.Base != value.TypeItem {
		return
	}
	if cell.List == nil {
		m.within(cell.Ref, of)
	}
	for i := range cell.List {
		m.within(cell.Ref.At(strconv.Itoa(i)), of)
	}
}

// within notes each name of a value that may list several: filter, or filter; espresso.
func (m *mentions) within(ref flows.Ref, of func(name string) called) {
	at, ok := m.places.span(ref)
	if !ok || at.node.Kind != document.Scalar {
		return
	}
	text := at.node.Value
	for from := 0; from < len(text); {
		length := strings.IndexFunc(text[from:], func(r rune) bool { return !isID(string(r)) })
		if length < 0 {
			length = len(text) - from
		}
		if length > 0 {
			m.add(of(text[from:from+length]), at, at.node, from, from+length, false)
		}
		from += length + 1
	}
}

// flow notes the names in a file of flows/.
func (m *mentions) flow(flow *flows.Flow) {
	m.inside = string(flow.ID)
	m.value(called{NameFlow, "", m.inside}, flow.Ref.At("flow"), "", true)
	for _, field := range flow.Fields {
		m.key(called{NameField, m.inside, string(field.Name)}, field.Ref, true)
	}
	for _, part := range []any{&flow.Title, &flow.Goal, &flow.Fields, &flow.Defaults, &flow.ResumeAt} {
		m.walk(reflect.ValueOf(part), into{})
	}
	for _, step := range flow.AllSteps() {
		m.step = step
		m.stepNames(step)
	}
	m.inside, m.step = "", nil
}

// stepNames notes the names of a step.
func (m *mentions) stepNames(step *flows.Step) {
	of := called{NameStep, m.inside, step.Name()}
	at := step.Ref.At("id")
	if step.ID == "" {
		at = step.Ref.At(step.Kind)
	}
	m.value(of, at, "", true)
	if body, ok := step.Body.(interface{ Goal() flows.ID }); ok {
		m.value(called{NameGoal, m.inside, string(body.Goal())}, step.Ref.At(step.Kind), "", true)
	}
	if step.When != nil {
		m.program(&step.When.Expr, m.inside, nil)
	}
	for _, name := range step.Keeps() {
		m.keeps(step, name)
	}
	if step.Body != nil {
		m.walk(reflect.ValueOf(step.Body), into{})
	}
}

// keeps notes a field that a step makes by keeping something in it.
func (m *mentions) keeps(step *flows.Step, name string) {
	of := m.field(m.inside, name)
	defined := m.names[of].Ref == step.Ref.At(step.Kind)
	m.value(of, step.Ref.At(step.Kind), "", defined)
}

// entryOf are the pairs of the entry of a translation.
func (m *mentions) entryOf(ref flows.Ref) []document.Pair {
	list, _, ok := m.places.find(parent(ref))
	i, err := strconv.Atoi(lastOf(ref.Path))
	if !ok || err != nil || list.node.Kind != document.List || i >= len(list.node.Items) {
		return nil
	}
	return slices.Clone(list.node.Items[i].Pairs)
}
