package config

import (
	"slices"
	"strings"
	"testing"

	"repartee/flows"
	"repartee/flows/steps"
)

// spotAt tells what may be written at the | of a file's text.
func spotAt(t *testing.T, name, text string) (Spot, bool) {
	t.Helper()
	before, after, found := strings.Cut(text, "|")
	if !found {
		t.Fatalf("no cursor in %q", text)
	}
	w := NewWorkspace(copied(t, "testdata/valid"), steps.Kinds())
	w.Edit(name, []byte(before+after))
	lines := strings.Split(before, "\n")
	return w.Spot(name, len(lines), len([]rune(lines[len(lines)-1]))+1)
}

// TestSpotValues has the cursor in values.
func TestSpotValues(t *testing.T) {
	const flow = "flow: welcome\nfields: {size: text}\nsteps:\n"
	for text, want := range map[string]Form{
		flow + "  - say: Hello |\n":                                         FormText,
		flow + "  - say: \"Hello {{ si| }}\"\n":                             FormText,
		flow + "  - say:\n      - when: si|\n        text: Hello\n":         FormExpr,
		flow + "  - say:\n      - {when: size == 'a', text: He|llo}\n":      FormText,
		flow + "  - say: [Hello, you|]\n":                                   FormText,
		flow + "  - ask: |\n":                                               FormField,
		flow + "  - ask: size\n    text: Which?\n    give_up: |\n":          FormTarget,
		flow + "  - ask: size\n    text: Which?\n    give_up: {flow: w|}\n": FormFlow,
		flow + "  - ask: size\n    silence: {after: 2h, then: e|}\n":        FormTarget,
		flow + "  - go: |\n":                                                FormStep,
		flow + "  - flow: |\n":                                              FormFlow,
		flow + "  - flow: other\n    with: {a: si|}\n":                      FormExpr,
		flow + "  - set: {size: |}\n":                                       FormExpr,
		flow + "  - menu: And?\n    options:\n      a: {label: A, go: |}\n": FormStep,
		flow + "  - menu: And?\n    options: {a: {label: A, faq: |}}\n":     FormFAQ,
		flow + "  - menu: And?\n    options: {a: A|}\n":                     FormText,
		flow + "  - recommend: pick\n    from: |\n":                         FormSource,
		flow + "  - recommend: pick\n    sort: [|]\n":                       FormColumn,
		flow + "  - call: |\n":                                              FormCall,
		flow + "  - say: Look\n    photo: media/|\n":                        FormMedia,
		flow + "  - branch:\n      - when: |\n        do: [{say: A}]\n":     FormExpr,
		flow + "  - branch:\n      - when: a\n        do: [{go: |}]\n":      FormStep,
		flow + "  - ask: size\n    interrupts: [|]\n":                       FormFlow,
		flow + "  - ask: size\n    if_known: |\n":                           FormChoice,
		flow + "  - ask: size\n    after_press: k|\n":                       FormChoice,
		"flow: welcome\nkind: p|\nsteps: [{say: A}]\n":                      FormChoice,
		"flow: welcome\nfields: {size: t|}\nsteps: [{say: A}]\n":            FormChoice,
		"flow: welcome\nfields: {size: {type: t|}}\nsteps: [{say: A}]\n":    FormChoice,
		"flow: welcome\ngoal: kn|\nsteps: [{say: A}]\n":                     FormExpr,
	} {
		spot, ok := spotAt(t, "flows/welcome.yaml", text)
		if !ok || spot.Form != want || spot.IsKey {
			t.Errorf("at %q it says %+v, want the form %s", strings.TrimPrefix(text, flow), spot, want)
		}
	}
}

