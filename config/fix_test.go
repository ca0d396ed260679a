package config_test

import (
	"testing"
	"testing/fstest"

	"repartee/config"
	"repartee/flows/steps"
)

// TestFixOfWord shows that a word is only written in place of the one that was misspelt: where a finding is about more, as the name of a cell or a whole call, what
// was meant is a part of that, and nothing is offered.
func TestFixOfWord(t *testing.T) {
	bot := "bot: Small\nlanguages: [en]\ntime_zone: Europe/Berlin\ncurrency: EUR\nstart: part\n"
	catalog := func(brews string) string {
		return "bags:\n  columns:\n    brews: {type: many_of, options: [espresso, filter]}\n  items:\n    - {id: roma, name: Roma, price: 9, brews: " + brews + "}\n"
	}
	flow := func(step string) string {
		return "flow: part\nstart: {command: part}\nsteps:\n  - " + step + "\n  - say: Hello.\n"
	}
	for name, c := range map[string]struct{ catalog, step, want string }{
		"a flow":          {catalog("[filter]"), "jump: prt", "Write `part`"},
		"a cell":          {catalog("[espresso, filtr]"), "say: Hi.", ""},
		"a dotted name":   {catalog("[filter]"), "{show: bag, from: catalog.bags, where: item.prise < 5, text: Here.}", ""},
		"a call":          {catalog("[filter]"), "{say: Hi., when: kount(orders) > 1}", ""},
		"a name by a dot": {catalog("[filter]"), "{say: \"{{ contact.first_nam }}\"}", ""},
	} {
		loaded, found := config.Load(fstest.MapFS{
			"bot.yaml": {Data: []byte(bot)}, "catalog.yaml": {Data: []byte(c.catalog)}, "flows/part.yaml": {Data: []byte(flow(c.step))},
		}, steps.Kinds())
		if !found.HasErrors() {
			t.Errorf("%s: nothing is wrong", name)
		}
		got := ""
		for _, d := range found {
			for _, fix := range loaded.Fixes(d) {
				got += fix.Title
			}
		}
		if got != c.want {
			t.Errorf("%s: %q is offered for %v, want %q", name, got, found, c.want)
		}
	}
}
