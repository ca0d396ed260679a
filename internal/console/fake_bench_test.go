package console_test

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"sync"

	"repartee/flows"
	"repartee/internal/console"
)

// fakeBench is a workbench that notes what it is asked for. It shows the
// drawings that drawn_test.go makes.
type fakeBench struct {
	phones *fakePhones

	mu    sync.Mutex
	files console.Files
	maps  map[string]console.Map // by flow
	seen  console.Inspection
	did   []string
	fails error // of all that is done
}

func newBench(f *fakePhones) *fakeBench {
	return &fakeBench{phones: f, maps: map[string]console.Map{}, files: console.Files{Serial: 1, Dir: "coffee", Good: true, Checked: true}}
}

func (b *fakeBench) Files() console.Files {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.files
}

// changed tells what has become of the files.
func (b *fakeBench) changed(change func(*console.Files)) {
	b.mu.Lock()
	change(&b.files)
	b.files.Serial++
	b.mu.Unlock()
	b.tell(console.Event{Kind: console.FilesChanged})
}

// turned tells of a turn of a customer.
func (b *fakeBench) turned(customer int64, change func(*console.Inspection)) {
	b.mu.Lock()
	change(&b.seen)
	b.mu.Unlock()
	b.tell(console.Event{Kind: console.Turned, Customer: customer})
}

func (b *fakeBench) tell(e console.Event) {
	b.phones.mu.Lock()
	defer b.phones.mu.Unlock()
	b.phones.publish(e)
}

func (b *fakeBench) Map(customer int64, flow string, folded []string) (console.Map, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	m, ok := b.maps[flow]
	if !ok || customer != 0 && b.phones.phone(customer) == nil {
		return console.Map{}, console.ErrNotFound
	}
	m.Flow, m.Boxes = flow, slices.Clone(m.Boxes)
	for i := range m.Boxes {
		m.Boxes[i].Folded = slices.Contains(folded, m.Boxes[i].ID)
	}
	return m, nil
}

func (b *fakeBench) Inspect(_ context.Context, customer int64) (console.Inspection, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.phones.phone(customer) == nil {
		return console.Inspection{}, console.ErrNotFound
	}
	seen := b.seen
	seen.Customer = customer
	return seen, nil
}

func (b *fakeBench) act(did string) error {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.did = append(b.did, did)
	return b.fails
}

func (b *fakeBench) deeds() []string {
	b.mu.Lock()
	defer b.mu.Unlock()
	return slices.Clone(b.did)
}

func (b *fakeBench) Fire(_ context.Context, customer int64, due string) error {
	return b.act(fmt.Sprint("fire ", customer, " ", due))
}

func (b *fakeBench) Undo(context.Context) error {
	if err := b.act("undo"); err != nil {
		return err
	}
	b.phones.mu.Lock()
	for _, p := range b.phones.phones {
		p.messages = p.messages[:max(0, len(p.messages)-2)]
	}
	b.phones.mu.Unlock()
	b.tell(console.Event{Kind: console.Rebuilt})
	return nil
}

func (b *fakeBench) Again(context.Context) error {
	if err := b.act("again"); err != nil {
		return err
	}
	b.phones.mu.Lock()
	b.phones.phones = nil
	b.phones.mu.Unlock()
	b.tell(console.Event{Kind: console.Rebuilt})
	return nil
}

func (b *fakeBench) SaveTalk(_ context.Context, customer int64, name string) (string, error) {
	file := "talks/" + name + ".yaml"
	return file, b.act(fmt.Sprint("save ", customer, " ", file))
}

func (b *fakeBench) State() (string, error) { return "eJxLzkhNzgYABHwCKQ", b.act("state") }

func (b *fakeBench) Return(_ context.Context, state string) error {
	if strings.HasPrefix(state, "x") {
		return &console.Refusal{Words: "This link is not whole."}
	}
	return b.act("return " + state)
}

// talked is what is known of somebody in the middle of a talk.
func talked(i *console.Inspection) {
	*i = console.Inspection{
		Now:      "2026-03-02T09:02:00+01:00",
		Question: &console.Question{Flow: "advice", Step: "budget", Kind: "ask", Field: "budget", Place: console.Place{File: "flows/advice.yaml", Line: 31}},
		Flows:    []string{"advice > budget"},
		Fields: []console.FieldValue{
			{Name: "brew", Value: "Filter", How: "pressed", Flow: "advice", At: "2026-03-02T09:01:40+01:00", Fresh: true},
			{Name: "email", Value: "ada@example.com", How: "typed", Flow: "checkout", At: "2026-02-11T18:20:00+01:00"},
			{Name: "budget", Value: "", How: "", Run: true},
		},
		Due: []console.Due{
			{ID: "1:silence", At: "2026-03-03T05:02:00+01:00", Kind: console.DueReminder, Number: 1},
			{ID: "1:end", At: "2026-03-04T01:02:00+01:00", Kind: console.DueGivenUp},
		},
		Turns: []console.Turn{
			{Number: 3, At: "2026-03-02T09:02:00+01:00", Did: "pressed “Filter”", Events: []console.Happened{{Name: flows.Answered, Place: "advice > brew", Detail: "filter"}, {Name: flows.Asks, Place: "advice > budget"}},
				Decisions: []console.Decision{
					{Place: console.Place{File: "flows/advice.yaml", Line: 28}, Step: "advice/brew", What: []console.PathPart{{Name: "text"}, {Number: 2}}, Condition: "known(last_order)", Held: false, Values: [][2]string{{"last_order", "unknown"}}},
					{Place: console.Place{File: "flows/advice.yaml", Line: 33}, Step: "advice/grind", What: []console.PathPart{{Name: "when"}}, Condition: "brew != 'press' and not known(grinder)", Held: true, Values: [][2]string{{"brew", "filter"}, {"grinder", "unknown"}}},
				},
				Calls: []console.Call{
					{Method: "answerCallbackQuery", Params: json.RawMessage(`{"callback_query_id":"7","text":"Filter it is"}`)},
					{Method: "sendMessage", Params: json.RawMessage(`{"chat_id":1,"text":"Up to how much per bag?","reply_markup":{"inline_keyboard":[[{"text":"Any price","callback_data":"4:1f"}]]}}`)},
				}},
			{Number: 2, At: "2026-03-02T09:01:00+01:00", Did: "wrote “advice”", Events: []console.Happened{{Name: flows.Asks, Place: "advice > brew"}},
				Calls: []console.Call{{Method: "sendMessage", Params: json.RawMessage(`{"chat_id":1}`), Error: "Forbidden: bot was blocked by the user"}}},
			{Number: 1, At: "2026-03-02T09:00:00+01:00", Did: "/start", Events: []console.Happened{{Name: flows.Asks, Place: "welcome > choice"}}},
		},
		Session: json.RawMessage(`{"frames":[{"flow":"advice","step":"budget","asked":4}],"fields":{"brew":{"value":"filter"}},"language":"en"}`),
	}
}
