package bench_test

import (
	"strconv"
	"testing"
	"time"

	"repartee/bench"
	"repartee/config"
	"repartee/flows"
	"repartee/flows/steps"
)

// heard is one turn of the talk: an input, and the state that it finds.
type heard struct {
	what  string
	state flows.State
	input flows.Input
}

// sixTurns goes through the talk that BenchmarkUpdate has with the whole bot, with inputs as the runtime makes them, and gives its turns.
func sixTurns(tb testing.TB) (*flows.Engine, []heard) {
	tb.Helper()
	loaded, found := config.Load(bench.Files(), steps.Kinds())
	if found.HasErrors() {
		tb.Fatal(found)
	}
	engine := flows.NewEngine(loaded.Set)
	var talk []heard
	var state flows.State
	var buttons [][]flows.PressButton
	for i, said := range []struct{ words, press string }{{words: "/start"}, {words: "Customer 7"}, {press: "Middle"}, {words: "some"}, {words: "8"}, {press: bench.Yes}} {
		in := received(i)
		if said.press != "" {
			in.What, in.Press, in.On, in.Data = flows.Press, "4382bfdwdsb323b2d9", 100+i, dataOf(tb, buttons, said.press)
		} else {
			in.What, in.Message, in.Text = flows.Message, 100+i, said.words
		}
		talk = append(talk, heard{what: said.words + said.press, state: state, input: in})
		outcome, err := engine.Turn(state, in, flows.Facts{})
		if err != nil {
			tb.Fatal(err)
		}
		state = outcome.State
		for _, effect := range outcome.Effects {
			if sent, ok := effect.(flows.Send); ok {
				buttons = sent.Buttons
			}
		}
	}
	if flow, step := state.Place(); flow != "" {
		tb.Fatalf("the talk has come to %s of %s, not to its end", step, flow)
	}
	return engine, talk
}

// received is what the runtime tells of any update.
func received(i int) flows.Input {
	return flows.Input{
		ID: "u" + strconv.Itoa(1000+i), At: time.Date(2026, 3, 2, 9, i, 0, 0, time.UTC), Seed: [16]byte{1, byte(i)},
		From: flows.Person{FirstName: "Ann", Language: "en"}, Me: "k7x2m4qp",
	}
}

func dataOf(tb testing.TB, buttons [][]flows.PressButton, label string) string {
	tb.Helper()
	for _, row := range buttons {
		for _, button := range row {
			if button.Label == label {
				return button.Data
			}
		}
	}
	tb.Fatalf("there is no button %q", label)
	return ""
}