// TestSpotKeys has the cursor where a key may be written; want is among the keys.
func TestSpotKeys(t *testing.T) {
	const flow = "flow: welcome\nsteps:\n"
	for _, c := range []struct{ file, text, want string }{
		{"flows/welcome.yaml", "flow: welcome\n|\nsteps: [{say: A}]\n", "title"},
		{"flows/welcome.yaml", "flow: welcome\nti|\nsteps: [{say: A}]\n", "title"},
		{"flows/welcome.yaml", flow + "  - |\n", "recommend"},
		{"flows/welcome.yaml", flow + "  - rec|\n", "recommend"},
		{"flows/welcome.yaml", flow + "  - {r|}\n", "recommend"},
		{"flows/welcome.yaml", flow + "  - ask: size\n    |\n", "if_known"},
		{"flows/welcome.yaml", flow + "  - ask: size\n    text: A\n    if|\n  - say: B\n", "if_known"},
		{"flows/welcome.yaml", flow + "  - ask: size\n    te|xt: A\n", "if_known"},
		{"flows/welcome.yaml", flow + "  - {ask: size, if|}\n", "if_known"},
		{"flows/welcome.yaml", flow + "  - ask: size\n    silence:\n      |\n", "after"},
		{"flows/welcome.yaml", flow + "  - ask: size\n    silence: {|}\n", "after"},
		{"flows/welcome.yaml", flow + "  - menu: A\n    options:\n      a:\n        |\n", "jump"},
		{"flows/welcome.yaml", flow + "  - branch:\n      - when: a\n        |\n", "do"},
		{"flows/welcome.yaml", flow + "  - say:\n      - when: a\n        t|\n", "text"},
		{"bot.yaml", "bot: A\n|\n", "time_zone"},
		{"bot.yaml", "bot: A\nfields:\n  size: {type: text, pur|}\n", "purpose"},
		{"faq.yaml", "- id: a\n  |\n", "answer"},
		{"talks/hello.yaml", "talk: A\nturns:\n  - |\n", "they"},
	} {
		spot, ok := spotAt(t, c.file, c.text)
		if !ok || !spot.IsKey && spot.Form != FormPlain || !slices.ContainsFunc(spot.Keys, func(k Key) bool { return k.Name == c.want }) {
			t.Errorf("at %q it says %+v, want a key %s", c.text, spot, c.want)
		}
	}
}

// TestSpotWord tells what the cursor is in, and of which key it is the value.
func TestSpotWord(t *testing.T) {
	spot, _ := spotAt(t, "flows/welcome.yaml", "flow: welcome\nsteps:\n  - recommend: pick\n    from: catalog.coffee\n    where: item.pri|ce > 3\n")
	if spot.Word != "item.price > 3" || spot.At != len("item.pri") || spot.Key.Name != "where" || spot.From != "catalog.coffee" || spot.Flow != "welcome" {
		t.Errorf("it says %+v", spot)
	}
	if spot, _ := spotAt(t, "flows/welcome.yaml", "flow: welcome\nsteps:\n  - ask: size\n    te|xt: A\n"); spot.Word != "text" || spot.Key.Doc == "" || !spot.IsKey {
		t.Errorf("it says %+v", spot)
	}
	if spot, ok := spotAt(t, "texts/de.yaml", "- {at: a|, en: A, de: B}\n"); !ok || spot.Form != FormPlace || spot.Entry.Language != "de" {
		t.Errorf("of a translation it says %+v", spot)
	}
	if spot, ok := spotAt(t, "notes.yaml", "- {at: a|, en: A, de: B}\n"); ok {
		t.Errorf("of a file without forms it says %+v", spot)
	}
}

// TestNames lists what a folder names, each with its place.
func TestNames(t *testing.T) {
	loaded, _, err := LoadDir("../internal/reference/bot", steps.Kinds())
	if err != nil {
		t.Fatal(err)
	}
	places := map[string]string{}
	for _, name := range loaded.Names() {
		if r, ok := loaded.Range(name.Ref); ok {
			line := strings.Split(string(loaded.Files[r.File]), "\n")[r.Line-1]
			places[string(name.Sort)+" "+name.Of+"."+name.Name] = string([]rune(line)[r.Col-1 : r.EndCol-1])
		}
	}
	for name, want := range map[string]string{
		"flow .advice": "flow", "step advice.nothing": "id", "step advice.budget": "ask", "field advice.budget": "budget", "field advice.chosen": "recommend",
		"field .brew": "brew", "option brew.filter": "filter", "goal newsletter.subscribed": "goal", "faq .shipping": "id", "call .parcel": "parcel",
		"phrase .address": "address", "catalog .coffee": "coffee", "column coffee.roast": "roast", "item coffee.crema": "id", "hours .shop": "shop", "payment .card": "card",
	} {
		if places[name] != want {
			t.Errorf("%s is at %q, want %q", name, places[name], want)
		}
	}
	if _, ok := loaded.Range(flows.Ref{Flow: "nobody", Path: "steps.0"}); ok {
		t.Error("what is not there has a place")
	}
}
