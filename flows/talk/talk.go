package talk

import (
	"strings"

	"repartee/flows"
)

// Talk is one conversation test, as written in talks/*.yaml.
type Talk struct {
	Ref       flows.Ref
	Name      string   `yaml:"talk,required" doc:"What the talk shows, in a few words."`
	Languages []string `yaml:"languages" doc:"The languages it is played in; without it the first of the bot."`
	Given     Given    `yaml:"given" doc:"What is so before the first turn."`
	Turns     []Turn   `yaml:"turns,required" doc:"What they and the bot say, in order."`
	Expect    Expect   `yaml:"expect" doc:"What is so after the last turn."`
}

// Given is the state before the first turn.
type Given struct {
	Fields Values   `yaml:"fields" doc:"What the customer told before."`
	Clock  string   `yaml:"clock" doc:"The time of the first turn, as 2026-03-02T09:00, in the bot's time zone."`
	Link   string   `yaml:"link" doc:"The payload of the deep link they come by."`
	Tags   []string `yaml:"tags" doc:"Tags that the customer has."`
	Name   string   `yaml:"name" doc:"The customer's first name; without it Alex."`

	Language string  `yaml:"language" doc:"The language the customer chose by /language."`
	Orders   []Order `yaml:"orders" doc:"What was ordered before, the oldest first."`
	Stock    Values  `yaml:"stock" doc:"What is left of an item, as {crema: 0}."`
	Taken    Values  `yaml:"taken" doc:"Times that others have, as {weber: 2026-03-10T08:30}, or a list of times."`
	Together Values  `yaml:"together" doc:"How many customers chose an item together with whatever this one chose, as {mill: 9}."`
	Arms     Values  `yaml:"arms" doc:"The arm of a split that the customer gets, as {shipping_hint: plain}."`
	Calls    []Stub  `yaml:"calls" doc:"What calls answer, by name."`
	Model    []Stub  `yaml:"model" doc:"What the language model chooses for words, by words."`
}

// Order is an order of before.
type Order struct {
	Ref    flows.Ref
	Number string   `yaml:"number" doc:"Its number."`
	Date   string   `yaml:"date" doc:"Its day, as 2026-02-01."`
	Total  string   `yaml:"total" doc:"What it cost."`
	Items  []string `yaml:"items" doc:"The ids of its items."`
	State  string   `yaml:"state" doc:"delivered, also if nothing is written, or another state of orders."`
}

// Stub is what stands for something outside. Of a list of answers each is given once, and the last of them from then on.
type Stub struct {
	Ref   flows.Ref
	Name  string `yaml:",key"`
	Reply `yaml:",inline"`
	Each  []Reply `yaml:",items"`
}

// Reply is what comes of something outside, once.
type Reply struct {
	Gives  Values `yaml:"gives" doc:"The values that it gives."`
	Fails  bool   `yaml:"fails" doc:"It fails."`
	Never  bool   `yaml:"never" doc:"No answer ever comes."`
	Choice string `yaml:"choice,short" doc:"Of a model: the id that it chooses."`
}

// Values are values of fields by name, each written as a customer of the first language would type it.
type Values []Value

// Value is one of Values.
type Value struct {
	Ref  flows.Ref
	Name string `yaml:",key"`
	Text string `yaml:",short"`

	List []string `yaml:",items"` // where a list is written
}

// words are what a customer would type for it.
func (v Value) words() string {
	if v.List != nil {
		return strings.Join(v.List, ", ")
	}
	return v.Text
}

// each are the values where several may be written.
func (v Value) each() []string {
	if v.List != nil {
		return v.List
	}
	return []string{v.Text}
}

// Turn is one line of a talk: exactly one of its keys is written.
type Turn struct {
	Ref      flows.Ref
	They     *Words          `yaml:"they" doc:"What the customer types."`
	Bot      *Words          `yaml:"bot" doc:"What a message of the bot says; ... is anything."`
	Tap      *Tap            `yaml:"tap" doc:"The button that is pressed: an id or a label."`
	Contact  string          `yaml:"contact" doc:"The phone number that is shared by the button."`
	Photo    string          `yaml:"photo" doc:"A photo is sent."`
	Voice    string          `yaml:"voice" doc:"A voice message is sent."`
	File     string          `yaml:"file" doc:"A file is sent."`
	Location string          `yaml:"location" doc:"A place is sent, as 52.53, 13.41."`
	Event    string          `yaml:"event" doc:"An event happens, as order_delivered."`
	React    string          `yaml:"react" doc:"An emoji at the last message."`
	Pay      *PayTurn        `yaml:"pay" doc:"What they do with the newest invoice: paid, declined, expired, twice, other or late."`
	Order    string          `yaml:"order" doc:"Staff change the state of the newest order: paid, packed, sent, delivered, cancelled or refunded."`
	Stock    Values          `yaml:"stock" doc:"Others have bought or brought some: what is left now, as {crema: 0}; of a variant {crema.large: 0}."`
	Taken    Values          `yaml:"taken" doc:"Somebody else takes a time, as {weber: 2026-03-10T08:30}, or a list of times."`
	Price    Values          `yaml:"price" doc:"What something costs from now on, as {crema: 13.90}."`
	After    *flows.Duration `yaml:"after" doc:"Time goes by."`
	At       string          `yaml:"at" doc:"The question that is open now."`
	Rest     Rest            `yaml:"rest" doc:"none: behind the lines above the bot has said nothing more."`
}

// Tap is a press on a button. Where several messages have such a button it is the newest, one of the open question before those of earlier ones.
type Tap struct {
	Ref    flows.Ref
	Button Words `yaml:"button,short,required" doc:"An id or a label."`
	Older  int   `yaml:"older" doc:"How many messages newer than the one that is meant have such a button, as 1: the one before the newest."`
}

// Rest is what is left of what the bot said: none.
type Rest string

// Values are what can be written.
func (Rest) Values() []string { return []string{"none"} }

// Words are the same words in several languages.
type Words struct {
	Ref        flows.Ref
	ByLanguage map[string]string // "" where one text stands for all languages
}

// In gives the words in a language.
func (w *Words) In(language string) string {
	if text, ok := w.ByLanguage[language]; ok {
		return text
	}
	return w.ByLanguage[""]
}

// Expect is the state after the last turn.
type Expect struct {
	Ref    flows.Ref
	Fields Values   `yaml:"fields" doc:"What is kept; a value, or unknown."`
	Goal   string   `yaml:"goal" doc:"reached, missed, or the name of a goal."`
	Tags   []string `yaml:"tags" doc:"Tags that the customer has."`
	Events []string `yaml:"events" doc:"What happened, in this order and with other things between: the name of an event alone, or with its step, flow or detail, as [answered brew, chose coffee.crema, reached]."`
	Never  []string `yaml:"never" doc:"What did not happen, in the same words, as [gave_up, refused budget]."`
	At     string   `yaml:"at" doc:"The question that is open; none where nothing is."`
}
