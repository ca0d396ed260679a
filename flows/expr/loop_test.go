package expr

import (
	"testing"

	"repartee/flows/value"
)

func TestLoop(t *testing.T) {
	e := customer()
	sources := []string{
		"brew in item.brew and item.price <= (budget ?? 200) and item.stock > 0",
		"item.price * 2 + budget", "item.name", "item", "budget > 5", "fresh(brew) and item.stock > 3", "'{}' == item.name", "first([item, item]).price",
	}
	for _, src := range sources {
		p := mustCompile(t, src)
		loop := p.Loop(e, "item")
		for i := range 20 {
			item := shopItem(i)
			alone := &env{values: map[string]value.Value{}, locale: e.locale}
			for name, v := range e.values {
				alone.values[name] = v
			}
			alone.values["item"] = item
			if got, want := loop.Eval(item), p.Eval(alone); !value.Equal(got, want) {
				t.Errorf("%s of item %d is %s, want %s", src, i, got.AppendJSON(nil), want.AppendJSON(nil))
			}
			if loop.True(item) != p.True(alone) {
				t.Errorf("%s of item %d: another condition", src, i)
			}
		}
	}
}

// askedOnce counts how often each name is looked up.
type askedOnce struct {
	*env
	asked map[string]int
}

func (a askedOnce) Value(name string) value.Value {
	a.asked[name]++
	return a.env.Value(name)
}

func TestLoopLooksNamesUpOnce(t *testing.T) {
	e := askedOnce{customer(), map[string]int{}}
	loop := mustCompile(t, "brew in item.brew and item.price <= (budget ?? 200) and item.stock > 0").Loop(e, "item")
	for i := range 50 {
		loop.True(shopItem(i))
	}
	if e.asked["brew"] != 1 || e.asked["budget"] != 1 || e.asked["item"] != 0 {
		t.Errorf("looked up: %v", e.asked)
	}
	item := shopItem(1)
	if n := testing.AllocsPerRun(100, func() { loop.True(item) }); n > 0 {
		t.Errorf("a run allocates %v times", n)
	}
}

func TestPlaceholders(t *testing.T) {
	tmpl, problems := CompileText("Hi {{contact.first_name ?? 'you'}}, **{{  brew }}** [here](https://example.com/{{ link }}): {{ budget }} {{ '{{' }}", shop())
	if len(problems) > 0 {
		t.Fatalf("%+v", problems)
	}
	want := []string{"contact.first_name ?? 'you'", "brew", "link", "budget", "'{{'"}
	got := tmpl.Placeholders()
	if len(got) != len(want) {
		t.Fatalf("placeholders: %q", got)
	}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("placeholder %d is %q, want %q", i, got[i], want[i])
		}
	}
	if plain, _ := CompileLabel("Hi", shop()); len(plain.Placeholders()) != 0 {
		t.Errorf("a plain label has the placeholders %q", plain.Placeholders())
	}
}
