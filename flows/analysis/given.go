package analysis

import (
	"strings"

	"repartee/flows"
	"repartee/flows/analysis/decide"
	"repartee/flows/value"
)

// knownOfAll tells of a name that is no field whether everybody has it: Telegram does not tell some of all.
func knownOfAll(name string) Knowledge {
	switch name {
	case "contact.last_name", "contact.username", "source", "link":
		return Perhaps
	}
	return Surely
}

// given is what a name can be that is no field; flow is nil outside of the flows.
func (v *View) given(flow *flows.Flow, name string) decide.Domain {
	if flow != nil && flow.HasGoal(name) {
		return decide.Domain{Known: true}
	}
	kind, of, dotted := strings.Cut(name, ".")
	switch {
	case name == "language":
		return decide.Domain{Known: true, Type: v.Set.LanguageType()}
	case name == "visits", name == "round":
		one := value.Integer(1)
		return decide.Domain{Known: name == "visits", Type: &value.Type{Base: value.TypeInteger, Min: &one}}
	case name == "together":
		none := value.Integer(0)
		return decide.Domain{Known: true, Type: &value.Type{Base: value.TypeInteger, Min: &none}}
	case dotted && kind == "catalog" && v.Set.Catalog(of) != nil:
		return decide.Domain{Known: true}
	}
	switch name {
	case "now", "today", "tags", "orders", "bookings", "cart", "first_contact":
		return decide.Domain{Known: true}
	}
	return decide.Domain{}
}
