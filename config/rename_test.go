package config_test

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"repartee/config"
	"repartee/flows/steps"
	"repartee/flows/talk"
)

const renamedBot = `bot: Small
languages: [en, de]
time_zone: Europe/Berlin
currency: EUR
start: welcome
commands: [welcome]
fields:
  brew: {type: one_of, purpose: advice, options: {espresso: Espresso, filter: Filter}}
phrases: {address: 7 Garden Street}
privacy: {controller: Small, purposes: {advice: To advise you}}
`

const renamedCatalog = `cups:
  items: [{id: small, name: Small cup}]
coffee:
  columns: {brews: {type: many_of, options: brew}, goes_with: {type: item, of: catalog.cups}}
  items:
    - {id: crema, name: Crema, price: 12.90, brews: [espresso, filter], goes_with: small}
    - {id: mild, name: Mild, price: 9.90, brews: [filter]}
`

const renamedFlow = `flow: welcome
title: Find a coffee
fields:
  budget: money
goal: chosen_one
steps:
  - ask: brew
    text: "How do you brew? {{ phrases.address }}" # a comment
  - id: money
    ask: budget
    text: "You brew {{ brew }} 😀. Up to how much?"
    check: [{when: budget < 1, text: "More, please."}]
  - recommend: chosen
    from: catalog.coffee
    where: brew in item.brews and item.price <= budget and (brew == 'filter' or item.id != 'crema')
    text: "{{ item.name }}"
    none: money
  - {goal: chosen_one, when: known(chosen)}
  - menu: And now?
    options: {again: {label: Once more, go: brew}, over: That is all}
  - {flow: extra, with: {told: brew}}
`

const extraFlow = `flow: extra
fields: {told: {type: one_of, options: brew}}
steps:
  - {say: "Filter it is.", when: told == 'filter'}
  - say: "{{ told ?? 'Nothing' }}"
`

const renamedTexts = `- {at: welcome.title, en: Find a coffee, de: Kaffee finden}
- {at: welcome.brew, en: "How do you brew? {{ phrases.address }}", de: "Wie brühst du? {{ phrases.address }}"}
- {at: welcome.money, en: "You brew {{ brew }} 😀. Up to how much?", de: "Du brühst 😀 {{ brew }}. Bis wie viel?"}
- {at: brew.filter, en: Filter, de: Filterkaffee}
- {at: welcome.again_over, en: And now?, de: }
- {at: catalog.coffee.crema, en: Crema, de: Crema}
`

const renamedTalk = `talk: all goes well
given: {fields: {brew: filter}, stock: {crema: 3}}
turns:
  - they: /start
  - tap: filter
  - at: money
  - they: "20"
  - tap: crema
  - at: again_over
expect: {fields: {brew: filter}, events: [answered brew, chose coffee.crema], goal: chosen_one}
`

