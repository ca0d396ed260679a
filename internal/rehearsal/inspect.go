package rehearsal

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"repartee/bot/telegram/telegramtest"
	"repartee/config"
	"repartee/flows"
	"repartee/flows/value"
	"repartee/internal/app"
	"repartee/internal/console"
)

// mostTurns is how many turns of a talk are told in full, the newest.
const mostTurns = 200

// Inspect implements [console.Workbench].
func (r *Rehearsal) Inspect(ctx context.Context, customer int64) (console.Inspection, error) {
	w, now := r.current(), r.now()
	if _, ok := w.phones.Get(customer); !ok {
		return console.Inspection{}, console.ErrNotFound
	}
	record, err := w.kept.Load(ctx, customer)
	if err != nil {
		return console.Inspection{}, fmt.Errorf("look at customer %d: %w", customer, err)
	}
	state, err := flows.DecodeState(record.State)
	if err != nil {
		return console.Inspection{}, fmt.Errorf("look at customer %d: %w", customer, err)
	}
	standing := app.StandingIn(w.loaded.Set, state, time.UnixMilli(w.clock.milli()).UTC())
	turns := w.record.of(customer)
	out := console.Inspection{
		Customer: customer, Now: w.written(time.UnixMilli(now)), Question: w.question(standing.Question),
		Flows: openFlows(standing), Fields: w.fields(standing, turns), Due: w.dues(&state), Turns: []console.Turn{}, Session: record.State,
	}
	if len(out.Session) == 0 {
		out.Session = json.RawMessage("{}")
	}
	for i := range slices.Backward(turns[max(0, len(turns)-mostTurns):]) {
		at := max(0, len(turns)-mostTurns) + i
		out.Turns = append(out.Turns, w.turn(&turns[at], turns[:at]))
	}
	return out, nil
}

func (w *world) question(q *app.Question) *console.Question {
	if q == nil {
		return nil
	}
	out := &console.Question{Flow: q.Flow, Step: q.Step, Kind: q.Kind, Field: q.Field, Place: console.Place{File: "bot.yaml", Line: 1}}
	if flow := w.loaded.Set.Flow(q.Flow); flow != nil {
		if step := flow.Resting(q.Step); step != nil {
			out.Place = placeOf(w.loaded, step.Ref)
		}
	}
	return out
}

func openFlows(s *app.Standing) []string {
	list := []string{}
	for _, f := range s.Flows {
		list = append(list, strings.TrimSuffix(f.Flow+" > "+f.Step, " > "))
	}
	for _, f := range s.Aside {
		list = append(list, strings.TrimSuffix(f.Flow+" > "+f.Step, " > "))
	}
	return list
}

// written is a time by the clocks of where the bot is at home.
func (w *world) written(t time.Time) string { return t.In(w.loaded.Set.Zone()).Format(time.RFC3339) }

// fields are the kept answers. Those of the last turn's moment are fresh.
func (w *world) fields(s *app.Standing, turns []turn) []console.FieldValue {
	last := ""
	if n := len(turns); n > 0 {
		last = turns[n-1].at.UTC().Format(time.RFC3339)
	}
	loc := value.Locale{Language: s.Person.Language, Zone: w.loaded.Set.Zone()}
	list := []console.FieldValue{}
	for _, a := range s.Answers {
		f := console.FieldValue{Name: a.Field, Value: readable(a.Value, loc), How: howOf(a.Heard), Flow: a.Flow, Run: a.Run != "", Fresh: a.At != "" && a.At == last}
		if at, err := time.Parse(time.RFC3339, a.At); err == nil {
			f.At = w.written(at)
		}
		if a.Masked {
			f.Value = "•••"
		}
		list = append(list, f)
	}
	return list
}

// howOf is how an answer was heard, as the page words it.
func howOf(how flows.How) string {
	switch how {
	case flows.Typed:
		return "typed"
	case flows.Pressed:
		return "pressed"
	case flows.Shared:
		return "shared"
	case flows.Sent:
		return "sent"
	case flows.Near:
		return "near"
	case flows.Guessed:
		return "guessed"
	case flows.Worked:
		return "worked"
	}
	return ""
}

