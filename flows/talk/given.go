package talk

import (
	"encoding/json"
	"fmt"
	"strings"

	"repartee/flows"
	"repartee/flows/value"
)

// remember gives the customer what was told, ordered and chosen before.
func (p *player) remember(given *Given) bool {
	if len(given.Fields) == 0 && len(given.Tags) == 0 && len(given.Orders) == 0 && len(given.Arms) == 0 && given.Language == "" {
		return true
	}
	state := flows.State{}
	state.Contact.Since = p.conversation.now.AddDate(0, 0, -30).Unix()
	state.Contact.Heard, state.Contact.Visits = state.Contact.Since, 1
	state.Contact.Tags, state.Contact.Language = given.Tags, given.Language
	state.Contact.Fields = map[string]flows.Answer{}
	for _, field := range given.Fields {
		typ := p.set.Type("", field.Name)
		if typ == nil {
			return p.fail(field.Ref, "the customer has no field %s; what is given before a talk are fields of bot.yaml", field.Name)
		}
		v, why := p.written(typ, field.words())
		if why != "" {
			return p.fail(field.Ref, "%q does not fit field %s: %s", field.words(), field.Name, why)
		}
		state.Contact.Fields[field.Name] = flows.Answer{Value: v, At: state.Contact.Since, How: flows.Typed}
	}
	for i := range given.Orders {
		order, ok := p.order(&given.Orders[i])
		if !ok {
			return false
		}
		state.Contact.Orders = append(state.Contact.Orders, order)
		for _, item := range order.Field("items").AsList() {
			state.Contact.Chosen = append(state.Contact.Chosen, itemKey(item))
		}
	}
	state.Contact.Arms = map[string]string{}
	for _, arm := range given.Arms {
		for _, flow := range p.set.Flows {
			state.Contact.Arms[string(flow.ID)+"."+arm.Name] = arm.words()
		}
	}
	return p.conversation.SetState(state) == nil
}

// written reads a value that stands in a talk: an item is known by its id. why: what is wrong with it.
func (p *player) written(typ *value.Type, text string) (v value.Value, why string) {
	if typ.Base == value.TypeItem {
		item, ok := p.set.Item(text)
		if !ok {
			return value.Value{}, "no catalog has such an item"
		}
		return item, ""
	}
	if typ.Base == value.TypeList && typ.Elem != nil && typ.Elem.Kind() != value.KindRecord {
		var entries []value.Value
		for part := range strings.SplitSeq(text, ", ") {
			entry, why := p.written(typ.Elem, part)
			if why != "" {
				return value.Value{}, why
			}
			entries = append(entries, entry)
		}
		return value.List(entries...), ""
	}
	v, misread := value.Read(typ, text, p.locale())
	switch {
	case misread == nil:
		return v, ""
	case misread.Typed.Known():
		return misread.Typed, ""
	}
	return value.Value{}, misread.Text(p.locale())
}

func (p *player) order(o *Order) (value.Value, bool) {
	parts := map[string]value.Value{"number": value.Text(o.Number), "state": value.Text("delivered")}
	if o.State != "" {
		parts["state"] = value.Text(o.State)
	}
	var items []value.Value
	for _, id := range o.Items {
		item, ok := p.set.Item(id)
		if !ok {
			return value.Value{}, p.fail(o.Ref, "no catalog has an item %s", id)
		}
		items = append(items, item)
	}
	parts["items"] = value.List(items...)
	for name, as := range map[string]value.Type{"date": {Base: value.TypeDate}, "total": {Base: value.TypeMoney}} {
		text := o.Date
		if name == "total" {
			text = o.Total
		}
		if text == "" {
			continue
		}
		v, misread := value.Read(&as, text, p.locale())
		if misread != nil {
			return value.Value{}, p.fail(o.Ref, "%q is no %s: %s", text, name, misread.Text(p.locale()))
		}
		parts[name] = v
	}
	return value.Record(parts), true
}

