package flows_test

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"repartee/config"
	"repartee/flows"
	"repartee/flows/steps"
	"repartee/flows/talk"
)

const botYAML = "bot: Test\nlanguages: [en]\ntime_zone: Europe/Berlin\ncurrency: EUR\nstart: welcome\n"

// set compiles flows given as the lines below `flow: NAME`.
func set(t testing.TB, bodies map[string]string) *flows.Set {
	t.Helper()
	files := fstest.MapFS{"bot.yaml": {Data: []byte(botYAML)}}
	for name, body := range bodies {
		files["flows/"+name+".yaml"] = &fstest.MapFile{Data: []byte("flow: " + name + "\n" + body)}
	}
	loaded, found := config.Load(files, steps.Kinds())
	if found.HasErrors() {
		_ = found.WriteText(os.Stderr, false)
		t.Fatal("the bot has errors")
	}
	return loaded.Set
}

var noon = time.Date(2026, 3, 2, 12, 0, 0, 0, time.UTC)

// turn runs one turn and takes the state through JSON.
func turn(t testing.TB, s *flows.Set, state flows.State, in flows.Input) flows.Outcome {
	t.Helper()
	in.At = noon
	out, err := flows.NewEngine(s).Turn(state, in, flows.Facts{})
	if err != nil {
		t.Fatal(err)
	}
	data, err := out.State.Encode()
	if err != nil {
		t.Fatal(err)
	}
	if out.State, err = flows.DecodeState(data); err != nil {
		t.Fatal(err)
	}
	return out
}

func says(text string) flows.Input { return flows.Input{What: flows.Message, Text: text} }

func texts(out flows.Outcome) (texts []string) {
	for _, effect := range out.Effects {
		if sent, ok := effect.(flows.Send); ok {
			texts = append(texts, sent.Text)
		}
	}
	return texts
}

// firstButton is the data of the first button of the last message.
func firstButton(t testing.TB, out flows.Outcome) string {
	t.Helper()
	for i := len(out.Effects) - 1; i >= 0; i-- {
		if sent, ok := out.Effects[i].(flows.Send); ok && len(sent.Buttons) > 0 {
			return sent.Buttons[0][0].Data
		}
	}
	t.Fatal("there is no button")
	return ""
}

func TestAfterPress(t *testing.T) {
	for want, effects := range map[string][]flows.Effect{
		"keep":   {flows.AnswerPress{Press: "p"}, flows.Send{Text: "Fine."}},
		"remove": {flows.AnswerPress{Press: "p"}, flows.EditButtons{Message: 7}, flows.Send{Text: "Fine."}},
		"mark": {flows.AnswerPress{Press: "p"}, flows.EditButtons{Message: 7, Buttons: [][]flows.PressButton{
			{{Label: "✓ A"}, {Label: "B"}},
		}}, flows.Send{Text: "Fine."}},
	} {
		t.Run(want, func(t *testing.T) {
			s := set(t, map[string]string{"welcome": "steps:\n  - ask: x\n    text: Which?\n    options: {a: A, b: B}\n    after_press: " + want + "\n  - say: Fine.\n"})
			asked := turn(t, s, flows.State{}, says("/start"))
			out := turn(t, s, asked.State, flows.Input{What: flows.Press, Data: firstButton(t, asked), Press: "p", On: 7})
			for _, effect := range out.Effects {
				if edit, ok := effect.(flows.EditButtons); ok {
					for _, row := range edit.Buttons {
						for i := range row {
							row[i].Data = "" // depends on the serial
						}
					}
				}
			}
			if !reflect.DeepEqual(out.Effects, effects) {
				t.Errorf("got  %v\nwant %v", out.Effects, effects)
			}
		})
	}
}

func TestTooManySteps(t *testing.T) {
	body := "steps:\n" + strings.Repeat("  - tag: [x]\n", 101)
	s := set(t, map[string]string{"welcome": body})
	before := flows.State{}
	_, err := flows.NewEngine(s).Turn(before, says("/start"), flows.Facts{})
	if !errors.Is(err, flows.ErrTooManySteps) {
		t.Fatalf("got %v", err)
	}
	if !reflect.DeepEqual(before, flows.State{}) {
		t.Error("the state has changed")
	}
	apology := flows.NewEngine(s).Apology(before, says("/start"))
	if got := texts(apology); len(got) != 1 || !strings.HasPrefix(got[0], "Sorry") {
		t.Errorf("the apology is %q", got)
	}
	hundred := set(t, map[string]string{"welcome": "steps:\n" + strings.Repeat("  - tag: [x]\n", 99) + "  - say: There.\n"})
	if got := texts(turn(t, hundred, flows.State{}, says("/start"))); len(got) != 1 {
		t.Errorf("100 steps say %q", got)
	}
}

