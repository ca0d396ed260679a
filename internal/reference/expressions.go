package reference

import (
	"fmt"

	"repartee/config/explain"
	"repartee/flows/expr"
	"repartee/flows/value"
)

// expressionsPage lists operators, functions and given names.
func expressionsPage(w *writer) error {
	w.title("Expressions", "In conditions, in `set`, in `with`, and between `{{` and `}}`. They are typed and checked before a customer comes, have no loops and change nothing.")
	w.heading(2, "Operators")
	w.paragraph("From the loosest to the tightest.")
	w.table([]string{"operator", "meaning"}, [][]string{
		{"`a ? b : c`", "b if a holds, else c"},
		{"`or`", "one of them holds"},
		{"`and`", "both hold"},
		{"`not`", "it does not hold"},
		{"`==` `!=` `<` `<=` `>` `>=`", "compared; options by their ids, in quotes: `brew == 'filter'`"},
		{"`in`", "is in a list: `'vip' in tags`"},
		{"`a ?? b`", "a, and where it is unknown b"},
		{"`+` `-`", "also with a duration: `today + 3d`"},
		{"`*` `/`", "times and divided by"},
		{"`[1, 2]` `( )`", "a list; what is worked out first"},
	})
	w.paragraph("What is unknown is false as a condition and beside `==`, `<`, `in`; true beside `!=`. Reckoning with it is unknown, and it prints as nothing.")
	w.heading(2, "Functions")
	var rows [][]string
	for _, f := range expr.Functions() {
		doc := explain.Function(f.Name)
		if doc == "" {
			return fmt.Errorf("the function %s has no line in package explain", f.Name)
		}
		rows = append(rows, []string{code(f.Name), code(f.Usage), doc})
	}
	w.table([]string{"function", "written", "gives"}, rows)
	w.heading(2, "Types")
	rows = nil
	for _, base := range value.BaseNames() {
		if base == value.TypeBooking.String() {
			continue // nothing books yet
		}
		doc := explain.Type(base)
		if doc == "" {
			return fmt.Errorf("the type %s has no line in package explain", base)
		}
		rows = append(rows, []string{code(base), doc})
	}
	w.table([]string{"type", "what it is"}, rows)
	w.heading(2, "Given names")
	w.paragraph("These are known without being declared, and cannot name a field.")
	rows = nil
	for _, name := range explain.Given() {
		rows = append(rows, []string{code(name.Name), name.Type, name.Where, name.Doc})
	}
	w.table([]string{"name", "type", "where", "meaning"}, rows)
	return nil
}
