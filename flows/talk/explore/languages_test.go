package explore_test

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"repartee/config"
	"repartee/flows/talk"
	"repartee/flows/talk/explore"
)

// inTwo reads a bot of one flow in two languages, and perhaps a talk.
func inTwo(t *testing.T, flow, german, faq string, written []byte) *config.Loaded {
	t.Helper()
	files := fstest.MapFS{
		"bot.yaml":           {Data: []byte(strings.Replace(botYAML, "[en]", "[en, de]", 1))},
		"flows/welcome.yaml": {Data: []byte("flow: welcome\n" + flow)},
	}
	for name, text := range map[string]string{"texts/de.yaml": german, "faq.yaml": faq, "talks/found.yaml": string(written)} {
		if text != "" {
			files[name] = &fstest.MapFile{Data: []byte(text)}
		}
	}
	loaded, found := config.Load(files, kinds())
	if found.HasErrors() {
		_ = found.WriteText(os.Stderr, false)
		t.Fatal("the bot has errors")
	}
	return loaded
}

const drinksYAML = `start: {words: [drinks]}
steps:
  - menu: What would you like?
    options: {tea: {label: Tea, synonyms: [chai]}, coffee: {label: Coffee, do: [{tag: [awake]}]}}
    id: drink
  - say: Fine.
`

func TestOtherLanguages(t *testing.T) {
	for name, c := range map[string]struct {
		flow, german, faq string
		want              []string // kind at step in language
	}{
		"nothing": {flow: drinksYAML, german: `- {at: welcome.drink.tea, en: Tea, de: Tee}
- {at: welcome.drink.coffee, en: Coffee, de: Kaffee}
`},
		"two alike": {flow: drinksYAML, german: `- {at: welcome.drink.tea, en: Tea, de: Heiß}
- {at: welcome.drink.coffee, en: Coffee, de: Heiß}
`, want: []string{"same label at welcome.drink in de"}},
		"a label that is cut off": {flow: drinksYAML, german: `- {at: welcome.drink.tea, en: Tea, de: "Tee für {{ contact.first_name }} für {{ contact.first_name }} für {{ contact.first_name }} für {{ contact.first_name }} für {{ contact.first_name }} für {{ contact.first_name }} für {{ contact.first_name }} für {{ contact.first_name }}"}
`, want: []string{"cut off at welcome.drink in de", "misunderstood at welcome.drink in de"}},
		"a synonym that is another's label": {flow: drinksYAML, german: `- {at: welcome.drink.tea, en: Tea, de: Tee}
- {at: welcome.drink.coffee, en: Coffee, de: Kaffee}
- {at: welcome.drink.coffee, de: [tee]}
`, want: []string{"misunderstood at welcome.drink in de"}},
		"a question of the FAQ that starts a flow": {flow: drinksYAML, german: `- {at: welcome.words, de: [Getränke]}
- {at: faq.list.ask, de: [Getränke]}
`, faq: "- {id: list, ask: [What is on the list?], answer: A lot.}\n", want: []string{"misunderstood at faq.list. in de"}},
		"a step that fails": {flow: `steps:
  - menu: Coffee?
    options: {sure: Sure, no_thanks: {label: No thanks, when: language == 'de', do: [{burst: now}]}}
    id: offer
  - say: Fine.
`, want: []string{"crash at welcome.offer in de"}},
		"words that lead elsewhere": {flow: drinksYAML, german: "- {at: welcome.words, de: [Hilfe]}\n", want: []string{"misunderstood at welcome. in de", "other language at . in de"}},
	} {
		t.Run(name, func(t *testing.T) {
			loaded := inTwo(t, c.flow, c.german, c.faq, nil)
			report := explore.Explore(loaded.Set, explore.Bounds{})
			var got []string
			for _, f := range report.Findings {
				got = append(got, fmt.Sprintf("%s at %s.%s in %s", f.Kind, f.Flow, f.Step, f.Language))
				played(t, inTwo(t, c.flow, c.german, c.faq, f.Talk), f)
			}
			slices.Sort(got)
			if !slices.Equal(got, c.want) {
				t.Errorf("found %q, want %q", got, c.want)
				for _, f := range report.Findings {
					t.Logf("%s\n%s", f.Message, f.Talk)
				}
			}
			if len(report.Others) != 1 || report.Others[0].Language != "de" || report.Others[0].Turns == 0 {
				t.Errorf("of the other languages it tells %+v", report.Others)
			}
		})
	}
}

// played plays the talk of a finding in its language.
func played(t *testing.T, loaded *config.Loaded, f explore.Finding) {
	t.Helper()
	defer func() {
		if r := recover(); (r != nil) != (f.Kind == explore.Crash) {
			t.Errorf("the talk of a %s ends with %v:\n%s", f.Kind, r, f.Talk)
		}
	}()
	if one := &loaded.Talks[0]; !slices.Equal(one.Languages, []string{"de"}) {
		t.Errorf("the talk is played in %q:\n%s", one.Languages, f.Talk)
	} else if result := talk.Play(loaded.Set, one, "de"); !result.Passed() {
		t.Errorf("%s: %v\n%s", f.Kind, result.Failures, f.Talk)
	}
}
