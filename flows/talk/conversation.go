package talk

import (
	"fmt"
	"maps"
	"time"

	"repartee/flows"
	"repartee/flows/shop"
	"repartee/flows/value"
)

// Conversation is one customer talking to a set, with a clock of its own. Between two turns the state goes through JSON, as it does in a store.
type Conversation struct {
	engine *flows.Engine
	person flows.Person
	now    time.Time
	state  []byte
	live   *flows.State // instead of it, where the state does not go through JSON
	inputs int
	facts  flows.Facts
	jobs   func(flows.Job) (answer flows.Input, answered bool, err error) // what stands for the world

	till    *till
	charges int
	linked  *flows.Invoice // the newest that there is a link to

	shown  []Said // all messages so far; buttons as they are now
	Events []flows.Event
	Taken  []flows.Ref // what was gone through
	Ledger []shop.Entry
}

// Said is a message of the bot as the customer sees it.
type Said struct {
	flows.Send
	Number int  // of the message, from 1; an edited one has the number it had
	Notice bool // the short notice that a press brings, not a message
	Edited bool // a message from before, with other buttons now

	Invoice *flows.Invoice // where the message is one; its text tells the lines and the sum
}

// NewConversation begins a conversation with a person at a time.
func NewConversation(set *flows.Set, person flows.Person, now time.Time) *Conversation {
	engine := flows.NewEngine(set, flows.EngineOptions{Publication: 1, Username: "your_bot", Trace: true})
	return &Conversation{engine: engine, person: person, now: now, till: newTill(set.StockSeed())}
}

// SetFacts settles what is left in stock, beside what the catalogs say, and what is chosen together.
func (c *Conversation) SetFacts(facts flows.Facts) {
	maps.Copy(c.till.left, facts.Stock)
	c.facts = facts
	c.seeStock()
}

// Answer settles what comes of jobs: the input with the result, or that none ever comes. An error fails the turn. Without it every job does.
func (c *Conversation) Answer(jobs func(flows.Job) (flows.Input, bool, error)) { c.jobs = jobs }

// AskModel lets the engine ask a model where it is in doubt.
func (c *Conversation) AskModel() {
	c.engine = flows.NewEngine(c.engine.Set(), flows.EngineOptions{Publication: 1, Username: "your_bot", Trace: true, Model: true})
}

// State is where the talk stands.
func (c *Conversation) State() (flows.State, error) {
	if c.live != nil {
		return *c.live, nil
	}
	return flows.DecodeState(c.state)
}

// SetState puts the talk somewhere else.
func (c *Conversation) SetState(s flows.State) (err error) {
	if c.live != nil {
		c.live = &s
		return nil
	}
	c.state, err = s.Encode()
	return err
}

// Say types words and gives what the bot says to them.
func (c *Conversation) Say(words string) ([]Said, error) {
	return c.hear(flows.Input{What: flows.Message, Text: words})
}

// ownPhone is what a tap on the key that shares the contact card shares.
const ownPhone = "+4930123456"

// ownPlace is where a tap on the key that shares the location says the customer is.
var ownPlace = flows.Spot{Latitude: 52.54, Longitude: 13.41}

// Share shares the customer's own contact card.
func (c *Conversation) Share(phone string) ([]Said, error) {
	return c.hear(flows.Input{What: flows.Card, Phone: phone, Own: true})
}

// Show sends something that is not words, under a name.
func (c *Conversation) Show(medium flows.Medium, name string) ([]Said, error) {
	return c.hear(flows.Input{What: flows.Media, Medium: medium, FileID: name, Message: 1})
}

// Be tells where the customer is.
func (c *Conversation) Be(at flows.Spot) ([]Said, error) {
	return c.hear(flows.Input{What: flows.Media, Medium: flows.Location, Spot: &at})
}

// Happen lets an event come from outside.
func (c *Conversation) Happen(event string) ([]Said, error) {
	return c.turn(flows.Input{What: flows.Happened, Event: event})
}

// React puts an emoji at the last message.
func (c *Conversation) React(emoji string) ([]Said, error) {
	return c.turn(flows.Input{What: flows.Reacted, Event: emoji})
}

