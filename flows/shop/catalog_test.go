package shop

import (
	"slices"
	"testing"

	"repartee/flows/value"
)

// coffees is a catalog with a column of its own, a translated item, and one item that is the same in all languages.
func coffees() *Catalog {
	size := func(id, name string, price int64) value.Value {
		return value.Record(map[string]value.Value{"id": value.Text(id), "name": value.Text(name), "price": value.Money(price, "EUR")})
	}
	rows := []value.Value{
		value.Record(map[string]value.Value{
			"id": value.Text("crema"), "name": value.Text("Crema Roma"), "text": value.Text("Dark and sweet."), "price": value.Money(1290, "EUR"),
			"tax": value.Text("coffee"), "story": value.Text("From Rome."), "variants": value.List(size("small", "250 g", 1290), size("large", "1 kilo", 3900)),
		}),
		value.Record(map[string]value.Value{"id": value.Text("aurora"), "name": value.Text("Finca Aurora"), "price": value.Money(1550, "EUR")}),
		value.Record(map[string]value.Value{"id": value.Text("crema"), "name": value.Text("The second of its name")}),
		value.Record(map[string]value.Value{"name": value.Text("Nameless")}),
	}
	return NewCatalog("coffee", append(GivenColumns(), Column{Name: "story", Type: &value.Type{Base: value.TypeText}}), rows)
}

func TestCatalog(t *testing.T) {
	c := coffees()
	if c.Len() != 2 || len(c.Items(0)) != 2 {
		t.Fatalf("there are %d items, want 2", c.Len())
	}
	if item, ok := c.Item("crema"); !ok || item.Field("name").AsText() != "Crema Roma" {
		t.Errorf("crema is %v, %v", item, ok)
	}
	if n, ok := c.Number("aurora"); !ok || n != 1 {
		t.Errorf("aurora is number %d, %v", n, ok)
	}
	if _, ok := c.Item("mocha"); ok {
		t.Error("there is a mocha")
	}
	if _, ok := c.Number("mocha"); ok {
		t.Error("mocha has a number")
	}
	if typ := c.Type(); typ.Base != value.TypeItem || typ.Fields["price"].Base != value.TypeMoney || typ.Fields["story"].Base != value.TypeText {
		t.Errorf("the type is %+v", typ)
	}
	if column, ok := c.Column("story"); !ok || !column.Translated() {
		t.Errorf("story is %+v, %v", column, ok)
	}
	if _, ok := c.Column("plot"); ok {
		t.Error("there is a column plot")
	}
}

// inGerman translates all items of a catalog.
func inGerman(c *Catalog, german map[string]string) (items []value.Value) {
	for i := range c.Len() {
		id := c.Items(0)[i].Field("id").AsText()
		items = append(items, c.InWords(i, func(column, _ string) string { return german[id+"."+column] }))
	}
	return items
}

func TestCatalogInWords(t *testing.T) {
	var got []string
	c := coffees()
	for i := range c.Len() {
		id := c.Items(0)[i].Field("id").AsText()
		c.InWords(i, func(column, source string) string {
			got = append(got, id+"."+column+"="+source)
			return ""
		})
	}
	want := []string{
		"crema.name=Crema Roma", "crema.text=Dark and sweet.", "crema.variants.small=250 g", "crema.variants.large=1 kilo", "crema.story=From Rome.",
		"aurora.name=Finca Aurora",
	}
	if !slices.Equal(got, want) {
		t.Errorf("the texts are\n%q, want\n%q", got, want)
	}
}

func TestCatalogTranslated(t *testing.T) {
	german := map[string]string{"crema.text": "Dunkel und süß.", "crema.variants.large": "1 Kilo", "crema.story": "Aus Rom.", "crema.photo": "never asked for"}
	plain := coffees()
	c := plain.Translated(inGerman(plain, german), inGerman(plain, nil))

	crema, _ := c.ItemIn("crema", 1)
	sizes := crema.Field("variants").AsList()
	if crema.Field("text").AsText() != "Dunkel und süß." || crema.Field("story").AsText() != "Aus Rom." || crema.Field("name").AsText() != "Crema Roma" {
		t.Errorf("in German it is %v", crema)
	}
	if sizes[0].Field("name").AsText() != "250 g" || sizes[1].Field("name").AsText() != "1 Kilo" || !value.Equal(sizes[1].Field("price"), value.Money(3900, "EUR")) {
		t.Errorf("its sizes are %v", sizes)
	}
	if crema.Field("photo").Known() {
		t.Error("a translation made a photo")
	}
	for language := range 4 {
		if language == 1 {
			continue
		}
		if item, ok := c.ItemIn("crema", language); !ok || item.Field("text").AsText() != "Dark and sweet." {
			t.Errorf("in language %d it is %v", language, item)
		}
	}
	if item, _ := plain.ItemIn("crema", 1); item.Field("text").AsText() != "Dark and sweet." {
		t.Error("the catalog it was made of has changed")
	}
}

func TestColumnLabel(t *testing.T) {
	roast := Column{Name: "roast", Label: map[string]string{"": "Roast", "de": "Röstung"}}
	for language, want := range map[string]string{"de": "Röstung", "de-AT": "Röstung", "fr": "Roast"} {
		if got := roast.LabelIn(language); got != want {
			t.Errorf("in %s it is %s, want %s", language, got, want)
		}
	}
	if got := (Column{Name: "roast"}).LabelIn("de"); got != "roast" {
		t.Errorf("without a label it is %s", got)
	}
}
