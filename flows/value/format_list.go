package value

import "strings"

func formatList(v Value, t *Type, loc Locale) string {
	items := make([]string, 0, len(v.AsList()))
	for _, item := range v.AsList() {
		items = append(items, Format(item, elemOf(t), loc))
	}
	return Join(items, loc)
}

// elemOf is the type of a list's entries; those of many_of are its options.
func elemOf(t *Type) *Type {
	switch {
	case t == nil:
		return nil
	case t.Elem != nil:
		return t.Elem
	case len(t.Options) > 0:
		return t
	default:
		return nil
	}
}

// Join writes a list as a sentence has it: "a, b and c". In languages without a
// lexicon it is "a, b, c".
func Join(items []string, loc Locale) string {
	l := lexiconOf(loc.Language)
	if !speaks(l, loc) {
		return strings.Join(items, ", ")
	}
	return joinWith(items, l.and)
}

func joinWith(items []string, word string) string {
	if len(items) < 2 {
		return strings.Join(items, "")
	}
	last := len(items) - 1
	return strings.Join(items[:last], ", ") + " " + word + " " + items[last]
}

// recordNames are the parts that stand for a whole record, the best first. A booking is called by its item.
var recordNames = [...]string{"name", "title", "number", "item", "id"}

// formatRecord writes a record as its name, else as the first text in it.
func formatRecord(v Value, t *Type, loc Locale) string {
	if lat, long := v.Field("latitude"), v.Field("longitude"); lat.Kind() == KindNumber && long.Kind() == KindNumber {
		return degrees(lat) + ", " + degrees(long)
	}
	for _, name := range recordNames {
		if part := v.Field(name); part.Known() {
			return Format(part, fieldOf(t, name), loc)
		}
	}
	for name, part := range v.Fields() {
		if part.Kind() == KindText {
			return Format(part, fieldOf(t, name), loc)
		}
	}
	return ""
}

// degrees have five decimals, which is a metre; in all languages with a point, as maps take them.
func degrees(v Value) string {
	return string(appendUnits(nil, Round(v, 5).num/10, 5, 5))
}

func fieldOf(t *Type, name string) *Type {
	if t == nil {
		return nil
	}
	return t.Fields[name]
}
