package app

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"strings"
	"time"

	"repartee/bot"
	"repartee/config"
	"repartee/flows"
	"repartee/flows/steps"
)

// Standing says where one customer stands and why: for staff who are asked, and for those who look for a fault. Times are UTC.
type Standing struct {
	Chat     int64     `json:"chat"`
	At       string    `json:"at"` // when it was looked at
	Version  string    `json:"version"`
	Person   Person    `json:"person"`
	Question *Question `json:"question,omitempty"` // nil: none is open
	Note     string    `json:"note,omitempty"`     // why nothing can be said of the question
	Flows    []Open    `json:"flows,omitempty"`    // that are open, the one spoken in last
	Aside    []Open    `json:"aside,omitempty"`    // that wait
	Asked    []Asked   `json:"asked,omitempty"`    // whose buttons still work, the oldest first
	Answers  []Answer  `json:"answers,omitempty"`
	Due      []Due     `json:"due,omitempty"` // what comes by itself
	Cart     []string  `json:"cart,omitempty"`
	Orders   []string  `json:"orders,omitempty"`
	Waiting  Waiting   `json:"waiting"`
}

// Person is who it is about. What tells that is masked, unless it was asked for.
type Person struct {
	Name     string   `json:"name,omitempty"`
	Username string   `json:"username,omitempty"`
	Language string   `json:"language,omitempty"`
	Zone     string   `json:"zone,omitempty"`
	Source   string   `json:"source,omitempty"`
	Since    string   `json:"since,omitempty"`
	Heard    string   `json:"heard,omitempty"` // his last word
	OptedOut string   `json:"opted_out,omitempty"`
	Blocked  string   `json:"blocked,omitempty"` // cannot be reached since
	Tags     []string `json:"tags,omitempty"`
}

// Question is what is open, and what would be taken for an answer.
type Question struct {
	Flow    string   `json:"flow"`
	Step    string   `json:"step"`
	Kind    string   `json:"kind"`
	Field   string   `json:"field,omitempty"`
	Choices []string `json:"choices,omitempty"` // the ids
	Typed   string   `json:"typed,omitempty"`   // what words must be, in the customer's language; "" where only the choices count
	Tries   int      `json:"tries,omitempty"`   // that were no answer
}

// Open is a flow that is open or waits.
type Open struct {
	Flow        string `json:"flow"`
	Step        string `json:"step,omitempty"`
	Publication int    `json:"publication,omitempty"` // whose files it keeps to; 0: today's
	Back        string `json:"back,omitempty"`        // what follows its end, of a flow on top of another
	Job         string `json:"job,omitempty"`         // that it rests for
	Until       string `json:"until,omitempty"`       // of one that waits
	Event       string `json:"event,omitempty"`       // that ends the wait before
}

// Asked is a question of before.
type Asked struct {
	Serial int    `json:"serial"`
	Flow   string `json:"flow"`
	Step   string `json:"step,omitempty"`
	Chosen bool   `json:"chosen"` // one of its choices was taken
}

// Answer is a kept answer with its source.
type Answer struct {
	Field  string          `json:"field"`
	Value  json.RawMessage `json:"value,omitempty"` // absent where it is masked
	Masked bool            `json:"masked,omitempty"`
	At     string          `json:"at,omitempty"`
	Flow   string          `json:"flow,omitempty"` // where it was given
	How    string          `json:"how,omitempty"`  // typed, pressed ...
	Heard  flows.How       `json:"-"`              // the same, for programs
	Run    string          `json:"run,omitempty"`  // the flow that keeps it for this run only; "" where it is the customer's
}

// Due is something that comes by itself, or that is awaited.
type Due struct {
	At   string `json:"at"`
	What string `json:"what"`
}

// Waiting is what is still to be done for the customer.
type Waiting struct {
	Unsent  []string `json:"unsent,omitempty"` // calls to Telegram, in order
	Inbox   []string `json:"inbox,omitempty"`  // inputs, in order, by their kind
	Claimed string   `json:"claimed,omitempty"`
	Next    string   `json:"next,omitempty"` // when an instance looks at the customer next
}

// ErrNoContact says that nothing is kept of the contact that was asked for.
var ErrNoContact = errors.New("nothing is kept of this chat: it never was there, or everything of it was erased")

