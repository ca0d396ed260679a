package steps

import (
	"strings"

	"repartee/flows"
	"repartee/flows/value"
)

// Menu offers a choice of ways to go on. It keeps nothing.
type Menu struct {
	flows.Question `yaml:",inline"`
	flows.Listing  `yaml:",inline"`
	Menu           flows.Text    `yaml:"menu,required" doc:"What is asked."`
	Options        flows.Options `yaml:"options" doc:"The ways to go on; one that leads nowhere goes on with the next step."`
	Label          flows.Label   `yaml:"label" doc:"With a source: what the button of each item says; without it the question of the FAQ, or the item's name."`

	options []*flows.Option
	item    *value.Type
}

// fromFAQ is the source whose items are told when they are pressed.
const fromFAQ = "faq"

// Name joins the ids of the options.
func (m *Menu) Name() string {
	ids := make([]string, len(m.Options.List))
	for i := range m.Options.List {
		ids[i] = string(m.Options.List[i].ID)
	}
	return strings.Join(ids, "_")
}

// Source is where items beside the options come from; nil where there are none.
func (m *Menu) Source() *flows.Listing { return sourceOf(&m.Listing) }

// Offers are the options.
func (m *Menu) Offers() []*flows.Option { return m.options }

// Check settles the options.
func (m *Menu) Check(k *flows.Checker) {
	m.options = k.Choices(m.Options, nil)
	m.item = k.Listing(&m.Listing)
	k.Distinct(m.options)
	if len(m.options) == 0 && m.From.Name == "" {
		k.Fail(m.Menu.Ref, "missing-options", "write `options: {hours: {label: Opening hours, faq: hours}}`, or `from: faq`", "a menu needs options")
	}
}

// Run asks. A menu of items alone is left out where there are none.
func (m *Menu) Run(t *flows.Turn) flows.Move {
	if len(m.options) == 0 && len(t.List(&m.Listing)) == 0 {
		return flows.Next()
	}
	return t.Ask(m)
}

// Offer gives the items and the options that hold now.
func (m *Menu) Offer(t *flows.Turn) flows.Offer {
	if m.From.Name == "" {
		return flows.Offer{Text: &m.Menu, Choices: t.Choices(m.options)}
	}
	choices := itemChoices(t, t.List(&m.Listing), m.item, &m.Label)
	for i := range choices {
		if m.From.Name == fromFAQ {
			m.lead(t, &choices[i])
		}
	}
	return flows.Offer{Text: &m.Menu, Choices: append(choices, t.Choices(m.options)...)}
}

// lead lets a choice tell its answer of the FAQ, after which the menu comes again.
func (m *Menu) lead(t *flows.Turn, c *flows.Choice) {
	if m.Label.Source == "" {
		c.Label = c.Value.Field("question").AsText()
	}
	c.Option = &flows.Option{ID: flows.ID(c.ID), FAQ: &flows.FAQName{Name: c.ID}}
}

// Take goes where the option leads.
func (m *Menu) Take(t *flows.Turn, r flows.Reply) flows.Move { return t.Lead(r) }

// Leaves tells that each option leads somewhere of its own.
func (m *Menu) Leaves() bool {
	return m.Skip.Source == "" && (m.From.Name == "" || m.From.Name == fromFAQ) && allLead(m.Options.List)
}