// readable writes a kept value as its customer reads it, but options by their id
// and yes and no as conditions have them.
func readable(raw json.RawMessage, loc value.Locale) string {
	var v value.Value
	if json.Unmarshal(raw, &v) != nil || v.Kind() == value.KindBool {
		return string(raw)
	}
	return value.Format(v, nil, loc)
}

// Fire implements [console.Workbench].
func (r *Rehearsal) Fire(ctx context.Context, customer int64, due string) error {
	seen, err := r.Inspect(ctx, customer)
	if err != nil {
		return err
	}
	if !slices.ContainsFunc(seen.Due, func(d console.Due) bool { return d.ID == due }) {
		return console.ErrNotFound
	}
	at, err := time.Parse(time.RFC3339, due)
	if err != nil {
		return console.ErrNotFound
	}
	return r.do(ctx, deed{What: waits}, func(_ *world, d *deed) error {
		d.Lapse = max(0, at.Sub(time.UnixMilli(d.At)))
		return nil
	})
}

func (w *world) turn(t *turn, former []turn) console.Turn {
	out := console.Turn{
		Number: len(former) + 1, At: w.written(t.at), Did: t.did(former),
		Decisions: []console.Decision{}, Events: []console.Happened{}, Calls: []console.Call{},
	}
	for i := range t.decisions {
		out.Decisions = append(out.Decisions, decisionOf(w.loaded, &t.decisions[i]))
	}
	for i := range t.events {
		out.Events = append(out.Events, happened(&t.events[i]))
	}
	for i := range t.calls {
		out.Calls = append(out.Calls, callOf(&t.calls[i]))
	}
	return out
}

func decisionOf(loaded *config.Loaded, d *flows.Decision) console.Decision {
	out := console.Decision{
		Place: placeOf(loaded, d.Ref), Step: d.Ref.Flow, What: []console.PathPart{{Name: d.Ref.Path}}, Condition: d.Source, Held: d.Held, Values: [][2]string{},
	}
	if flow := loaded.Set.Flow(d.Ref.Flow); flow != nil {
		if step := stepAt(flow, d.Ref.Path); step != nil {
			out.Step = d.Ref.Flow + " > " + step.Name()
			out.What = whatOf(strings.TrimPrefix(strings.TrimPrefix(d.Ref.Path, step.Ref.Path), "."))
		}
	}
	for _, seen := range d.Saw {
		out.Values = append(out.Values, [2]string{seen.Name, seen.Value})
	}
	return out
}

// whatOf names a place in a step as its reader counts: say.0.when is say, 1.
func whatOf(path string) []console.PathPart {
	var keys []console.PathPart
	for part := range strings.SplitSeq(path, ".") {
		key := console.PathPart{Name: part}
		if n, err := strconv.Atoi(part); err == nil {
			key = console.PathPart{Number: n + 1}
		}
		keys = append(keys, key)
	}
	if n := len(keys); n > 1 && keys[n-1].Name == "when" {
		keys = keys[:n-1]
	}
	return keys
}

// stepAt is the step that a path lies in, the innermost.
func stepAt(flow *flows.Flow, path string) (found *flows.Step) {
	for _, step := range flow.AllSteps() {
		at := step.Ref.Path
		if (path == at || strings.HasPrefix(path, at+".")) && (found == nil || len(at) > len(found.Ref.Path)) {
			found = step
		}
	}
	return found
}

func happened(e *flows.Event) console.Happened {
	place := e.Flow
	if place != "" && e.Step != "" {
		place += " > "
	}
	return console.Happened{Name: e.Name, Place: place + e.Step, Detail: e.Detail}
}

func callOf(c *telegramtest.Call) console.Call {
	params := map[string]any{}
	for name, value := range c.Params {
		if params[name] = value; json.Valid([]byte(value)) {
			params[name] = json.RawMessage(value)
		}
	}
	raw, err := json.Marshal(params)
	if err != nil {
		raw = []byte("{}") // valid parts always encode
	}
	return console.Call{Method: c.Method, Params: raw, Error: c.Error}
}