// stub settles what stands for the world: stock, calls, the model.
func (p *player) stub(given *Given) bool {
	facts := flows.Facts{Stock: map[string]int64{}}
	for _, left := range given.Stock {
		item, ok := p.set.Item(left.Name)
		n, misread := value.Read(&value.Type{Base: value.TypeInteger}, left.words(), p.locale())
		if !ok || misread != nil {
			return p.fail(left.Ref, "write an item and how many are left of it, as crema: 0")
		}
		facts.Stock[itemKey(item)] = n.AsInt()
	}
	if !p.together(given, &facts) {
		return false
	}
	p.conversation.SetFacts(facts)
	p.calls = map[string]int{}
	p.conversation.Answer(func(job flows.Job) (flows.Input, bool, error) { return p.stubbed(given, job) })
	if len(given.Model) > 0 {
		p.conversation.AskModel()
	}
	return true
}

// together settles how many customers chose an item along with any other.
func (p *player) together(given *Given, facts *flows.Facts) bool {
	if len(given.Together) == 0 {
		return true
	}
	var companions []flows.Companions
	for _, with := range given.Together {
		item, ok := p.set.Item(with.Name)
		n, misread := value.Read(&value.Type{Base: value.TypeInteger}, with.words(), p.locale())
		if !ok || misread != nil {
			return p.fail(with.Ref, "write an item and how many customers chose it too, as mill: 9")
		}
		companions = append(companions, flows.Companions{Item: itemKey(item), Customers: int(n.AsInt())})
	}
	facts.Together = map[string][]flows.Companions{}
	for _, catalog := range p.set.Catalogs() {
		for _, id := range catalog.IDs() {
			facts.Together[string(catalog.ID)+"."+id] = companions
		}
	}
	return true
}

func itemKey(item value.Value) string {
	return item.Field("catalog").AsText() + "." + item.Field("id").AsText()
}

func (p *player) stubbed(given *Given, job flows.Job) (flows.Input, bool, error) {
	if job.Model != nil {
		for _, stub := range given.Model {
			if value.Fold(stub.Name) == value.Fold(job.Model.Words) {
				return p.chosen(stub, job.Model)
			}
		}
		return flows.Input{Result: []byte(`{"choice":""}`)}, true, nil
	}
	for _, stub := range given.Calls {
		if stub.Name != job.Name {
			continue
		}
		if n := len(stub.Each); n > 0 {
			stub.Reply = stub.Each[min(p.calls[stub.Name], n-1)]
			p.calls[stub.Name]++
		}
		if stub.Never {
			return flows.Input{}, false, nil
		}
		if stub.Fails {
			return flows.Input{Failed: "as the talk says"}, true, nil
		}
		return p.gives(stub)
	}
	return flows.Input{}, false, fmt.Errorf("the talk says nothing of what the call %s answers; write it under `given`, in `calls`", job.Name)
}

// chosen gives what the model chooses: one of its choices by its id, without the kind in front too.
func (p *player) chosen(stub Stub, job *flows.ModelJob) (flows.Input, bool, error) {
	if stub.Never || stub.Fails {
		return flows.Input{Failed: "as the talk says"}, !stub.Never, nil
	}
	choice := stub.Choice
	for _, c := range job.Choices {
		if strings.HasSuffix(c.ID, ":"+stub.Choice) {
			choice = c.ID
		}
	}
	answer, err := json.Marshal(map[string]string{"choice": choice})
	return flows.Input{Result: answer}, true, err
}

// gives writes the values of a stub as the call would: each read as its type says.
func (p *player) gives(stub Stub) (flows.Input, bool, error) {
	types, object := p.set.Gives(stub.Name), map[string]any{}
	for _, v := range stub.Gives {
		typ := types[v.Name]
		if typ == nil {
			return flows.Input{}, false, fmt.Errorf("the call %s gives no %s; see `calls` in bot.yaml", stub.Name, v.Name)
		}
		read, why := p.written(typ, v.words())
		object[v.Name] = flows.Plain(read)
		if why != "" {
			object[v.Name] = v.words() // what makes no sense is answered as it stands
		}
	}
	answer, err := json.Marshal(object)
	return flows.Input{Result: answer}, true, err
}
