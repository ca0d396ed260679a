package steps_test

import (
	"encoding/json"
	"testing"
	"time"

	"repartee/flows"
	"repartee/flows/shop"
	"repartee/flows/value"
)

// TestExport holds the file of /mydata against all that is kept of a customer.
func TestExport(t *testing.T) {
	set := load(t, map[string]string{
		"bot.yaml": "bot: Keeper\nlanguages: [en]\ntime_zone: Europe/Berlin\ncurrency: EUR\nstart: welcome\n" +
			"privacy: {purposes: {advice: To advise you}}\n" +
			"fields:\n  budget: {type: money, purpose: advice}\n  born: date\n  pin: {type: text, secret: true}\n  extras: {type: many_of, options: {milk: Milk, sugar: Sugar}}\n",
		"flows/welcome.yaml": "flow: welcome\nfields: {city: text}\nsteps:\n  - {ask: city, text: Which city?}\n  - {ask: born, text: Born when?}\n",
	})
	at := time.Date(2026, time.March, 2, 9, 0, 0, 0, time.UTC)
	told := at.AddDate(0, 0, -1).Unix()
	state := flows.State{}
	state.Contact = flows.Contact{FirstName: "Ada", Since: told, Heard: told, Visits: 2, Tags: []string{"vip"}, Source: "adv_7",
		Fields: map[string]flows.Answer{
			"budget": {Value: value.Money(1250, "EUR"), At: told, Flow: "welcome", How: flows.Typed, Words: "12 fuffzig"},
			"pin":    {Value: value.Text("4711"), At: told, How: flows.Typed, Words: "it is 4711"},
			"extras": {Value: value.List(value.Text("milk")), At: told, How: flows.Pressed},
		},
		Orders: []shop.Order{{
			Number: "7K3Q-2M9F", State: shop.Sent, At: told, Payment: "transfer", Totals: shop.Totals{Currency: "EUR", Total: 2580},
			Lines:   []shop.Line{{Catalog: "coffee", Item: "crema", Name: "Crema", Quantity: 2, Price: 1290, Currency: "EUR"}},
			Address: &shop.Address{Text: "Ada\nWeg 1\n10115 Berlin", Country: "DE"},
		}},
		Bookings: []flows.Booking{{ID: "b", Catalog: "therapists", Item: "weber", Name: "Dr. Weber", Start: at.Unix(), End: at.Add(time.Hour).Unix()}},
	}
	state.Session.Frames = []flows.Frame{{Flow: "welcome", Step: "born", Fields: map[string]flows.Answer{"city": {Value: value.Text("Bonn"), At: told, How: flows.Typed}}}}
	in := flows.Input{ID: "1", At: at, What: flows.Message, Text: "/mydata_export", From: flows.Person{FirstName: "Ada"}}
	out, err := flows.NewEngine(set).Turn(state, in, flows.Facts{})
	if err != nil {
		t.Fatal(err)
	}
	var got, want any
	if err := json.Unmarshal(fileOf(t, out), &got); err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal([]byte(exportWanted), &want); err != nil {
		t.Fatal(err)
	}
	gotText, _ := json.MarshalIndent(got, "", "  ")
	wantText, _ := json.MarshalIndent(want, "", "  ")
	if string(gotText) != string(wantText) {
		t.Errorf("got\n%s\nwant\n%s", gotText, wantText)
	}
}

func fileOf(t *testing.T, out flows.Outcome) []byte {
	t.Helper()
	for _, effect := range out.Effects {
		if sent, ok := effect.(flows.Send); ok && len(sent.Media) == 1 && sent.Media[0].Name == "mydata.json" {
			return sent.Media[0].Data
		}
	}
	t.Fatalf("no file was sent: %v", out.Effects)
	return nil
}

const exportWanted = `{
  "bot": "Keeper",
  "exported_at": "2026-03-02T09:00:00Z",
  "first_name": "Ada",
  "language": "en",
  "came_by": "adv_7",
  "first_contact": "2026-03-01T09:00:00Z",
  "last_contact": "2026-03-02T09:00:00Z",
  "visits": 3,
  "tags": ["vip"],
  "answers": {
    "budget": {"value": {"amount": "12.50", "currency": "EUR"}, "at": "2026-03-01T09:00:00Z", "flow": "welcome", "how": "typed", "words": "12 fuffzig", "purpose": "advice"},
    "extras": {"value": ["milk"], "at": "2026-03-01T09:00:00Z", "how": "pressed"},
    "pin": {"value": null, "at": "2026-03-01T09:00:00Z", "how": "typed", "secret": true}
  },
  "orders": [{"number": "7K3Q-2M9F", "at": "2026-03-01T09:00:00Z", "state": "sent", "payment": "transfer", "total": {"amount": "25.80", "currency": "EUR"},
    "items": [{"item": "coffee.crema", "name": "Crema", "quantity": 2, "price": {"amount": "12.90", "currency": "EUR"}}],
    "address": {"country": "DE", "text": "Ada\nWeg 1\n10115 Berlin"}}],
  "appointments": [{"item": "therapists.weber", "name": "Dr. Weber", "start": "2026-03-02T09:00:00Z", "end": "2026-03-02T10:00:00Z"}],
  "open_talks": [{"flow": "welcome", "answers": {"city": {"value": "Bonn", "at": "2026-03-01T09:00:00Z", "how": "typed"}}}]
}`