// StandingOf reads where a customer stands, beside the bot, which may run. personal shows what tells who the customer is; secrets are never shown.
func StandingOf(ctx context.Context, dir string, chat int64, personal bool) (*Standing, error) {
	kept, err := besideAny(ctx, dir)
	if err != nil {
		return nil, err
	}
	defer kept.Close()
	record, err := kept.Load(ctx, chat)
	switch {
	case err != nil:
		return nil, err
	case len(record.State) == 0:
		return nil, ErrNoContact
	}
	state, err := flows.DecodeState(record.State)
	if err != nil {
		return nil, err
	}
	waiting, err := kept.Waiting(ctx, chat)
	if err != nil {
		return nil, err
	}
	now := kept.Now()
	set, note := setOf(ctx, dir, kept, state.Session.Publication)
	view := view{set: set, personal: personal}
	out := view.standing(&state)
	out.Chat, out.Version, out.At, out.Waiting = chat, record.Version, milli(now), waitingOf(&waiting, now)
	if set == nil {
		out.Note = note
		return out, nil
	}
	out.Question, out.Note = openQuestion(set, state, time.UnixMilli(now).UTC())
	return out, nil
}

// StandingIn says where a customer stands by a state that was read already, with all that tells who he is; of secrets it says nothing.
func StandingIn(set *flows.Set, state flows.State, at time.Time) *Standing {
	view := view{set: set, personal: true}
	out := view.standing(&state)
	out.At = milli(at.UnixMilli())
	out.Question, out.Note = openQuestion(set, state, at)
	return out
}

// setOf is what the customer's talk goes by: today's files, or those that it keeps to. Where they cannot be used, the note says why.
func setOf(ctx context.Context, dir string, library bot.Library, publication int) (set *flows.Set, note string) {
	loaded, found, err := config.LoadDir(dir, steps.Kinds())
	if err != nil {
		return nil, "the files cannot be read: " + err.Error()
	}
	if publication != 0 {
		root, err := os.OpenRoot(dir)
		if err != nil {
			return nil, err.Error()
		}
		defer root.Close()
		p := press{library: library, media: root.FS(), log: silent()}
		if earlier, err := p.earlier(ctx, publication, loaded.Files); err == nil && earlier != nil {
			return earlier, ""
		}
	}
	if found.HasErrors() {
		return nil, "today's files have errors: see `repartee check`"
	}
	return loaded.Set, ""
}

// openQuestion asks the flows what they would take for an answer. What they cannot say is no reason to show nothing.
func openQuestion(set *flows.Set, state flows.State, at time.Time) (q *Question, note string) {
	defer func() {
		if p := recover(); p != nil {
			q, note = nil, fmt.Sprintf("the open question cannot be looked at: %v", p)
		}
	}()
	s, open, lost := flows.NewEngine(set).Standing(state, at, flows.Facts{})
	switch {
	case lost:
		return nil, "the open question is gone from the files: at his next word the customer is told so, and goes on elsewhere"
	case !open:
		return nil, ""
	}
	q = &Question{Flow: s.Flow, Step: s.Step, Kind: s.Kind, Field: s.Field, Typed: s.Hint}
	for _, c := range s.Choices {
		q.Choices = append(q.Choices, c.ID)
	}
	if frames := state.Session.Frames; len(frames) > 0 {
		q.Tries = frames[len(frames)-1].Tries
	}
	return q, ""
}

// waitingOf tells what is unsent and unhandled, without its words.
func waitingOf(w *bot.Waiting, now int64) Waiting {
	var out Waiting
	for _, e := range w.Outbox {
		var call struct {
			Method string `json:"method"`
		}
		line := "unreadable"
		if json.Unmarshal(e.Call, &call) == nil {
			line = call.Method
		}
		if e.Policy == bot.Once {
			line += " (once)"
		}
		if e.Marked {
			line += " (begun)"
		}
		out.Unsent = append(out.Unsent, line)
	}
	for _, p := range w.Inbox {
		var in flows.Input
		line := "unreadable"
		if json.Unmarshal(p.Input, &in) == nil {
			line = strings.TrimSpace(string(in.What) + " " + in.Event)
		}
		out.Inbox = append(out.Inbox, line)
	}
	if w.Claim.Nonce != "" && w.Claim.Until > now {
		out.Claimed = milli(w.Claim.Until)
	}
	out.Next = milli(w.Due)
	return out
}

// milli writes milliseconds as a time in UTC; "" for none.
func milli(at int64) string {
	if at == 0 {
		return ""
	}
	return time.UnixMilli(at).UTC().Format(time.RFC3339)
}

// unix writes Unix seconds so.
func unix(at int64) string { return milli(at * 1000) }