func TestForgedPress(t *testing.T) {
	s := set(t, map[string]string{
		"welcome": "steps:\n  - ask: x\n    text: Which?\n    options: {a: A, b: {label: B, when: \"source == 'friend'\"}}\n  - say: \"{{ x }}\"\n",
		"hidden":  "steps:\n  - say: Hidden.\n",
	})
	asked := turn(t, s, flows.State{}, says("/start"))
	a := firstButton(t, asked)
	b := set(t, map[string]string{"welcome": "steps:\n  - ask: x\n    text: Which?\n    options: {b: B}\n  - say: \"{{ x }}\"\n"})
	for _, data := range []string{
		firstButton(t, turn(t, b, flows.State{}, says("/start"))), // an option that is not on offer
		"0.hidden", "", ".", "zz", "1.", ".1", "-1.5", "1.zzzzzzzzzzzzzz", strings.Repeat("9", 64), "0." + strings.SplitN(a, ".", 2)[1],
	} {
		out := turn(t, s, asked.State, flows.Input{What: flows.Press, Data: data, Press: "p"})
		if flow, step := out.State.Place(); flow != "welcome" || step != "x" {
			t.Errorf("%q leads to %s.%s", data, flow, step)
		}
		if got := texts(out); len(got) != 1 || got[0] != "Which?" {
			t.Errorf("%q says %q", data, got)
		}
		if answer, ok := out.Effects[0].(flows.AnswerPress); !ok || answer.Text == "" {
			t.Errorf("%q is not answered with a notice: %v", data, out.Effects)
		}
	}
}

