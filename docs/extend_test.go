package docs_test

import (
	"fmt"
	"log"
	"testing/fstest"

	"repartee/config"
	"repartee/flows"
	"repartee/flows/steps"
	"repartee/flows/talk"
	"repartee/flows/value"
)

// Stamp puts a stamp on the customer's card, and goes somewhere when it is full.
type Stamp struct {
	Field flows.FieldName `yaml:"stamp,required" doc:"The field that counts the stamps."`
	Full  int             `yaml:"full,required" doc:"How many make a full card."`
	Then  flows.Target    `yaml:"then" doc:"Where the talk goes on when the card is full; without it with the next step."`
}

// Name is what the step is known by.
func (s *Stamp) Name() string { return s.Field.Name }

// Sets is the field: so analysis and going back know what the step changes.
func (s *Stamp) Sets() []string { return []string{s.Field.Name} }

// Check makes sure that the field can count.
func (s *Stamp) Check(k *flows.Checker) {
	if field := k.Field(s.Field); field != nil && field.Type != "integer" {
		k.Fail(s.Field.Ref, "type-mismatch", "write `"+s.Field.Name+": integer`", "field %s cannot count stamps", s.Field.Name)
	}
}

// Run puts the stamp.
func (s *Stamp) Run(t *flows.Turn) flows.Move {
	stamps := int64(1)
	if kept, ok := t.Kept(s.Field.Name); ok {
		stamps += kept.Value.AsInt()
	}
	if stamps < int64(s.Full) {
		t.Assign(s.Field.Name, value.Integer(stamps))
		return flows.Next()
	}
	t.Assign(s.Field.Name, value.Integer(0))
	return t.To(&s.Then)
}

// A kind of step of your own stands beside the built-in ones: config decodes it, check looks into it, talks play it.
func Example_step() {
	kinds := append(steps.Kinds(), flows.Kind{Name: "stamp", Doc: "Puts a stamp on a card.", New: func() flows.Body { return new(Stamp) }})

	loaded, found := config.Load(fstest.MapFS{
		"bot.yaml": {Data: []byte("{bot: Beans, languages: [en], time_zone: UTC, currency: EUR, start: cup, fields: {stamps: integer}}")},
		"flows/cup.yaml": {Data: []byte(`
flow: cup
steps:
  - stamp: stamps
    full: 2
    then: free
  - say: "{{ stamps }} of 2. Enjoy your coffee!"
  - end
  - {id: free, say: This one is on the house.}
`)},
		"talks/cups.yaml": {Data: []byte(`
talk: the second cup is free
turns:
  - they: /start
  - bot: 1 of 2. Enjoy your coffee!
  - they: /start
  - bot: This one is on the house.
expect: {fields: {stamps: 0}}
`)},
	}, kinds)
	if found.HasErrors() {
		log.Fatal(found)
	}
	result := talk.Play(loaded.Set, &loaded.Talks[0], "")
	fmt.Println(result.Talk.Name, len(result.Failures), "failures")
	// Output: the second cup is free 0 failures
}