// Pass lets time go by; what is due meanwhile happens at its time.
func (c *Conversation) Pass(d flows.Duration) ([]Said, error) {
	end := d.After(c.now)
	var said []Said
	for {
		state, err := c.State()
		if err != nil {
			return said, err
		}
		wake := state.Wake()
		if wake.IsZero() || wake.After(end) {
			c.now = end
			return said, nil
		}
		if wake.After(c.now) {
			c.now = wake
		}
		more, err := c.turn(flows.Input{What: flows.Wake})
		said = append(said, more...)
		if err != nil {
			return said, err
		}
	}
}

// hear is one input of the customer; a second goes by with each.
func (c *Conversation) hear(in flows.Input) ([]Said, error) {
	c.now = c.now.Add(time.Second)
	in.From = c.person
	return c.turn(in)
}

func (c *Conversation) turn(in flows.Input) ([]Said, error) {
	c.inputs++
	in.ID, in.At, in.Me = fmt.Sprintf("talk.%d", c.inputs), c.now, "customer"
	before, err := c.State()
	if err != nil {
		return nil, err
	}
	out, err := c.engine.Turn(before, in, c.facts)
	if err != nil {
		return nil, err
	}
	if err := c.unchanged(before); err != nil {
		return nil, err
	}
	c.Events = append(c.Events, out.Events...)
	c.Taken = append(c.Taken, out.Taken...)
	c.Ledger = append(c.Ledger, out.Ledger...)
	if err := c.SetState(out.State); err != nil {
		return nil, err
	}
	if out.Forget && c.live == nil {
		c.state = nil
	}
	said := c.show(out.Effects)
	more, err := c.work(out.Effects)
	return append(said, more...), err
}

// unchanged makes sure that a turn left the state it was given alone.
func (c *Conversation) unchanged(before flows.State) error {
	if c.live != nil {
		return nil
	}
	after, err := before.Encode()
	if err == nil && len(c.state) > 0 && string(after) != string(c.state) {
		err = fmt.Errorf("a turn changed the state that it was given")
	}
	return err
}

// show does what the effects say to the customer's screen.
func (c *Conversation) show(effects []flows.Effect) []Said {
	var said []Said
	for _, effect := range effects {
		switch effect := effect.(type) {
		case flows.Send:
			c.shown = append(c.shown, Said{Send: effect, Number: len(c.shown) + 1})
			said = append(said, c.shown[len(c.shown)-1])
		case flows.Invoice:
			text := invoiceText(effect, c.locale())
			c.shown = append(c.shown, Said{Send: flows.Send{Text: text, Buttons: effect.Buttons}, Number: len(c.shown) + 1, Invoice: &effect})
			said = append(said, c.shown[len(c.shown)-1])
		case flows.EditButtons:
			if i := effect.Message - 1; i >= 0 && i < len(c.shown) {
				c.shown[i].Buttons = effect.Buttons
				said = append(said, Said{Send: c.shown[i].Send, Number: i + 1, Edited: true})
			}
		case flows.Edit:
			if i := effect.Message - 1; i >= 0 && i < len(c.shown) {
				now := flows.Send{Text: effect.Text, Entities: effect.Entities, Buttons: effect.Buttons}
				if effect.Media != nil {
					now.Media = []flows.Attachment{*effect.Media}
				}
				c.shown[i] = Said{Send: now, Number: i + 1}
				said = append(said, c.shown[i])
			}
		case flows.AnswerPress:
			if effect.Text != "" {
				said = append(said, Said{Send: flows.Send{Text: effect.Text}, Notice: true})
			}
		}
	}
	return said
}

// locale is what amounts are written by.
func (c *Conversation) locale() value.Locale {
	set := c.engine.Set()
	loc := value.Locale{Language: c.person.Language, Zone: set.Zone(), Currency: set.Currency, Now: c.now}
	if state, err := c.State(); err == nil && state.Contact.Language != "" {
		loc.Language = state.Contact.Language
	}
	return loc
}
