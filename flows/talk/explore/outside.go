package explore

import (
	"encoding/json"
	"maps"
	"slices"
	"time"

	"repartee/flows"
	"repartee/flows/value"
)

// outside stands for what calls ask. In each world they give something else: in the first what is plausible, then they fail, then no answer ever comes, then other
// plausible things.
type outside struct {
	set     *flows.Set
	world   int
	worlds  int // that there are, as far as is known
	replies []reply
}

const (
	worldFails = 1
	worldNever = 2
	otherFirst = 3
	mostWorlds = 6
)

// reply is what came of a call.
type reply struct {
	call         string
	fails, never bool
	names        []string
	gives        map[string]value.Value
}

func (o *outside) answer(job flows.Job) (flows.Input, bool, error) {
	if job.Model != nil {
		return flows.Input{Result: []byte(`{"choice":""}`)}, true, nil
	}
	types := o.set.Gives(job.Name)
	o.worlds = max(o.worlds, otherFirst)
	r := reply{call: job.Name, gives: map[string]value.Value{}}
	switch o.world {
	case worldFails:
		r.fails = true
		o.replies = append(o.replies, r)
		return flows.Input{Failed: "as explored"}, true, nil
	case worldNever:
		r.never = true
		o.replies = append(o.replies, r)
		return flows.Input{}, false, nil
	}
	nth := max(0, o.world-worldNever)
	object := map[string]any{}
	for _, name := range slices.Sorted(maps.Keys(types)) {
		values := plausible(types[name], o.set.Currency)
		if len(values) == 0 {
			continue
		}
		o.worlds = max(o.worlds, min(worldNever+len(values), mostWorlds))
		v := values[min(nth, len(values)-1)]
		r.names, r.gives[name], object[name] = append(r.names, name), v, flows.Plain(v)
	}
	o.replies = append(o.replies, r)
	result, err := json.Marshal(object)
	return flows.Input{Result: result}, true, err
}

// plausible are values that a call could give.
func plausible(typ *value.Type, currency string) []value.Value {
	switch typ.Base {
	case value.TypeYesNo:
		return []value.Value{value.Bool(true), value.Bool(false)}
	case value.TypeOneOf:
		var values []value.Value
		for _, option := range typ.Options {
			values = append(values, value.Text(option.ID))
		}
		return values
	case value.TypeInteger, value.TypeNumber:
		return []value.Value{value.Integer(3), value.Integer(0), value.Integer(1000)}
	case value.TypeMoney:
		return []value.Value{value.MoneyOf(value.Integer(20), currency), value.MoneyOf(value.Integer(0), currency)}
	case value.TypeDate:
		return []value.Value{value.Date(2026, time.March, 9)}
	case value.TypeDateTime:
		return []value.Value{value.DateTime(time.Date(2026, time.March, 9, 10, 0, 0, 0, time.UTC))}
	case value.TypeText:
		return []value.Value{value.Text("A-1024")}
	}
	return nil
}
