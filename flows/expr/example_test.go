package expr_test

import (
	"fmt"

	"repartee/flows/expr"
	"repartee/flows/value"
)

// form is the smallest scope and environment there can be: one field.
type form struct{ budget value.Value }

func (form) Lookup(name string) *value.Type {
	if name == "budget" {
		return &value.Type{Base: value.TypeMoney}
	}
	return nil
}
func (form) Names() []string            { return []string{"budget"} }
func (form) Currency() string           { return "EUR" }
func (f form) Value(string) value.Value { return f.budget }
func (form) Locale() value.Locale       { return value.Locale{Language: "en", Currency: "EUR"} }

func ExampleCompile() {
	program, _ := expr.Compile("budget < 100 ? 'tote' : 'satchel'", form{})
	fmt.Println(program.Eval(form{value.Money(4000, "EUR")}).AsText())

	_, problems := expr.Compile("budgt < 100", form{})
	for _, p := range problems {
		fmt.Println(p.Message + "; " + p.Help)
	}
	// Output:
	// tote
	// there is nothing called `budgt` here; did you mean `budget`?
}

func ExampleCompileText() {
	text, _ := expr.CompileText("Up to **{{ budget ?? 'any price' }}** a bag.", form{})
	fmt.Println(text.Render(form{value.Money(4000, "EUR")}))
	fmt.Println(text.Render(form{}))
	// Output:
	// {Up to €40.00 a bag. [{bold 6 6 }]}
	// {Up to any price a bag. [{bold 6 9 }]}
}
