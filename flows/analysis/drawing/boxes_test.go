package drawing_test

import (
	"slices"
	"strings"
	"testing"

	"repartee/flows/analysis/drawing"
)

// TestShapes: what a step looks like tells what it does.
func TestShapes(t *testing.T) {
	flow := `flow: welcome
steps:
  - {recommend: best, from: catalog.tea, limit: 1, text: "{{ item.name }}"}
  - {recommend: chosen, from: catalog.tea, text: "{{ item.name }}"}
  - cart: {add: chosen}
  - {cart: review, empty: end}
  - {show: seen, from: catalog.tea}
  - wait: 2d
  - split: trial
    arms: {one: {weight: 50, do: [{say: Hello}]}, other: {weight: 50}}
  - flow: help
  - goal: done
  - {end: "", when: known(best)}
  - end
`
	set := load(t, map[string]string{"bot.yaml": bot, "flows/welcome.yaml": flow, "catalog.yaml": "tea: {items: [{id: assam, name: Assam, price: 4, digital: yes}, {id: mint, name: Mint, price: 3, digital: yes}]}"})
	var shapes []string
	for _, box := range drawing.OfFlow(set, set.Flow("welcome"), nil).Boxes {
		shapes = append(shapes, strings.TrimSpace(box.Kind+" "+box.Shape.String()))
	}
	want := []string{"start", "recommend action", "recommend question", "cart action", "cart question", "show question", "wait pause", "split fork", "say saying", "flow other", "goal action", "end fork", "end end", "end end", "end end"}
	if !slices.Equal(shapes, want) {
		t.Errorf("got  %q\nwant %q", shapes, want)
	}
}

// TestWhatABoxSays: a stranger learns from a box and its lines what the step does, also where it says nothing, and what becomes of those it is not for.
func TestWhatABoxSays(t *testing.T) {
	flow := `flow: welcome
start: {command: hello, words: [hello, hi, good day], link: card}
fields: {guests: {type: list, of: {name: text}}}
steps:
  - say:
      - {when: visits > 1, text: "**Again**, {{ contact.first_name ?? 'my friend' }}?"}
      - {when: known(source), text: Come in.}
      - else: Welcome.
  - {say: [One., Two.], when: visits > 2}
  - {repeat: guests, times: visits, do: [{ask: name, text: Name?}]}
  - {recommend: chosen, from: catalog.tea, text: "{{ item.name }}: {{ item.price * 3 + money(100) }}", skip: Nothing}
  - {cart: review, empty: end}
  - {pay: bought, by: [stars]}
  - {end: "", when: known(bought)}
  - say: Until soon!
`
	set := load(t, map[string]string{"bot.yaml": bot + "payments: {stars: {}}\n", "flows/welcome.yaml": flow, "catalog.yaml": "tea: {items: [{id: assam, name: Assam, price: 4 XTR, digital: yes}]}"})
	picture := drawing.OfFlow(set, set.Flow("welcome"), nil)
	said := map[string]string{}
	for _, box := range picture.Boxes {
		said[box.ID] = strings.Trim(box.Text+" | "+box.More, " |")
	}
	for id, want := range map[string]string{
		"start":    "/hello, “hello” and 2 more, link card",
		"p_0":      "Again, ‹contact.first_name›? | or 2 other texts",
		"p_1":      "One. | and 1 more text",
		"n_guests": "as often as visits",
		"n_chosen": "‹item.name›: ‹item.price\u00a0*\u00a03\u00a0+\u00a0mo…›",
		"n_review": "review the cart",
		"n_bought": "stars",
	} {
		if said[id] != want {
			t.Errorf("%s says %q, not %q", id, said[id], want)
		}
	}
	lines := map[string]string{}
	for _, line := range picture.Lines {
		lines[picture.Boxes[line.From].ID+" "+line.Style.String()+" "+picture.Boxes[line.To].ID] = line.Labels[0].Text
	}
	for line, want := range map[string]string{
		"p_1 past n_guests":      "if not",
		"n_guests way n_name":    "for each",
		"n_guests way n_chosen":  "done",
		"n_chosen past n_review": "Nothing",
		"p_6 past p_7":           "if not",
		"p_6 way xp_6_TO_end":    "",
	} {
		if label, ok := lines[line]; !ok || label != want {
			t.Errorf("the line %s says %q (%v), not %q", line, label, ok, want)
		}
	}
}
