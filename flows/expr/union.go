package expr

import (
	"slices"

	"repartee/flows/value"
)

// union is the type of something that is of one type or of the other; not ok if
// they are of different kinds. Options of both are kept, so that it stays known
// what texts there can be.
func union(a, b *value.Type) (t *value.Type, ok bool) {
	switch {
	case a == nil || a == b:
		return b, true
	case a.Base == value.TypeAny:
		return b, true
	case b.Base == value.TypeAny:
		return a, true
	case a.Kind() != b.Kind():
		return anyType, false
	}
	switch a.Kind() {
	case value.KindText:
		return unionOfTexts(a, b), true
	case value.KindNumber:
		if a.Base != b.Base {
			return numberType, true
		}
		return a, true
	case value.KindBool:
		return boolType, true
	case value.KindList:
		return unionOfLists(a, b)
	default:
		return a, true
	}
}

// unionOfTexts is closed, which is to say that all it can be is among its
// options, if both are.
func unionOfTexts(a, b *value.Type) *value.Type {
	if len(a.Options) == 0 || len(b.Options) == 0 {
		if a.Base == b.Base && len(a.Options) == len(b.Options) {
			return a
		}
		return textType
	}
	base := value.TypeText
	if a.Base == value.TypeOneOf || b.Base == value.TypeOneOf {
		base = value.TypeOneOf
	}
	joined := &value.Type{Base: base, Options: slices.Clip(a.Options)}
	for _, o := range b.Options {
		if !hasOption(a, o.ID) {
			joined.Options = append(joined.Options, o)
		}
	}
	return joined
}

func unionOfLists(a, b *value.Type) (*value.Type, bool) {
	elem, ok := union(entryType(a), entryType(b))
	if !ok {
		return anyType, false
	}
	return listType(elem), true
}

// entryType is what a list is a list of.
func entryType(list *value.Type) *value.Type {
	switch {
	case list.Base == value.TypeManyOf:
		return &value.Type{Base: value.TypeOneOf, Options: list.Options}
	case list.Elem == nil:
		return anyType
	default:
		return list.Elem
	}
}

func hasOption(t *value.Type, id string) bool {
	return slices.ContainsFunc(t.Options, func(o value.Option) bool { return o.ID == id })
}
