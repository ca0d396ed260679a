package flows

import (
	"slices"
	"strings"

	"repartee/flows/expr"
)

// button checks a button: a built-in command, a page, or a flow.
func (c *compiler) button(b *Button, p place) {
	if b.When != nil {
		c.condition(b.When, p)
	}
	if b.Command != "" {
		c.buttonCommand(b)
		return
	}
	c.label(&b.Label, p)
	if b.Label.Source == "" {
		c.fail(b.Ref, "missing-key", "write `label: ...`", "the button has no label")
	}
	switch {
	case b.URL != nil && b.Flow != nil, b.FAQ != nil && (b.URL != nil || b.Flow != nil):
		c.fail(b.Ref, "two-ways", "keep one of url, flow and faq", "the button leads to more than one place")
	case b.FAQ != nil:
		c.faqName(b.FAQ)
	case b.URL != nil:
		c.url(b.URL, p)
	case b.Flow != nil:
		c.flowName(b.Flow, p)
	default:
		c.fail(b.Ref, "missing-key", "write `flow: name` or `url: https://...`", "the button leads nowhere")
	}
}

var commandButtons = []string{"back", "cancel", "forget", "help", "language", "menu", "mydata", "privacy", "restart", "stop"}

func (c *compiler) buttonCommand(b *Button) {
	if slices.Contains(commandButtons, b.Command) {
		return
	}
	commands := slices.Clone(commandButtons)
	for _, flow := range c.set.Flows {
		if string(flow.Start.Command) == b.Command || flow.builtin && slices.Contains(sellingFlows, string(flow.ID)) && string(flow.ID) == b.Command {
			return
		}
		if flow.Start.Command != "" && !flow.builtin {
			commands = append(commands, string(flow.Start.Command))
		}
	}
	c.fail(b.Ref, "unknown-command", didYouMean(b.Command, commands, "one of "+strings.Join(commandButtons, ", ")), "there is no command %s for a button", b.Command)
}

// url compiles an address; values in it are encoded.
func (c *compiler) url(l *Line, p place) {
	l.templates = make([]*expr.Template, len(c.set.Languages))
	for i, language := range c.set.Languages {
		text, ref := l.Source, l.Ref
		if entry := c.translation(p.at, l.Source, language); i > 0 && entry != nil {
			text, ref = entry.Text, entry.Ref
		}
		l.templates[i] = c.template(ref, text, p, addressText)
	}
}

// buttonTargets are the flows that a button leads to, by name.
func (c *compiler) buttonTargets() map[string]bool {
	targets := map[string]bool{}
	add := func(form any) {
		if b, ok := form.(*Button); ok && b.Flow != nil {
			targets[b.Flow.Name] = true
		}
	}
	for _, flow := range c.set.Flows {
		for _, step := range flow.steps {
			step.Forms(add)
		}
		c.makeups.forms(defaultsBody{&flow.Defaults}, add)
	}
	c.makeups.forms(defaultsBody{&c.src.Bot.Defaults}, add)
	for _, entry := range c.src.FAQ {
		if entry.Then != nil {
			add(entry.Then)
		}
	}
	return targets
}
