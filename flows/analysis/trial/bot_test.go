package trial

import (
	"fmt"
	"strings"
	"testing/fstest"
)

// bot is a bot under the dice.
type bot struct {
	*dice
	customers []field
	flows     []string
	items     bool
	fresh     int // numbers that were given out
}

// field is a field with what it can be.
type field struct{ name, kind string }

// The kinds of field, with how they are written.
func (f field) written() string {
	switch f.kind {
	case "number":
		return "{type: integer, min: 1, max: 4}"
	case "some":
		return "{type: many_of, options: {a: Ash, b: Birch}}"
	case "one":
		return "{type: one_of, options: {a: Ash, b: Birch, c: Cedar}}"
	case "money":
		return "{type: money, min: 1, max: 3}"
	case "text":
		return "{type: text, max: 20}"
	case "count":
		return "integer"
	}
	return "yes_no"
}

// drawn is the folder of a bot.
func drawn(d *dice) map[string]string {
	b := &bot{dice: d}
	for i := range 1 + d.n(3) {
		b.flows = append(b.flows, fmt.Sprintf("f%d", i+1))
	}
	b.items = d.one(2)
	files := map[string]string{"bot.yaml": b.head()}
	if b.items {
		files["catalog.yaml"] = b.catalog()
	}
	for i := range b.flows {
		files["flows/"+b.flows[i]+".yaml"] = b.flow(i)
	}
	return files
}

func folder(files map[string]string) fstest.MapFS {
	all := fstest.MapFS{}
	for name, text := range files {
		all[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return all
}

// head are the keys that each bot.yaml has.
const head = "bot: Trial\nlanguages: [en]\ntime_zone: Europe/Berlin\ncurrency: EUR\nstart: f1\n"

func (b *bot) head() string {
	text := head
	for i := range b.n(3) {
		b.customers = append(b.customers, field{fmt.Sprintf("c%d", i+1), b.of("yes", "one", "number", "one", "number", "some")})
	}
	if len(b.customers) == 0 {
		return text
	}
	text += "fields:\n"
	for _, f := range b.customers {
		written := f.written()
		if strings.HasPrefix(written, "{") && b.one(3) {
			written = strings.TrimSuffix(written, "}") + ", fresh_for: 30d}"
		}
		text += "  " + f.name + ": " + written + "\n"
	}
	return text
}

// catalog has three items, each of which has a name that stands nowhere else.
func (b *bot) catalog() string {
	text := "goods:\n  columns: {kind: {type: one_of, options: {a: Ash, b: Birch, c: Cedar}}}\n  items:\n"
	for _, name := range itemNames() {
		text += fmt.Sprintf("    - {id: %s, name: %s, price: %d, kind: %s}\n", strings.ToLower(name), name, 1+b.n(4), b.of("a", "b", "c"))
	}
	return text
}

func (b *bot) flow(at int) string {
	f := &flow{bot: b, id: b.flows[at], at: at}
	for i := range 1 + b.n(3) {
		f.own = append(f.own, field{fmt.Sprintf("%s_%d", f.id, i+1), b.of("yes", "number", "one", "number", "some", "money", "text", "count")})
	}
	if b.one(3) {
		f.list = f.id + "_list"
	}
	list := f.list
	steps := f.steps(3+b.n(5), 0)
	steps = f.aimed(steps)

	text := "flow: " + f.id + "\n"
	if at == 0 || !b.one(3) {
		text += "start: {command: " + f.id + "}\n"
	}
	if b.one(3) {
		text += "kind: interactive_advice\n"
	}
	if goal := f.goal(); goal != "" {
		text += "goal: " + goal + "\n"
	}
	text += "fields:\n"
	for _, own := range f.own {
		text += "  " + own.name + ": " + own.written() + "\n"
	}
	if list != "" {
		text += "  " + list + ": {type: list, of: {" + list + "_in: {type: integer, min: 1, max: 2}}}\n"
	}
	text += "steps:\n"
	for _, step := range steps {
		text += "  - " + step + "\n"
	}
	return text
}

func itemNames() []string { return []string{"Lark", "Robin", "Swift"} }
