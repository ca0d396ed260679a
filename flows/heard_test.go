package flows_test

import (
	"encoding/json"
	"strings"
	"testing"
	"time"

	"repartee/flows"
)

// TestHeardNothingOfTheCustomer records a talk full of what tells of a customer, and looks for it in the record.
func TestHeardNothingOfTheCustomer(t *testing.T) {
	s := bot(t, map[string]string{
		"bot.yaml": "fields: {mail: {type: email, personal: true}, phone: phone, born: {type: date, personal: true}, income: {type: money, personal: true}, place: location}\n",
		"flows/welcome.yaml": "flow: welcome\nfields: {words: text, again: text, size: {type: one_of, options: {s: Small, l: Large}}, code: {type: text, pattern: \"[A-Z]{3}-\\\\d{4}\"}}\nsteps:\n" +
			"  - {ask: words, text: Words?}\n  - {ask: again, text: Again?}\n  - {ask: code, text: Code?}\n  - {ask: mail, text: Mail?}\n  - {ask: born, text: Born?}\n  - {ask: income, text: Income?}\n" +
			"  - {ask: size, text: Size?}\n  - {ask: phone, text: Phone?}\n  - {ask: place, text: Where?}\n  - say: Thanks.\n",
	})
	c := talkTo(t, s)
	c.options.Record = true
	ludmilla := flows.Person{FirstName: "Ludmilla", LastName: "Sonnenschein", Username: "ludmi99", Language: "en"}
	var record strings.Builder
	var said []string
	note := func(out flows.Outcome) {
		t.Helper()
		raw, err := json.Marshal(out.Events)
		if err != nil || out.Events[0].Heard == nil {
			t.Fatal(out.Events, err)
		}
		record.Write(raw)
		said = append(said, out.Events[0].Heard.Input.Text)
	}
	for _, words := range []string{"/start secretlink", "I have a sore knee", "I have a sore knee", "QRS-7391", "ludmilla@sonnenschein.example", "17.8.1971", "43,210 EUR", "sjdhf", "Large"} {
		note(c.input(flows.Input{What: flows.Message, Text: words, From: ludmilla}))
	}
	note(c.input(flows.Input{From: ludmilla, What: flows.Card, Phone: "+4917612345678", Own: true}))
	note(c.input(flows.Input{From: ludmilla, What: flows.Media, Medium: flows.Location, Spot: &flows.Spot{Latitude: 52.5417, Longitude: 13.4183}}))
	for _, private := range []string{"udmilla", "onnenschein", "ludmi99", "sore", "knee", "QRS", "7391", "1971-08-17", "17.8", "43210", "43,210", "17612345678", "52.54", "13.41", "sjdhf", "secretlink"} {
		if strings.Contains(record.String(), private) {
			t.Errorf("the record tells %q:\n%s", private, record.String())
		}
	}
	if said[1] != said[2] || said[1] == said[3] {
		t.Errorf("the same words have not the same stand-in: %q", said)
	}
	if said[8] != "Large" || said[7] != "xqzv" || !strings.HasSuffix(said[4], "@example.com") {
		t.Errorf("recorded as %q", said)
	}
	again := talkTo(t, s)
	for _, words := range said[:9] {
		again.says(words)
	}
	if _, step := again.state.Place(); step != "phone" {
		t.Errorf("played again, %s is open", step)
	}
}

// TestHeardOnlyWhereWanted shows that nothing is recorded otherwise, and what begins a conversation.
func TestHeardOnlyWhereWanted(t *testing.T) {
	s := bot(t, map[string]string{"flows/welcome.yaml": "flow: welcome\nfields: {words: text}\nsteps:\n  - {ask: words, text: Words?}\n"})
	c := talkTo(t, s)
	if out := c.says("/start"); out.Events[0].Heard != nil {
		t.Error("it is recorded")
	}
	c = talkTo(t, s)
	c.options.Record = true
	if out := c.says("/start"); out.Events[0].Heard.Given == nil {
		t.Error("no conversation begins")
	}
	if out := c.says("words"); out.Events[0].Heard.Given != nil {
		t.Error("another one begins in the middle")
	}
	c.sleeps(3 * time.Hour)
	if out := c.says("/start"); out.Events[0].Heard.Given == nil {
		t.Error("no other conversation begins after a while")
	}
}
