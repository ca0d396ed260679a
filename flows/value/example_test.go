package value_test

import (
	"fmt"
	"time"

	"repartee/flows/value"
)

// What a customer types is read as their language has it, and written back so.
func ExampleRead() {
	least := value.Integer(5)
	budget := &value.Type{Base: value.TypeMoney, Min: &least}
	german := value.Locale{Language: "de", Currency: "EUR"}

	for _, words := range []string{"ca. 1.200,50", "4 Euro", "billig"} {
		v, misread := value.Read(budget, words, german)
		if misread != nil {
			fmt.Println(misread.Text(german), value.Hint(budget, german))
			continue
		}
		fmt.Println(value.Format(v, budget, german))
	}
	// Output:
	// 1.200,50 €
	// Bitte mindestens 5,00 €. Bitte einen Betrag ab 5,00 €.
	// Das sieht nicht nach einem Betrag aus. Bitte einen Betrag ab 5,00 €.
}

// A value's JSON says what it is.
func ExampleValue_MarshalJSON() {
	data, err := value.List(
		value.Money(1290, "EUR"),
		value.Date(2026, time.March, 2),
		value.Text("filter"),
	).MarshalJSON()
	fmt.Println(string(data), err)
	// Output: [{"money":"12.90 EUR"},{"date":"2026-03-02"},"filter"] <nil>
}
