package steps

import (
	"strings"

	"repartee/flows"
)

// Menu offers a choice of ways to go on. It keeps nothing.
type Menu struct {
	flows.Question `yaml:",inline"`
	Menu           flows.Text    `yaml:"menu,required" doc:"What is asked."`
	Options        flows.Options `yaml:"options,required" doc:"The ways to go on; one that leads nowhere goes on with the next step."`

	options []*flows.Option
}

// Name joins the ids of the options.
func (m *Menu) Name() string {
	ids := make([]string, len(m.Options.List))
	for i := range m.Options.List {
		ids[i] = string(m.Options.List[i].ID)
	}
	return strings.Join(ids, "_")
}

// Check settles the options.
func (m *Menu) Check(k *flows.Checker) {
	m.options = k.Choices(m.Options, nil)
	k.Distinct(m.options)
	if len(m.options) == 0 && m.Options.Ref.Path != "" {
		k.Fail(m.Options.Ref, "missing-options", "write `options: {hours: {label: Opening hours, flow: hours}}`", "a menu needs options")
	}
}

// Run asks.
func (m *Menu) Run(t *flows.Turn) flows.Move { return t.Ask(m) }

// Offer gives the options that hold now.
func (m *Menu) Offer(t *flows.Turn) flows.Offer {
	return flows.Offer{Text: &m.Menu, Choices: t.Choices(m.options)}
}

// Take goes where the option leads.
func (m *Menu) Take(t *flows.Turn, r flows.Reply) flows.Move { return t.Lead(r) }

// Leaves tells that each option leads somewhere of its own.
func (m *Menu) Leaves() bool { return m.Skip.Source == "" && allLead(m.Options.List) }
