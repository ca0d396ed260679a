package bench_test

import (
	"encoding/json"
	"testing"
	"time"

	"repartee/flows"
)

// BenchmarkTurn is the engine alone, and what its state costs to write and to read: the mean of the six turns of the talk. Each says how many times longer it takes
// than encoding/json takes to write the same states, which is measured right after it.
func BenchmarkTurn(b *testing.B) {
	engine, talk := sixTurns(b)
	states, encoded := make([]flows.State, len(talk)), make([][]byte, len(talk))
	bytes := 0
	for i := range talk {
		outcome, err := engine.Turn(talk[i].state, talk[i].input, flows.Facts{})
		if err != nil {
			b.Fatal(err)
		}
		states[i] = outcome.State
		if encoded[i], err = outcome.State.Encode(); err != nil {
			b.Fatal(err)
		}
		bytes += len(encoded[i])
	}
	for _, part := range []struct {
		name string
		do   func(turn int) error
	}{
		{"turn", func(i int) error { _, err := engine.Turn(talk[i].state, talk[i].input, flows.Facts{}); return err }},
		{"encode", func(i int) error { _, err := states[i].Encode(); return err }},
		{"decode", func(i int) error { _, err := flows.DecodeState(encoded[i]); return err }},
	} {
		b.Run(part.name, func(b *testing.B) {
			b.ReportAllocs()
			turn := 0
			for b.Loop() {
				if err := part.do(turn); err != nil {
					b.Fatal(err)
				}
				turn = (turn + 1) % len(talk)
			}
			b.ReportMetric(float64(b.Elapsed())/float64(marshal(b, states, b.N)), "x-json.Marshal")
		})
	}
	b.Logf("a state has %d bytes on average", bytes/len(talk))
}

// marshal is how long encoding/json takes to write n states.
func marshal(b *testing.B, states []flows.State, n int) time.Duration {
	b.Helper()
	began := time.Now()
	for i := range n {
		if _, err := json.Marshal(states[i%len(states)]); err != nil {
			b.Fatal(err)
		}
	}
	return time.Since(began)
}
