package flows

import (
	"repartee/flows/value"
)

// faqType is the type of an item of the FAQ.
var faqType = &value.Type{Base: value.TypeItem, Fields: map[string]*value.Type{"id": textType, "topic": textType, "name": textType, "question": textType, "answer": textType}}

// faqNames settles which entries the FAQ has.
func (c *compiler) faqNames() {
	c.set.faq = map[string]*FAQ{}
	for _, entry := range c.src.FAQ {
		id := string(entry.ID)
		if id == "" {
			continue
		}
		if c.set.faq[id] != nil {
			c.fail(entry.Ref.At("id"), "duplicate-id", "rename one of them", "there is another entry called %s", id)
			continue
		}
		c.set.faq[id] = entry
		c.set.faqOrder = append(c.set.faqOrder, entry)
	}
}

// faqTexts compiles the answers, and the questions as items of menus.
func (c *compiler) faqTexts() {
	c.set.faqItems = make([][]value.Value, len(c.set.Languages))
	for _, entry := range c.set.faqOrder {
		p := place{c: c, at: "faq." + string(entry.ID)}
		c.tellWords(entry.Ref.At("ask"), p.under("ask").at, entry.Ask)
		c.text(&entry.Answer, p)
		if entry.Then != nil {
			c.suggestion(entry.Then, p)
		}
		for i, language := range c.set.Languages {
			asks := c.faqAsks(entry, language)
			question := string(entry.ID)
			if len(asks) > 0 {
				question = asks[0]
			} else if len(entry.Ask) > 0 {
				question = entry.Ask[0]
			}
			parts := map[string]value.Value{"id": value.Text(string(entry.ID)), "name": value.Text(question), "question": value.Text(question), "topic": known(string(entry.Topic))}
			c.set.faqItems[i] = append(c.set.faqItems[i], value.Record(parts))
		}
	}
}

// suggestion checks the offer behind an answer. Without a label it has the flow's title.
func (c *compiler) suggestion(b *Button, p place) {
	if b.Label.Source != "" || b.Command != "" || b.URL != nil {
		c.button(b, p)
		return
	}
	if b.FAQ != nil {
		c.faqName(b.FAQ)
		return
	}
	if b.Flow == nil {
		c.fail(b.Ref, "missing-key", "write `then: {flow: name}`", "the offer leads nowhere")
		return
	}
	c.flowName(b.Flow, p)
}

// faqAsks gives how customers of a language ask.
func (c *compiler) faqAsks(entry *FAQ, language string) []string {
	if language == c.set.Languages[0] {
		return entry.Ask
	}
	at := "faq." + string(entry.ID)
	if words := c.translatedWords(at, language); len(words) > 0 {
		return words
	}
	return c.translatedWords(at+".ask", language)
}

func (c *compiler) faqName(name *FAQName) *FAQ {
	entry := c.set.faq[name.Name]
	if entry == nil && name.Name != "" {
		var ids []string
		for id := range c.set.faq {
			ids = append(ids, id)
		}
		c.fail(name.Ref, "unknown-faq", didYouMean(name.Name, sorted(ids), "write the entry into faq.yaml"), "the FAQ has no entry called %s", name.Name)
	}
	return entry
}
