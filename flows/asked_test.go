package flows_test

import (
	"slices"
	"testing"

	"repartee/flows"
)

// TestAskedHasButtons shows that only askings are kept whose buttons can be pressed later, and that a question which gets buttons later is kept from then on.
func TestAskedHasButtons(t *testing.T) {
	c := talkTo(t, bot(t, map[string]string{"flows/welcome.yaml": `
flow: welcome
fields: {name: text, mail: email}
steps:
  - {ask: name, text: Who are you?}
  - {ask: mail, text: Where can you be reached?}
  - menu: Sure?
    options: {fine: Yes, "no": "No"}
`}))
	steps := func() (steps []string) {
		for _, asked := range c.state.Session.Asked {
			steps = append(steps, asked.Step)
		}
		return steps
	}
	for _, turn := range []struct {
		words string
		asked []string
	}{{"/start", nil}, {"Ann", nil}, {"ann@gmial.com", []string{"mail"}}, {"ann@example.com", []string{"mail", "fine_no"}}} {
		if c.says(turn.words); !slices.Equal(steps(), turn.asked) {
			t.Errorf("after %q it is kept that these were asked: %q, not %q", turn.words, steps(), turn.asked)
		}
	}
}

// TestAskedBefore reads askings as they were written until format 1.
func TestAskedBefore(t *testing.T) {
	state, err := flows.DecodeState([]byte(`{"f":1,"c":{},"s":{"asked":[{"n":3,"flow":"welcome","step":"home","chosen":"3.x"},[4,"welcome"]]}}`))
	if err != nil {
		t.Fatal(err)
	}
	if want := []flows.Asked{{Serial: 3, Flow: "welcome", Step: "home", Chosen: "3.x"}, {Serial: 4, Flow: "welcome"}}; !slices.Equal(state.Session.Asked, want) {
		t.Errorf("read are %+v", state.Session.Asked)
	}
}
