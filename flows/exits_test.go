package flows_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"repartee/flows"
)

// TestExits holds the outcomes of each kind of step against what a turn does with it.
func TestExits(t *testing.T) {
	s := bot(t, map[string]string{
		"bot.yaml":         "fields: {brew: {type: one_of, options: {espresso: Espresso, filter: Filter}}, age: integer}\ndefaults: {give_up: other}\ncalls:\n  parcel: {get: \"https://api.example.com/\", gives: {place: text}}\n",
		"catalog.yaml":     "gear:\n  items:\n    - {id: cup, name: Cup}\n",
		"flows/other.yaml": "flow: other\nsteps:\n  - say: Hello.\n",
		"flows/welcome.yaml": `flow: welcome
fields: {place: text}
steps:
  - {ask: brew, text: Which?}
  - ask: age
    text: How old?
    skip: No matter
    give_up: next
    silence: {after: 2h, then: end}
  - menu: And now?
    options: {a: {label: A, go: brew}, b: {label: B, flow: other}, c: C, d: {label: D, jump: other}, e: {label: E, do: [say: Fine.]}}
  - branch:
      - when: age < 18
        do: [say: Young.]
  - branch:
      - when: age < 18
        do: [end]
      - else: [say: Old.]
  - {recommend: thing, from: catalog.gear, text: "{{ item.name }}", none: end}
  - {cart: {add: thing}}
  - {cart: review}
  - {call: parcel, take: {place: place}}
  - wait: 2d
  - {flow: other, when: age > 3}
  - id: last
    jump: other
`,
	})
	want := []string{
		"ask brew: give_up>other+back>ask brew, next>ask age",
		"ask age: give_up>menu a_b_c_d_e, silence>end, skip>menu a_b_c_d_e, next>menu a_b_c_d_e",
		"menu a_b_c_d_e: give_up>other+back>menu a_b_c_d_e, a>ask brew, b>other+back>menu a_b_c_d_e, c>branch, d>other, e>say",
		"say: next>branch",
		"branch: age < 18>say, else>branch",
		"say: next>branch",
		"branch: age < 18>end, else>say",
		"end: end>end",
		"say: next>recommend thing",
		"recommend thing: give_up>other+back>recommend thing, none>end, next>cart cart_add_thing",
		"cart cart_add_thing: give_up>other+back>cart cart_add_thing, none>cart review, next>cart review",
		"cart review: give_up>other+back>cart review, empty>end, next>call parcel",
		"call parcel: error>wait wait, next>wait wait",
		"wait wait: cancelled>flow other, next>flow other",
		"flow other: other>other+back>jump last, not age > 3>jump last",
		"jump last: other>other",
	}
	var got []string
	for _, step := range s.Flow("welcome").AllSteps() {
		got = append(got, told(s, step))
	}
	for i := range max(len(want), len(got)) {
		if i >= len(want) || i >= len(got) || want[i] != got[i] {
			t.Errorf("want %q\n got %q", at(want, i), at(got, i))
		}
	}
}

func at(lines []string, i int) string {
	if i < len(lines) {
		return lines[i]
	}
	return ""
}

func told(s *flows.Set, step *flows.Step) string {
	var exits []string
	for _, x := range s.Exits(step) {
		line := x.Name + ">"
		if x.Into != nil {
			line += string(x.Into.ID)
		}
		if x.Returns {
			line += "+back>"
		}
		if x.Into == nil || x.Returns {
			line += stepTold(x.To)
		}
		exits = append(exits, line)
	}
	return stepTold(step) + ": " + strings.Join(exits, ", ")
}

func stepTold(step *flows.Step) string {
	switch {
	case step == nil:
		return "end"
	case step.Name() == "":
		return step.Kind
	}
	return step.Kind + " " + step.Name()
}

// TestUses finds each place where a name matters, with what it is for.
func TestUses(t *testing.T) {
	s := bot(t, map[string]string{
		"bot.yaml":         "fields: {age: integer, name: text}\n",
		"catalog.yaml":     "gear:\n  items:\n    - {id: cup, name: Cup, price: 3}\n",
		"flows/other.yaml": "flow: other\nfields: {years: {type: integer, max: age}}\nsteps:\n  - {ask: years, text: Years?}\n",
		"flows/welcome.yaml": `flow: welcome
fields: {half: integer}
goal: half > 3
steps:
  - {ask: age, text: "How old, {{ name ?? 'friend' }}?", when: not known(name)}
  - say: [{when: age > 3, text: "So {{ age ?? 0 }}."}, {else: Young.}]
  - set: {half: age * 2}
  - {flow: other, with: {years: half}}
  - {recommend: thing, from: catalog.gear, where: item.price < age, text: "{{ item.name }}", rank: [{score: half, because: good}]}
`,
	})
	var got []string
	note := func(uses []flows.Use) {
		for _, use := range uses {
			got = append(got, fmt.Sprintf("%s %d %s", use.Name, use.Role, use.Into))
		}
	}
	note(s.HeadUses(s.Flow("welcome")))
	for _, flow := range []string{"welcome", "other"} {
		for _, step := range s.Flow(flow).AllSteps() {
			note(s.Uses(step))
		}
	}
	want := []string{
		fmt.Sprintf("half %d ", flows.RoleGoal),
		fmt.Sprintf("name %d ", flows.RoleDecision), fmt.Sprintf("name %d ", flows.RoleText),
		fmt.Sprintf("age %d ", flows.RoleWording), fmt.Sprintf("age %d ", flows.RoleText),
		fmt.Sprintf("age %d half", flows.RoleValue),
		fmt.Sprintf("half %d years", flows.RoleValue),
		fmt.Sprintf("item %d ", flows.RoleChoice), fmt.Sprintf("age %d ", flows.RoleChoice),
		fmt.Sprintf("half %d ", flows.RoleChoice), fmt.Sprintf("item %d ", flows.RoleText),
		fmt.Sprintf("age %d ", flows.RoleBound),
	}
	slices.Sort(got)
	slices.Sort(want)
	if !slices.Equal(got, want) {
		t.Errorf("got %q\nwant %q", got, want)
	}
}
