package value

import "testing"

// BenchmarkRead reads what customers type as each type would be read in a turn.
func BenchmarkRead(b *testing.B) {
	options := brew()
	for name, bench := range map[string]struct {
		typ   *Type
		words string
	}{
		"date":       {&Type{Base: TypeDate}, "I'd come on the 3rd of May, please"},
		"date_time":  {&Type{Base: TypeDateTime}, "let's say tomorrow at 5 please"},
		"no_date":    {&Type{Base: TypeDate}, "I have no idea when that could be but I will tell you as soon as I know it myself"},
		"money":      {&Type{Base: TypeMoney}, "up to 1.200,50 euros"},
		"number":     {&Type{Base: TypeInteger}, "we are twenty-one people"},
		"one_of":     {options, "fliter"},
		"yes_no":     {&Type{Base: TypeYesNo}, "yes, that sounds good"},
		"email":      {&Type{Base: TypeEmail}, "my mail is ann@gmial.com"},
		"phone":      {&Type{Base: TypePhone}, "my number is +49 30 901820"},
		"plain_text": {&Type{Base: TypeText}, "just some words"},
	} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				Read(bench.typ, bench.words, in("en"))
			}
		})
	}
}
