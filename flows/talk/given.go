package talk

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"time"

	"repartee/flows"
	"repartee/flows/shop"
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
		for _, line := range order.Lines {
			state.Contact.Chosen = append(state.Contact.Chosen, line.Key())
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

func (p *player) order(o *Order) (shop.Order, bool) {
	order := shop.Order{Number: o.Number, State: shop.Delivered, Payment: "", Totals: shop.Totals{Currency: p.set.Currency}}
	if o.State != "" {
		order.State = shop.OrderState(o.State)
		if !slices.Contains(shop.OrderStates(), order.State) {
			return order, p.fail(o.Ref, "%q is no state of an order; there is %s", o.State, states())
		}
	}
	for _, id := range o.Items {
		item, ok := p.set.Item(id)
		if !ok {
			return order, p.fail(o.Ref, "no catalog has an item %s", id)
		}
		price, currency := item.Field("price").AsMoney()
		order.Lines = append(order.Lines, shop.Line{Catalog: item.Field("catalog").AsText(), Item: id, Name: item.Field("name").AsText(), Quantity: 1, Price: price, Currency: currency})
	}
	if o.Date != "" {
		v, misread := value.Read(&value.Type{Base: value.TypeDate}, o.Date, p.locale())
		if misread != nil {
			return order, p.fail(o.Ref, "%q is no date: %s", o.Date, misread.Text(p.locale()))
		}
		day := v.AsTime()
		order.At = time.Date(day.Year(), day.Month(), day.Day(), 12, 0, 0, 0, p.set.Zone()).Unix()
	}
	if o.Total != "" {
		v, misread := value.Read(&value.Type{Base: value.TypeMoney}, o.Total, p.locale())
		if misread != nil {
			return order, p.fail(o.Ref, "%q is no total: %s", o.Total, misread.Text(p.locale()))
		}
		order.Totals.Total, order.Totals.Currency = v.AsMoney()
	}
	return order, true
}

func states() string {
	var names []string
	for _, state := range shop.OrderStates() {
		names = append(names, string(state))
	}
	return strings.Join(names, ", ")
}

// item finds an item, or a variant of one, by what stands in a talk: crema, or crema.large.
func (p *player) item(name string) (item value.Value, key string, ok bool) {
	id, variant, _ := strings.Cut(name, ".")
	item, ok = p.set.Item(id)
	key = itemKey(item)
	if variant != "" {
		key += "." + variant
	}
	return item, key, ok
}

func (p *player) restock(stock Values) bool {
	for _, left := range stock {
		keys, ok := p.stockKeys(left.Name)
		n, misread := value.Read(&value.Type{Base: value.TypeInteger}, left.words(), p.locale())
		if !ok || misread != nil {
			return p.fail(left.Ref, "write an item and how many are left of it, as crema: 0")
		}
		for _, key := range keys {
			p.conversation.Restock(key, n.AsInt())
		}
	}
	return true
}

// stockKeys are what the stock of an item is counted by; of one whose variants are counted, each of them.
func (p *player) stockKeys(name string) (keys []string, ok bool) {
	item, key, ok := p.item(name)
	for counted := range p.set.StockSeed() {
		if counted == key || strings.HasPrefix(counted, key+".") {
			keys = append(keys, counted)
		}
	}
	if len(keys) == 0 {
		keys = []string{key}
	}
	return keys, ok && item.Known()
}

// takeTimes lets others have free times of an item: nobody has room then.
func (p *player) takeTimes(times Values) bool {
	for _, taken := range times {
		item, _, ok := p.item(taken.Name)
		for _, text := range taken.each() {
			at, err := time.ParseInLocation("2006-01-02T15:04", text, p.set.Zone())
			if !ok || err != nil {
				return p.fail(taken.Ref, "write an item and a time of it, as weber: 2026-03-10T08:30")
			}
			capacity := int64(1)
			if n := item.Field("capacity"); n.Known() {
				capacity = n.AsInt()
			}
			p.conversation.Restock(shop.SlotKey(item.Field("catalog").AsText(), item.Field("id").AsText(), at), -capacity)
		}
	}
	return true
}

func (p *player) reprice(prices Values) bool {
	for _, price := range prices {
		_, key, ok := p.item(price.Name)
		v, misread := value.Read(&value.Type{Base: value.TypeMoney}, price.words(), p.locale())
		if !ok || misread != nil {
			return p.fail(price.Ref, "write an item and what it costs now, as crema: 13.90")
		}
		p.conversation.Reprice(key, v)
	}
	return true
}

// stub settles what stands for the world: stock, calls, the model.
func (p *player) stub(given *Given) bool {
	facts := flows.Facts{Stock: map[string]int64{}}
	for _, left := range given.Stock {
		keys, ok := p.stockKeys(left.Name)
		n, misread := value.Read(&value.Type{Base: value.TypeInteger}, left.words(), p.locale())
		if !ok || misread != nil {
			return p.fail(left.Ref, "write an item and how many are left of it, as crema: 0")
		}
		for _, key := range keys {
			facts.Stock[key] = n.AsInt()
		}
	}
	if !p.together(given, &facts) {
		return false
	}
	p.conversation.SetFacts(facts)
	if !p.takeTimes(given.Taken) {
		return false
	}
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