// TestChangedFlow shows what becomes of a customer whose flow is changed while a question is open.
func TestChangedFlow(t *testing.T) {
	before := set(t, map[string]string{"welcome": "steps:\n  - say: Hello.\n  - ask: size\n    text: Which?\n    options: {a: A}\n  - say: Done.\n"})
	open := turn(t, before, flows.State{}, says("/start"))
	for name, c := range map[string]struct {
		body string
		want []string
	}{
		"same":    {"steps:\n  - say: New.\n  - ask: size\n    text: Which one?\n    options: {a: A}\n  - say: Done now.\n", []string{"Done now."}},
		"renamed": {"steps:\n  - id: extent\n    was: size\n    ask: size\n    text: Which?\n    options: {a: A}\n  - say: Moved.\n", []string{"Moved."}},
		"gone": {"steps:\n  - say: Anew.\n  - ask: other\n    text: Other?\n    options: {b: B}\n",
			[]string{"Sorry, this has been changed meanwhile. Let us go on from here:", "Anew.", "Other?"}},
		"resumed": {"resume_at: there\nsteps:\n  - say: Anew.\n  - id: there\n    say: There.\n",
			[]string{"Sorry, this has been changed meanwhile. Let us go on from here:", "There."}},
	} {
		t.Run(name, func(t *testing.T) {
			after := set(t, map[string]string{"welcome": c.body})
			out := turn(t, after, open.State, flows.Input{What: flows.Press, Data: firstButton(t, open), Press: "p"})
			if got := texts(out); !reflect.DeepEqual(got, c.want) {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestLongMessageIsSplit(t *testing.T) {
	s := set(t, map[string]string{"welcome": "fields: {words: {type: text, max: 9000}}\nsteps:\n  - ask: words\n    text: What?\n  - say: \"**{{ words }}** {{ words }}\"\n"})
	asked := turn(t, s, flows.State{}, says("/start"))
	out := turn(t, s, asked.State, says(strings.Repeat("word 😀 ", 500)))
	var all string
	for _, effect := range out.Effects {
		sent := effect.(flows.Send)
		if n := len(utf16s(sent.Text)); n > flows.MessageLimit {
			t.Errorf("a message has %d units", n)
		}
		for _, e := range sent.Entities {
			if e.Offset < 0 || e.Length <= 0 || e.Offset+e.Length > len(utf16s(sent.Text)) {
				t.Errorf("an entity is outside of its message: %+v", e)
			}
		}
		all += sent.Text + " "
	}
	if got := strings.Count(all, "😀"); got != 1000 {
		t.Errorf("%d of 1000 smileys are left", got)
	}
}

func utf16s(s string) (units []uint16) {
	for _, r := range s {
		units = append(units, uint16(r))
		if r > 0xFFFF {
			units = append(units, 0)
		}
	}
	return units
}

// FuzzTurn gives a talk any inputs: no turn may fail, no state may be lost in JSON, and nothing may be said that Telegram refuses.
func FuzzTurn(f *testing.F) {
	f.Add([]byte("start"), "hello")
	f.Add([]byte{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10}, "12,50")
	f.Add([]byte{3, 3, 3, 9, 9, 1, 1, 7, 7}, "**x** {{ y }}")
	f.Add([]byte{8, 17, 26, 3, 44, 53, 62, 11, 10, 19, 31, 3, 7, 7}, "yes")
	bots, err := filepath.Glob("testdata/*/bot.yaml")
	if err != nil {
		f.Fatal(err)
	}
	var sets []*flows.Set
	for _, bot := range bots {
		loaded, found, err := config.LoadDir(filepath.Dir(bot), steps.Kinds())
		if err != nil || found.HasErrors() {
			f.Fatal(bot, err)
		}
		sets = append(sets, loaded.Set)
	}
	f.Fuzz(func(t *testing.T, moves []byte, words string) {
		words = strings.ToValidUTF8(words, "?") // what comes as JSON is UTF-8
		if len(moves) > 60 {
			moves = moves[:60]
		}
		for _, s := range sets {
			c := talk.NewConversation(s, flows.Person{FirstName: words}, noon)
			if len(moves)%2 == 0 {
				c.AskModel()
			}
			c.Answer(func(job flows.Job) (flows.Input, bool, error) {
				n := len(job.ID) + len(c.Events)
				return []flows.Input{{Result: []byte(words)}, {Failed: "no"}, {Result: []byte(`{"choice":"faq:shipping","arrives":"2026-03-04"}`)}, {}}[n%4], n%4 != 3, nil
			})
			for i, move := range moves {
				said, err := wander(c, s, int(move), i, words)
				if err != nil {
					t.Fatalf("move %d: %v", i, err)
				}
				if slices.ContainsFunc(c.Events, func(e flows.Event) bool { return e.Name == flows.Lost }) {
					t.Fatalf("move %d: the place was lost though nothing was changed", i)
				}
				for _, message := range said {
					if message.Edited {
						continue
					}
					if message.Text == "" && message.Media == nil && message.Location == nil || len(utf16s(message.Text)) > flows.MessageLimit {
						t.Fatalf("a message of %d units", len(utf16s(message.Text)))
					}
				}
			}
		}
	})
}

func wander(c *talk.Conversation, s *flows.Set, move, i int, words string) ([]talk.Said, error) {
	commands := []string{"/start", "/help", "/back", "/menu", "/cancel", "/restart", "/language", "/privacy", "/mydata", "/forget", "/stop", "why", "yes", "no"}
	switch move % 12 {
	case 8:
		return c.Show([]flows.Medium{flows.Photo, flows.Voice, flows.File, flows.Other}[i%4], words)
	case 9:
		return c.Be(flows.Spot{Latitude: float64(move), Longitude: float64(i)})
	case 10:
		return c.Happen([]string{"new_sizes", "referred", "order_delivered", words}[i%4])
	case 11:
		return c.Pass(flows.Duration{Span: time.Duration(move) * time.Minute})
	case 0:
		return c.Say(commands[i%len(commands)])
	case 1:
		return c.Say(words)
	case 2:
		return c.Say(fmt.Sprint(move))
	case 3:
		return c.Pass(flows.Duration{Span: 21 * time.Hour})
	case 4:
		return c.Share(words)
	case 5:
		return c.Show(flows.Photo, "a photo")
	case 6:
		return c.Say("/" + string(s.Flows[move%len(s.Flows)].ID))
	}
	return c.TapAny(move)
}

// TestRenamed shows that answers and buttons from before a rename keep their meaning.
func TestRenamed(t *testing.T) {
	before := set(t, map[string]string{"welcome": "fields: {size: {type: one_of, options: {l: Large}}, extras: {type: many_of, options: {m: Milk}}}\nsteps:\n" +
		"  - ask: size\n    text: Size?\n  - ask: extras\n    text: Extras?\n  - menu: Sure?\n    options: {aye: Aye}\n"})
	out := turn(t, before, flows.State{}, says("/start"))
	out = turn(t, before, out.State, says("large"))
	out = turn(t, before, out.State, says("milk"))
	after := set(t, map[string]string{"welcome": "fields: {extent: {type: one_of, was: size, options: {large: {label: Large, was: l}}}, extras: {type: many_of, options: {milk: {label: Milk, was: m}}}}\nsteps:\n" +
		"  - id: yes_sure\n    was: aye\n    menu: \"{{ extent == 'large' and 'milk' in extras }}\"\n    options: {yes: {label: Yes, was: aye}}\n  - say: \"{{ extent }} {{ extras }}\"\n"})
	out = turn(t, after, out.State, flows.Input{What: flows.Press, Data: firstButton(t, out), Press: "p"})
	if got := texts(out); len(got) != 1 || got[0] != "Large Milk" {
		t.Errorf("got %q", got)
	}
}

// TestBackButton shows that [Back] is there only where it leads somewhere.
func TestBackButton(t *testing.T) {
	s := set(t, map[string]string{"welcome": "fields: {a: integer, b: integer}\ndefaults: {buttons: [back]}\nsteps:\n  - ask: a\n    text: A?\n  - ask: b\n    text: B?\n"})
	out := turn(t, s, flows.State{}, says("/start"))
	if sent := out.Effects[0].(flows.Send); len(sent.Buttons) != 0 {
		t.Errorf("the first question has %v", sent.Buttons)
	}
	out = turn(t, s, out.State, says("1"))
	if sent := out.Effects[0].(flows.Send); len(sent.Buttons) != 1 || sent.Buttons[0][0].Label != "Back" {
		t.Errorf("the second question has %v", sent.Buttons)
	}
}
