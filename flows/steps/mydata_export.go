package steps

import (
	"encoding/json"
	"time"

	"repartee/flows"
	"repartee/flows/value"
)

// export sends all that is kept of the customer as a file that programs can read.
type export struct{}

// mostExported is how large a file can be that is put together in a turn.
const mostExported = 32 << 10 // bytes

func (*export) Run(t *flows.Turn) flows.Move {
	data, err := json.MarshalIndent(exported(t), "", "  ")
	if err != nil || len(data) > mostExported {
		t.SayPhrase("export_failed")
		return flows.Next()
	}
	t.SendMessage(flows.Display{
		Text:  t.Phrase("export_done", nil),
		Media: []flows.Attachment{{Medium: flows.File, Name: "mydata.json", Data: data}},
	})
	return flows.Next()
}

// exportFile is the form of the file.
type exportFile struct {
	Bot          string                  `json:"bot"`
	ExportedAt   string                  `json:"exported_at"`
	FirstName    string                  `json:"first_name,omitempty"`
	LastName     string                  `json:"last_name,omitempty"`
	Username     string                  `json:"username,omitempty"`
	Language     string                  `json:"language"`
	CameBy       string                  `json:"came_by,omitempty"`
	FirstContact string                  `json:"first_contact,omitempty"`
	LastContact  string                  `json:"last_contact,omitempty"`
	Visits       int                     `json:"visits"`
	OptedOut     string                  `json:"opted_out,omitempty"`
	Tags         []string                `json:"tags,omitempty"`
	Answers      map[string]exportAnswer `json:"answers"`
	Chosen       []string                `json:"chosen_items,omitempty"`
	Trials       map[string]string       `json:"trials,omitempty"`
	Orders       []exportOrder           `json:"orders,omitempty"`
	Appointments []exportBooking         `json:"appointments,omitempty"`
	Talks        []exportTalk            `json:"open_talks,omitempty"`
}

// exportAnswer is one kept answer with its source. What is secret does not go back into the chat: it is only told that it is kept.
type exportAnswer struct {
	Value   any    `json:"value"`
	At      string `json:"at,omitempty"`
	Flow    string `json:"flow,omitempty"`
	How     string `json:"how,omitempty"`
	Words   string `json:"words,omitempty"`
	Purpose string `json:"purpose,omitempty"`
	Secret  bool   `json:"secret,omitempty"`
}

// exportTalk is a flow that is open, with the answers of this run.
type exportTalk struct {
	Flow    string                  `json:"flow"`
	Answers map[string]exportAnswer `json:"answers,omitempty"`
}

func exported(t *flows.Turn) exportFile {
	c := t.Contact()
	file := exportFile{
		Bot: t.Set().Name, ExportedAt: stamp(t.Input().At.Unix()),
		FirstName: c.FirstName, LastName: c.LastName, Username: c.Username, Language: t.Locale().Language,
		CameBy: c.Source, FirstContact: stamp(c.Since), LastContact: stamp(c.Heard), Visits: c.Visits, OptedOut: stamp(c.OptedOut),
		Tags: c.Tags, Answers: exportedAnswers(t.Set().Fields(), c.Fields), Chosen: c.Chosen, Trials: c.Arms,
	}
	for _, order := range c.Orders {
		file.Orders = append(file.Orders, exportedOrder(order))
	}
	for _, b := range c.Bookings {
		file.Appointments = append(file.Appointments, exportBooking{Item: b.Catalog + "." + b.Item, Name: b.Name, Start: stamp(b.Start), End: stamp(b.End), Cancelled: b.Over})
	}
	for _, run := range t.OpenRuns() {
		if string(run.Flow.ID) != exportFlow {
			file.Talks = append(file.Talks, exportTalk{Flow: string(run.Flow.ID), Answers: exportedAnswers(run.Flow.Answers(), run.Fields)})
		}
	}
	return file
}

func exportedAnswers(fields flows.Fields, kept map[string]flows.Answer) map[string]exportAnswer {
	all := make(map[string]exportAnswer, len(kept))
	for _, field := range fields {
		a, ok := kept[string(field.Name)]
		if !ok {
			continue
		}
		answer := exportAnswer{Value: flows.Plain(withoutSecrets(field, a.Value)), At: stamp(a.At), Flow: a.Flow, How: howWords[a.How], Words: a.Words, Purpose: string(field.Purpose)}
		if field.Secret {
			answer.Value, answer.Words, answer.Secret = nil, "", true
		}
		all[string(field.Name)] = answer
	}
	return all
}

// withoutSecrets leaves the secret columns of a list out.
func withoutSecrets(field *flows.Field, v value.Value) value.Value {
	if field.Of == nil || v.Kind() != value.KindList {
		return v
	}
	var entries []value.Value
	for _, entry := range v.AsList() {
		parts := map[string]value.Value{}
		for name, part := range entry.Fields() {
			parts[name] = part
		}
		for _, column := range field.Of.Fields {
			if column.Secret {
				delete(parts, string(column.Name))
			}
		}
		if len(parts) > 0 {
			entry = value.Record(parts)
		}
		entries = append(entries, entry)
	}
	return value.List(entries...)
}

// howWords tell in the file how an answer came about.
var howWords = map[flows.How]string{
	flows.Typed: "typed", flows.Pressed: "pressed", flows.Shared: "contact card", flows.Sent: "sent", flows.Near: "typed, confirmed",
	flows.Guessed: "typed, understood by a model", flows.Worked: "worked out",
}

func stamp(seconds int64) string {
	if seconds == 0 {
		return ""
	}
	return time.Unix(seconds, 0).UTC().Format(time.RFC3339)
}