func renamedFolder() fstest.MapFS {
	files := fstest.MapFS{}
	for name, text := range map[string]string{
		"bot.yaml": renamedBot, "catalog.yaml": renamedCatalog, "flows/welcome.yaml": renamedFlow, "flows/extra.yaml": extraFlow,
		"texts/de.yaml": renamedTexts, "talks/all.yaml": renamedTalk,
	} {
		files[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return files
}

// mentioned finds a name at the first place where a piece of text stands.
func mentioned(t *testing.T, l *config.Loaded, file, around, name string) config.Mention {
	t.Helper()
	text := string(l.Files[file])
	before, _, found := strings.Cut(text, around)
	within, _, named := strings.Cut(around, name)
	if !found || !named {
		t.Fatalf("%s has no %q with %q", file, around, name)
	}
	line := strings.Count(before, "\n") + 1
	col := len([]rune(before[strings.LastIndexByte(before, '\n')+1:])) + len([]rune(within)) + 1
	for _, m := range l.Mentions() {
		if m.Holds(file, line, col) && m.Range.Col == col && m.Name.Name == name {
			return m
		}
	}
	t.Fatalf("nothing is mentioned at %q", around)
	return config.Mention{}
}

// TestRename renames one thing of each sort, and holds the lines that have changed against those that should.
func TestRename(t *testing.T) {
	for _, c := range []struct{ file, around, name, to, want string }{
		{"flows/welcome.yaml", "ask: brew", "brew", "method", `
bot.yaml: method: {type: one_of, was: brew, purpose: advice, options: {espresso: Espresso, filter: Filter}}
catalog.yaml: columns: {brews: {type: many_of, options: method}, goes_with: {type: item, of: catalog.cups}}
flows/extra.yaml: fields: {told: {type: one_of, options: method}}
flows/welcome.yaml: - ask: method
flows/welcome.yaml: was: brew
flows/welcome.yaml: text: "You brew {{ method }} 😀. Up to how much?"
flows/welcome.yaml: where: method in item.brews and item.price <= budget and (method == 'filter' or item.id != 'crema')
flows/welcome.yaml: options: {again: {label: Once more, go: method}, over: That is all}
flows/welcome.yaml: - {flow: extra, with: {told: method}}
talks/all.yaml: given: {fields: {method: filter}, stock: {crema: 3}}
talks/all.yaml: expect: {fields: {method: filter}, events: [answered method, chose coffee.crema], goal: chosen_one}
texts/de.yaml: - {at: welcome.method, en: "How do you brew? {{ phrases.address }}", de: "Wie brühst du? {{ phrases.address }}"}
texts/de.yaml: - {at: welcome.money, en: "You brew {{ method }} 😀. Up to how much?", de: "Du brühst 😀 {{ method }}. Bis wie viel?"}
texts/de.yaml: - {at: method.filter, en: Filter, de: Filterkaffee}`},
		{"flows/welcome.yaml", "go: brew", "brew", "first", `
flows/welcome.yaml: - id: first
flows/welcome.yaml: ask: brew
flows/welcome.yaml: was: brew
flows/welcome.yaml: options: {again: {label: Once more, go: first}, over: That is all}
talks/all.yaml: expect: {fields: {brew: filter}, events: [answered first, chose coffee.crema], goal: chosen_one}
texts/de.yaml: - {at: welcome.first, en: "How do you brew? {{ phrases.address }}", de: "Wie brühst du? {{ phrases.address }}"}`},
		{"flows/welcome.yaml", "none: money", "money", "price", `
flows/welcome.yaml: - id: price
flows/welcome.yaml: was: money
flows/welcome.yaml: none: price
talks/all.yaml: - at: price
texts/de.yaml: - {at: welcome.price, en: "You brew {{ brew }} 😀. Up to how much?", de: "Du brühst 😀 {{ brew }}. Bis wie viel?"}`},
		{"flows/welcome.yaml", "budget < 1", "budget", "limit", `
flows/welcome.yaml: limit: {type: money, was: budget}
flows/welcome.yaml: ask: limit
flows/welcome.yaml: check: [{when: limit < 1, text: "More, please."}]
flows/welcome.yaml: where: brew in item.brews and item.price <= limit and (brew == 'filter' or item.id != 'crema')`},
		{"flows/extra.yaml", "told == 'filter'", "filter", "drip", `
bot.yaml: brew: {type: one_of, purpose: advice, options: {espresso: Espresso, drip: {label: Filter, was: filter}}}
catalog.yaml: - {id: crema, name: Crema, price: 12.90, brews: [espresso, drip], goes_with: small}
catalog.yaml: - {id: mild, name: Mild, price: 9.90, brews: [drip]}
flows/extra.yaml: - {say: "Filter it is.", when: told == 'drip'}
flows/welcome.yaml: where: brew in item.brews and item.price <= budget and (brew == 'drip' or item.id != 'crema')
talks/all.yaml: given: {fields: {brew: drip}, stock: {crema: 3}}
talks/all.yaml: - tap: drip
talks/all.yaml: expect: {fields: {brew: drip}, events: [answered brew, chose coffee.crema], goal: chosen_one}
texts/de.yaml: - {at: brew.drip, en: Filter, de: Filterkaffee}`},
		{"flows/welcome.yaml", "over: That", "over", "done", `
flows/welcome.yaml: - id: again_over
flows/welcome.yaml: menu: And now?
flows/welcome.yaml: options: {again: {label: Once more, go: brew}, done: {label: That is all, was: over}}`},
		{"catalog.yaml", "goes_with: small", "small", "tiny", `
catalog.yaml: items: [{id: tiny, was: small, name: Small cup}]
catalog.yaml: - {id: crema, name: Crema, price: 12.90, brews: [espresso, filter], goes_with: tiny}`},
		{"talks/all.yaml", "tap: crema", "crema", "roma", `
catalog.yaml: - {id: roma, was: crema, name: Crema, price: 12.90, brews: [espresso, filter], goes_with: small}
flows/welcome.yaml: where: brew in item.brews and item.price <= budget and (brew == 'filter' or item.id != 'roma')
talks/all.yaml: given: {fields: {brew: filter}, stock: {roma: 3}}
talks/all.yaml: - tap: roma
talks/all.yaml: expect: {fields: {brew: filter}, events: [answered brew, chose coffee.roma], goal: chosen_one}
texts/de.yaml: - {at: catalog.coffee.roma, en: Crema, de: Crema}`},
		{"texts/de.yaml", "phrases.address }}\"}", "address", "place", `
bot.yaml: phrases: {place: 7 Garden Street}
flows/welcome.yaml: text: "How do you brew? {{ phrases.place }}" # a comment
texts/de.yaml: - {at: welcome.brew, en: "How do you brew? {{ phrases.place }}", de: "Wie brühst du? {{ phrases.place }}"}`},
		{"flows/welcome.yaml", "{goal: chosen_one", "chosen_one", "found", `
flows/welcome.yaml: goal: found
flows/welcome.yaml: - {goal: found, when: known(chosen)}
talks/all.yaml: expect: {fields: {brew: filter}, events: [answered brew, chose coffee.crema], goal: found}`},
	} {
		w := config.NewWorkspace(renamedFolder(), steps.Kinds())
		l, found := w.Load()
		if l.Set == nil {
			t.Fatal(found)
		}
		changes, err := w.Rename(l, mentioned(t, l, c.file, c.around, c.name), c.to)
		if err != nil {
			t.Errorf("%s at %q: %v", c.name, c.around, err)
			continue
		}
		changed := config.Changed(l.Files, changes)
		if got := newLines(l.Files, changed); got != strings.TrimPrefix(c.want, "\n") {
			t.Errorf("%s at %q becomes\n%s\nwant\n%s", c.name, c.around, got, c.want)
		}
		stillGood(t, changed, found)
	}
}

// TestRenameFlow renames a flow everywhere.
func TestRenameFlow(t *testing.T) {
	w := config.NewWorkspace(renamedFolder(), steps.Kinds())
	l, found := w.Load()
	changes, err := w.Rename(l, mentioned(t, l, "bot.yaml", "start: welcome", "welcome"), "hello")
	if err != nil {
		t.Fatal(err)
	}
	changed := config.Changed(l.Files, changes)
	for name, want := range map[string]string{"bot.yaml": "commands: [hello]", "flows/welcome.yaml": "flow: hello\nwas: welcome\n", "texts/de.yaml": "at: hello.again_over"} {
		if !strings.Contains(string(changed[name]), want) {
			t.Errorf("%s has no %q:\n%s", name, want, changed[name])
		}
	}
	stillGood(t, changed, found)
}

// newLines are the lines that were not there before, with their files.
func newLines(before, after map[string][]byte) string {
	var lines []string
	for _, name := range []string{"bot.yaml", "catalog.yaml", "flows/extra.yaml", "flows/welcome.yaml", "talks/all.yaml", "texts/de.yaml"} {
		old := strings.Split(string(before[name]), "\n")
		if after[name] == nil {
			continue
		}
		for line := range strings.SplitSeq(string(after[name]), "\n") {
			if !slices.Contains(old, line) {
				lines = append(lines, name+": "+strings.TrimSpace(line))
			}
		}
	}
	return strings.Join(lines, "\n")
}

// stillGood reads the folder as it is now: nothing new is wrong with it, and its talks go as before.
func stillGood(t *testing.T, changed map[string][]byte, found config.Diagnostics) {
	t.Helper()
	files := renamedFolder()
	for name, content := range changed {
		files[name] = &fstest.MapFile{Data: content}
	}
	l, now := config.Load(files, steps.Kinds())
	if len(now) != len(found) {
		t.Errorf("before %v, and now %v", found, now)
	}
	if l.Set == nil {
		return
	}
	for i := range l.Talks {
		if played := talk.Play(l.Set, &l.Talks[i], ""); len(played.Failures) > 0 {
			t.Errorf("the talk fails: %+v", played.Failures)
		}
	}
}

// TestRenameRefused has names that cannot be changed, or not to that.
func TestRenameRefused(t *testing.T) {
	for _, c := range []struct{ file, around, name, to, want string }{
		{"flows/welcome.yaml", "ask: brew", "brew", "Brew it", "write a-z, 0-9 and _, as `brew_it`"},
		{"flows/welcome.yaml", "none: money", "money", "money", "it is called `money` already"},
		{"flows/extra.yaml", "told == 'filter'", "filter", "espresso", "`espresso` is taken by another option, in line 8 of bot.yaml"},
		{"flows/welcome.yaml", "none: money", "money", "end", "`end` has a meaning of its own"},
		{"flows/welcome.yaml", "budget < 1", "budget", "brew", "brew"},
		{"flows/welcome.yaml", "flow: extra", "extra", "help", "`help` is built in"},
		{"bot.yaml", "address:", "address", "sorry", "`sorry` is built in"},
		{"catalog.yaml", "goes_with:", "goes_with", "with", "cannot be renamed here"},
	} {
		w := config.NewWorkspace(renamedFolder(), steps.Kinds())
		l, _ := w.Load()
		changes, err := w.Rename(l, mentioned(t, l, c.file, c.around, c.name), c.to)
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s to %s: %v (%v), want %q", c.name, c.to, err, changes, c.want)
		}
	}
}

// TestOwnCatalog has a column that names items of its own catalog, which cannot be.
func TestOwnCatalog(t *testing.T) {
	files := renamedFolder()
	files["catalog.yaml"] = &fstest.MapFile{Data: []byte(strings.Replace(renamedCatalog, "of: catalog.cups", "of: catalog.coffee", 1))}
	l, found := config.Load(files, steps.Kinds())
	if l.Set != nil || !slices.ContainsFunc(found, func(d config.Diagnostic) bool { return d.Code == "unknown-source" && d.Line == 4 }) {
		t.Errorf("found %v", found)
	}
}
