package console_test

import (
	"fmt"
	"slices"

	"repartee/internal/console"
)

func (p *fakePhone) SetProfile(profile console.Profile) {
	p.fake.mu.Lock()
	p.customer.Profile = profile
	p.fake.publish(console.Event{Kind: console.CustomersChanged})
	p.fake.mu.Unlock()
	p.act(fmt.Sprintf("profile %s|%s|%s|%s", profile.Name, profile.LastName, profile.Username, profile.Language))
}

func (p *fakePhone) Reply(message int64, text string) error {
	if _, ok := p.message(message); !ok {
		return console.ErrNotFound
	}
	p.show(console.Message{Text: text, ReplyTo: message})
	p.act(fmt.Sprintf("reply %d %s", message, text))
	return nil
}

func (p *fakePhone) Edit(message int64, text string) error {
	m, ok := p.message(message)
	if !ok || m.FromBot || m.Media != "" {
		return console.ErrNotFound
	}
	m.Text = text
	p.show(m)
	p.act(fmt.Sprintf("edit %d %s", message, text))
	return nil
}

func (p *fakePhone) React(message int64, emoji string) error {
	m, ok := p.message(message)
	if !ok {
		return console.ErrNotFound
	}
	m.Reaction = emoji
	p.show(m)
	p.act(fmt.Sprintf("react %d %s", message, emoji))
	return nil
}

func (p *fakePhone) message(id int64) (console.Message, bool) {
	messages := p.Messages()
	at := slices.IndexFunc(messages, func(m console.Message) bool { return m.ID == id })
	if at < 0 {
		return console.Message{}, false
	}
	return messages[at], true
}
