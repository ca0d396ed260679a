package steps

import (
	"repartee/flows"
	"repartee/flows/value"
)

// Repeat asks the same questions for each entry of a list: so often as a number says, or as long as the customer wants more.
type Repeat struct {
	flows.Question `yaml:",inline"`
	Repeat         flows.FieldName `yaml:"repeat,required" doc:"The field of type list that keeps the entries. Its columns are the fields of the questions within."`
	Times          *flows.Expr     `yaml:"times" doc:"How many entries there are."`
	More           flows.Text      `yaml:"more" doc:"Instead: the question after each entry whether there is one more."`
	Do             flows.Steps     `yaml:"do,required" doc:"The questions for one entry; {{ round }} is its number, from 1."`

	columns []string
}

// Name is the field's.
func (r *Repeat) Name() string { return r.Repeat.Name }

// Loops is the list: the steps within come back here, and its columns are fields in them.
func (r *Repeat) Loops() flows.FieldName { return r.Repeat }

// Names is the number of the entry at hand.
func (r *Repeat) Names() map[string]*value.Type {
	return map[string]*value.Type{"round": {Base: value.TypeInteger}}
}

// Sets is the list.
func (r *Repeat) Sets() []string { return []string{r.Repeat.Name} }

// Outcomes is that the question for one more is answered with no.
func (r *Repeat) Outcomes() []string {
	if r.Times != nil {
		return nil
	}
	return []string{flows.OutcomeNo}
}

// Check settles the list and its columns.
func (r *Repeat) Check(k *flows.Checker) {
	switch {
	case r.Times != nil && !r.More.Empty():
		k.Fail(r.More.Ref, "two-ways", "keep one of times and more", "it is said twice how often this is repeated")
	case r.Times == nil && r.More.Empty():
		k.Fail(r.Repeat.Ref, "missing-key", "write `times: party` or `more: One more?`", "how often this is repeated is missing")
	case r.Times != nil:
		k.Number(r.Times)
	}
	field := k.Field(r.Repeat)
	if field == nil {
		return
	}
	if field.Type != "list" || field.Of == nil || len(field.Of.Fields) == 0 {
		k.Fail(r.Repeat.Ref, "type-mismatch", "write `"+r.Repeat.Name+": {type: list, of: {name: text}}`", "the entries of field %s have no columns to ask for", r.Repeat.Name)
		return
	}
	for _, column := range field.Of.Fields {
		r.columns = append(r.columns, string(column.Name))
	}
}

// Run begins the first entry, takes one that is complete, or goes on with what is still missing. Round is the number of the entry that is asked for next, so
// that it is known also after the last one how far this run has come: with another number of times the list is cut or goes on.
func (r *Repeat) Run(t *flows.Turn) flows.Move {
	entries := r.entries(t)
	if t.Inside() {
		entries = append(entries, r.entry(t))
		r.clear(t)
	}
	t.SetRound(len(entries) + 1)
	if r.Times != nil {
		return r.counted(t, entries)
	}
	r.keep(t, entries)
	switch {
	case len(entries) == 0:
		return flows.Into(r.Do)
	case len(entries) >= mostEntries:
		return flows.Next()
	}
	return t.Ask(r)
}

// mostEntries is how many entries a list has at most, so that nobody can fill the store.
const mostEntries = 50

// counted asks for one more entry as long as some are missing.
func (r *Repeat) counted(t *flows.Turn, entries []value.Value) flows.Move {
	times := min(max(t.Eval(r.Times).AsInt(), 0), mostEntries)
	if int64(len(entries)) < times {
		r.keep(t, entries)
		return flows.Into(r.Do)
	}
	r.keep(t, entries[:times])
	t.SetRound(int(times) + 1)
	return flows.Next()
}

// entries are those that this run has taken so far. What was kept before the run began is none of them.
func (r *Repeat) entries(t *flows.Turn) []value.Value {
	done := t.Round() - 1
	if done <= 0 {
		return nil
	}
	kept, _ := t.Kept(r.Repeat.Name)
	list := kept.Value.AsList()
	return append([]value.Value(nil), list[:min(done, len(list))]...)
}

// entry is what was answered in the round at hand.
func (r *Repeat) entry(t *flows.Turn) value.Value {
	parts := make(map[string]value.Value, len(r.columns))
	for _, column := range r.columns {
		if kept, ok := t.Kept(column); ok {
			parts[column] = kept.Value
		}
	}
	return value.Record(parts)
}

func (r *Repeat) clear(t *flows.Turn) {
	for _, column := range r.columns {
		t.Keep(column, flows.Answer{})
	}
}

func (r *Repeat) keep(t *flows.Turn, entries []value.Value) {
	t.Keep(r.Repeat.Name, t.Worked(value.List(entries...)))
}

// Offer asks whether there is one more.
func (r *Repeat) Offer(t *flows.Turn) flows.Offer {
	return flows.Offer{Text: &r.More, Type: &value.Type{Base: value.TypeYesNo}, Choices: yesOrNo(t)}
}

// Take begins one more entry, or goes on.
func (r *Repeat) Take(_ *flows.Turn, reply flows.Reply) flows.Move {
	if reply.Value.AsBool() {
		return flows.Into(r.Do)
	}
	return flows.Next()
}
