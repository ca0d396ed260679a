package bench_test

import (
	"encoding/json"
	"testing"
	"time"

	"repartee/bench"
	"repartee/config"
	"repartee/flows"
	"repartee/flows/steps"
)

// BenchmarkTurn is the engine alone: the turn that takes the number, works out the advice and asks for the word to it; and what its state costs to write and to
// read, beside what encoding/json takes for a plain struct with as much in it.
func BenchmarkTurn(b *testing.B) {
	engine, state, in := atTheNumber(b)
	outcome, err := engine.Turn(state, in, flows.Facts{})
	if err != nil {
		b.Fatal(err)
	}
	encoded, err := outcome.State.Encode()
	if err != nil {
		b.Fatal(err)
	}
	var plain any
	if err := json.Unmarshal(encoded, &plain); err != nil {
		b.Fatal(err)
	}
	b.Run("turn", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if _, err := engine.Turn(state, in, flows.Facts{}); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("encode", func(b *testing.B) {
		b.ReportAllocs()
		b.ReportMetric(float64(len(encoded)), "bytes")
		for b.Loop() {
			if _, err := outcome.State.Encode(); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("decode", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if _, err := flows.DecodeState(encoded); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("json.Marshal", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if _, err := json.Marshal(plain); err != nil {
				b.Fatal(err)
			}
		}
	})
}

// atTheNumber goes through the talk up to the question for the number.
func atTheNumber(b *testing.B) (*flows.Engine, flows.State, flows.Input) {
	b.Helper()
	loaded, found := config.Load(bench.Files(), steps.Kinds())
	if found.HasErrors() {
		b.Fatal(found)
	}
	engine := flows.NewEngine(loaded.Set)
	input := func(text string) flows.Input {
		return flows.Input{ID: text, At: time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC), What: flows.Message, Text: text, From: flows.Person{FirstName: "Ann", Language: "en"}}
	}
	var state flows.State
	for _, text := range []string{"/start", "Customer 7", "Middle", "some"} {
		outcome, err := engine.Turn(state, input(text), flows.Facts{})
		if err != nil {
			b.Fatal(err)
		}
		state = outcome.State
	}
	return engine, state, input("8")
}
