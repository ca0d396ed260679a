package config

import (
	"cmp"
	"slices"
	"strings"

	"repartee/flows"
)

// Name is one thing of a folder that others call by its name.
type Name struct {
	Sort NameSort
	Of   string // what it belongs to: the flow of a step or field, the catalog of an item or column, the field of an option; "" where it belongs to the bot
	Flow string // that it can be seen in; "" everywhere
	Name string
	Text string // what customers read of it, or its type
	Ref  flows.Ref
}

// NameSort tells what a Name calls.
type NameSort string

// The sorts of names.
const (
	NameFlow    NameSort = "flow"
	NameStep    NameSort = "step"
	NameField   NameSort = "field"
	NameOption  NameSort = "option"
	NameGoal    NameSort = "goal"
	NameFAQ     NameSort = "faq"
	NameCall    NameSort = "call"
	NamePhrase  NameSort = "phrase"
	NameCatalog NameSort = "catalog"
	NameColumn  NameSort = "column"
	NameItem    NameSort = "item"
	NameHours   NameSort = "hours"
	NamePayment NameSort = "payment"
)

// Names are all that the folder names, also where it has errors: as far as it could be read.
func (l *Loaded) Names() []Name {
	n := &names{}
	bot := &l.source.Bot
	n.fields("", bot.Fields)
	for _, phrase := range bot.Phrases {
		n.add(Name{Sort: NamePhrase, Name: string(phrase.Name), Text: phrase.Text.Source, Ref: phrase.Ref})
	}
	for _, call := range bot.Calls {
		n.add(Name{Sort: NameCall, Name: string(call.ID), Ref: call.Ref})
	}
	for _, hours := range bot.Hours {
		n.add(Name{Sort: NameHours, Name: string(hours.ID), Ref: hours.Ref})
	}
	for _, payment := range bot.Payments {
		n.add(Name{Sort: NamePayment, Name: string(payment.ID), Ref: payment.Ref})
	}
	for _, entry := range l.source.FAQ {
		n.add(Name{Sort: NameFAQ, Name: string(entry.ID), Text: strings.Join(entry.Ask[:min(1, len(entry.Ask))], ""), Ref: entry.Ref.At("id")})
	}
	for _, catalog := range l.source.Catalogs {
		n.catalog(catalog)
	}
	for _, flow := range l.source.Flows {
		n.flow(flow, bot.Fields)
	}
	return n.all
}

// names gathers what is named.
type names struct{ all []Name }

func (n *names) add(name Name) {
	if name.Name != "" {
		n.all = append(n.all, name)
	}
}

func (n *names) fields(flow string, fields flows.Fields) {
	for _, field := range fields {
		name := string(field.Name)
		n.add(Name{Sort: NameField, Of: flow, Flow: flow, Name: name, Text: cmp.Or(field.Type, "text"), Ref: field.Ref})
		for i := range field.Options.List {
			n.option(flow, name, &field.Options.List[i])
		}
	}
}

func (n *names) option(flow, field string, option *flows.Option) {
	n.add(Name{Sort: NameOption, Of: field, Flow: flow, Name: string(option.ID), Text: option.Label.Source, Ref: option.Ref})
}

func (n *names) catalog(catalog *flows.Catalog) {
	id := string(catalog.ID)
	n.add(Name{Sort: NameCatalog, Name: id, Ref: catalog.Ref})
	for _, column := range catalog.Columns {
		n.add(Name{Sort: NameColumn, Of: id, Name: string(column.Name), Text: column.Type, Ref: column.Ref})
		for i := range column.Options.List {
			n.option("", string(column.Name), &column.Options.List[i])
		}
	}
	for i := range catalog.Items {
		item := &catalog.Items[i]
		if at := slices.IndexFunc(item.Cells, func(c flows.Cell) bool { return c.Column == "id" }); at >= 0 {
			n.add(Name{Sort: NameItem, Of: id, Name: item.Cells[at].Text, Ref: item.Cells[at].Ref})
		}
	}
}

func (n *names) flow(flow *flows.Flow, bot flows.Fields) {
	id := string(flow.ID)
	n.add(Name{Sort: NameFlow, Name: id, Text: flow.Title.Source, Ref: flow.Ref.At("flow")})
	n.fields(id, flow.Fields)
	declared := map[string]bool{}
	for _, field := range slices.Concat(flow.Fields, bot) {
		declared[string(field.Name)] = true
	}
	for _, step := range flow.AllSteps() {
		n.step(id, step, declared)
	}
}

// step adds a step, and the field that it makes by keeping something in it.
func (n *names) step(flow string, step *flows.Step, declared map[string]bool) {
	ref := step.Ref
	if step.ID != "" {
		ref = ref.At("id")
	} else if step.Name() != "" {
		ref = ref.At(step.Kind)
	}
	n.add(Name{Sort: NameStep, Of: flow, Flow: flow, Name: step.Name(), Text: step.Kind, Ref: ref})
	if body, ok := step.Body.(interface{ Goal() flows.ID }); ok {
		n.add(Name{Sort: NameGoal, Of: flow, Flow: flow, Name: string(body.Goal()), Ref: step.Ref.At(step.Kind)})
	}
	for _, field := range step.Keeps() {
		if !declared[field] {
			declared[field] = true
			n.add(Name{Sort: NameField, Of: flow, Flow: flow, Name: field, Text: "kept by `" + step.Kind + "`", Ref: step.Ref.At(step.Kind)})
		}
	}
	if step.Body == nil {
		return
	}
	flows.Forms(step.Body, func(form any) {
		if option, ok := form.(*flows.Option); ok {
			n.option(flow, step.Name(), option)
		}
	})
}
