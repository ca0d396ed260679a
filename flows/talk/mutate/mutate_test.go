package mutate_test

import (
	"fmt"
	"os"
	"slices"
	"testing"
	"testing/fstest"

	"repartee/config"
	"repartee/flows"
	"repartee/flows/steps"
	"repartee/flows/talk/mutate"
)

func bot() fstest.MapFS {
	files := fstest.MapFS{}
	for name, text := range map[string]string{
		"bot.yaml": `bot: Test
languages: [en]
time_zone: Europe/Berlin
currency: EUR
start: welcome
`,
		"flows/welcome.yaml": `flow: welcome
fields: {guests: {type: integer, min: 1, max: 8}, table: text}
goal: known(table)
steps:
  - ask: guests
    text: How many?
    retry: [A number please., Really.]
    give_up: desk
    check: [{when: guests == 7, text: Not seven.}]
  - branch:
      - {when: guests > 4, do: [{set: {table: "'round'"}}, {tag: [large]}]}
      - {when: guests < 2, do: [{set: {table: "'bar'"}}]}
      - {else: [{set: {table: "'small'"}}]}
  - say: "Yours is the {{ table }} one."
  - end
  - say: I fetch somebody.
    id: desk
`,
		"talks/large.yaml": `talk: a large one
turns:
  - they: /start
  - they: "8"
  - bot: Yours is the round one.
expect: {goal: reached, tags: [large]}
`,
		"talks/small.yaml": `talk: a small one
turns:
  - they: /start
  - they: "7"
  - bot: Not seven.
  - they: "4"
  - bot: Yours is the small one.
  - at: none
`,
	} {
		files[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return files
}

// TestChanges tells of each change of a small bot whether its talks notice it.
func TestChanges(t *testing.T) {
	loaded, found := config.Load(bot(), steps.Kinds())
	if found.HasErrors() {
		_ = found.WriteText(os.Stderr, false)
		t.Fatal("the bot has errors")
	}
	audience := mutate.Watch(loaded.Set, loaded.Talks)
	if audience.Failed() > 0 {
		t.Fatal("a talk fails")
	}
	var changes []mutate.Change
	config.Load(bot(), steps.Kinds(), config.Reworked(func(source *flows.Source) { changes = mutate.Changes(source) }))
	equivalent := mutate.Equivalent(loaded.Set)
	var got []string
	for i, change := range changes {
		changed, _ := config.Load(bot(), steps.Kinds(), config.Reworked(func(source *flows.Source) { mutate.Changes(source)[i].Apply() }))
		what := "impossible"
		if changed.Set != nil {
			what = "overlooked"
			if audience.Notices(changed.Set, change) {
				what = "noticed"
			}
		}
		if equivalent(change) {
			what = "means nothing"
		}
		_, line, _ := loaded.Position(change.Ref)
		got = append(got, fmt.Sprintf("%d %s %s: %s", line, change.Kind, what, change.If))
	}
	want := []string{
		"3 negate overlooked: `known(table)` were the other way round",
		"2 number overlooked: the least were `2`",
		"2 number noticed: the most were `7`",
		"8 redirect impossible: the talk went on with the next step here",
		"9 negate noticed: `guests == 7` were the other way round",
		"9 number noticed: `7` were `8` in `guests == 7`",
		"7 no-retry overlooked: this retry were missing",
		"9 no-check noticed: this check were missing",
		"11 negate noticed: `guests > 4` were the other way round",
		"11 boundary noticed: `>` were `>=` in `guests > 4`",
		"12 negate noticed: `guests < 2` were the other way round",
		"12 boundary overlooked: `<` were `<=` in `guests < 2`",
		"12 swap means nothing: this arm stood before the one above it",
		"11 drop-set noticed: `table` were not set here",
		"11 drop-set noticed: the tag were not given",
		"12 drop-set overlooked: `table` were not set here",
		"13 drop-set noticed: `table` were not set here",
		"15 redirect overlooked: the talk went on with the next step here",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", lines(got), lines(want))
	}
}

func lines(list []string) (text string) {
	for _, line := range list {
		text += "\t" + line + "\n"
	}
	return text
}
