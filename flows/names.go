package flows

import (
	"slices"
	"strings"

	"repartee/flows/value"
)

// The names that every expression may use beside fields. languageField can be set too.
const languageField = "language"

var textType, numberType = &value.Type{Base: value.TypeText}, &value.Type{Base: value.TypeInteger}

// given are the names that need no declaration, with their types. `language` is not among them: its type depends on the set.
func given() map[string]*value.Type {
	return map[string]*value.Type{
		"contact.first_name": textType,
		"contact.last_name":  textType,
		"contact.username":   textType,
		"source":             textType,
		"link":               textType,
		"visits":             numberType,
		"first_contact":      {Base: value.TypeDate},
		"tags":               {Base: value.TypeList, Elem: textType},
		"now":                {Base: value.TypeDateTime},
		"today":              {Base: value.TypeDate},
	}
}

// Value gives the value of a name: of the text at hand, the flow's run, the customer, or a given one. It makes a Turn the Env of expressions.
func (t *Turn) Value(name string) value.Value {
	if name == itemName && t.item.Known() {
		return t.item
	}
	if v, ok := t.places[name]; ok {
		return v
	}
	if len(t.state.Session.Frames) > 0 {
		frame := t.frame()
		if answer, ok := frame.Fields[name]; ok {
			return t.now(answer.Value)
		}
		if flow := t.set.flows[frame.Flow]; flow != nil && flow.goals[name] {
			return value.Bool(slices.Contains(frame.Goals, name))
		}
	}
	if answer, ok := t.state.Contact.Fields[name]; ok {
		return t.now(answer.Value)
	}
	return t.given(name)
}

// now gives a kept value as it is now: an item changes with its catalog.
func (t *Turn) now(v value.Value) value.Value {
	switch {
	case v.Kind() != value.KindRecord:
		return v
	case v.Field(bookingColumn).Known():
		return t.bookingNow(v)
	case itemKey(v) != "":
		return t.today(v)
	case v.Field("number").Known() && v.Field("state").Known():
		return t.orderNow(v)
	}
	return v
}

func (t *Turn) given(name string) value.Value {
	c := &t.state.Contact
	switch name {
	case "contact.first_name":
		return known(c.FirstName)
	case "contact.last_name":
		return known(c.LastName)
	case "contact.username":
		return known(c.Username)
	case zoneField:
		if t.set.zones != nil {
			return value.Text(t.locale.Zone.String())
		}
	case languageField:
		return value.Text(t.locale.Language)
	case "source":
		return known(c.Source)
	case "link":
		if len(t.state.Session.Frames) > 0 {
			return known(t.frame().Link)
		}
	case "visits":
		return value.Integer(int64(c.Visits))
	case "first_contact":
		return value.Locale{Zone: t.locale.Zone, Now: unix(c.Since)}.Today()
	case "tags":
		tags := make([]value.Value, len(c.Tags))
		for i, tag := range c.Tags {
			tags[i] = value.Text(tag)
		}
		return value.List(tags...)
	case "now":
		return value.DateTime(t.in.At)
	case "today":
		return t.locale.Today()
	case "orders":
		return t.orders()
	case "last_order":
		if orders := t.Orders(); len(orders) > 0 {
			return t.orderValue(&orders[0])
		}
	case "cart":
		return t.cartValue()
	case "bookings":
		return t.bookingValues()
	case "round":
		if n := t.roundAround(); n > 0 {
			return value.Integer(int64(n))
		}
	case togetherName:
		return value.Integer(t.Together(t.item))
	}
	return t.ofSet(name)
}

// ofSet gives what the set names: phrases.address, catalog.coffee, faq.hours; and what is asked of a name by a function.
func (t *Turn) ofSet(name string) value.Value {
	if kind, id, ok := strings.Cut(name, "."); ok {
		switch kind {
		case "phrases":
			return known(t.phrase(id).Text)
		case "faq":
			return known(t.answerText(id))
		case "hours":
			if hours := t.Hours(id); hours != nil {
				return known(hours.Text(t.locale))
			}
		case "catalog":
			if catalog := t.set.catalogs[id]; catalog != nil && len(t.facts.Stock) == 0 && len(t.facts.Prices) == 0 {
				return catalog.lists[t.lang]
			} else if catalog != nil {
				return value.List(t.inStock(catalog.sold.Items(t.lang))...)
			}
		}
	}
	kind, id, _ := strings.Cut(name, ":")
	hours := t.set.hours[id]
	switch {
	case kind == "fresh":
		return value.Bool(t.fresh(id))
	case hours == nil || hours.Times == nil:
	case kind == "is_open":
		return value.Bool(hours.Times.Open(t.in.At))
	case kind == "next_open":
		if at, ok := hours.Times.Next(t.in.At); ok {
			return value.DateTime(at)
		}
	}
	return value.Value{}
}

// roundAround is the round of the repeat that the step stands in.
func (t *Turn) roundAround() int {
	if len(t.state.Session.Frames) == 0 {
		return 0
	}
	for step := t.step; step != nil; step = step.outer {
		if n := t.frame().Rounds[step.name]; n > 0 {
			return n
		}
	}
	return 0
}

// orders are all orders that count, the newest first.
func (t *Turn) orders() value.Value {
	var orders []value.Value
	for _, o := range t.Orders() {
		orders = append(orders, t.orderValue(&o))
	}
	return value.List(orders...)
}

func known(s string) value.Value {
	if s == "" {
		return value.Value{}
	}
	return value.Text(s)
}

// with makes names known while a text is rendered.
func (t *Turn) with(names map[string]value.Value, do func()) {
	outer := t.places
	t.places = names
	do()
	t.places = outer
}
