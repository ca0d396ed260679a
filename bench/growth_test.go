package bench_test

import (
	"fmt"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"repartee/bench"
	"repartee/config"
	"repartee/flows"
	"repartee/flows/steps"
	"repartee/flows/value"
)

// BenchmarkGrowth is how the cost of a turn, with its state written, and of loading the bot, grow with what there is: ten times as much each
// time, beside the smallest, in CPU time. How it grows with contacts is BenchmarkContacts.
func BenchmarkGrowth(b *testing.B) {
	for _, of := range []struct {
		what string
		grow func(g *grown, n int)
		most int
	}{{"flows", addFlows, 1000}, {"fields", addFields, 10_000}, {"faq", addFAQ, 10_000}, {"answers", addAnswers, 1000}} {
		b.Run(of.what, func(b *testing.B) {
			var sizes []contender
			for n := 10; n <= of.most; n *= 10 {
				g := &grown{files: bench.Files(), state: flows.State{Format: 1}}
				of.grow(g, n)
				g.engine = flows.NewEngine(g.load(b))
				g.talk(b)
				sizes = append(sizes, contender{strconv.Itoa(n), func() []reading { return g.run(b) }})
			}
			slices.Reverse(sizes[1:]) // the largest is the main one
			for range b.N {
				compare(b, sizes[0], sizes[1:]...)
			}
		})
	}
}

// grown is a bot that has much of something, and a customer of it.
type grown struct {
	files  fstest.MapFS
	engine *flows.Engine
	state  flows.State // before the talk
}

func (g *grown) load(b *testing.B) *flows.Set {
	b.Helper()
	loaded, found := config.Load(g.files, steps.Kinds())
	if found.HasErrors() {
		b.Fatal(found)
	}
	return loaded.Set
}

// run measures the CPU time of one loading, and of a turn of many.
func (g *grown) run(b *testing.B) []reading {
	b.Helper()
	const enough = 200_000 // microseconds
	began := ownCPU(b)
	g.load(b)
	loaded := ownCPU(b) - began
	runtime.GC() // of what loading left
	talks, spent := 0, 0.0
	for began = ownCPU(b); spent < enough; talks++ {
		g.talk(b)
		spent = ownCPU(b) - began
	}
	return []reading{{"turn-us", spent / float64(talks*turns)}, {"load-ms", loaded / 1000}}
}

// talk goes through the six turns.
func (g *grown) talk(b *testing.B) {
	b.Helper()
	state := g.state
	for i, words := range []string{"/start", "Customer 7", "Middle", "some", "8", "Yes please"} {
		in := flows.Input{
			ID: "u" + words, At: time.Date(2026, 3, 2, 9, i, 0, 0, time.UTC), Seed: [16]byte{1, byte(i)}, What: flows.Message, Text: words,
			From: flows.Person{FirstName: "Ann", Language: "en"}, Me: "k7x2m4qp",
		}
		outcome, err := g.engine.Turn(state, in, flows.Facts{})
		if err != nil {
			b.Fatal(err)
		}
		if _, err := outcome.State.Encode(); err != nil {
			b.Fatal(err)
		}
		state = outcome.State
	}
	if flow, step := state.Place(); flow != "" {
		b.Fatalf("the talk has come to %s of %s, not to its end", step, flow)
	}
}

// addFlows adds flows with a command and two phrases each.
func addFlows(g *grown, n int) {
	for i := range n {
		g.files[fmt.Sprintf("flows/more%d.yaml", i)] = &fstest.MapFile{Data: fmt.Appendf(nil, `
flow: more%d
start:
  command: more%[1]d
  words: [tell me of matter %[1]d, what about %s]
steps:
  - ask: answer
    text: Is it so?
    options: {yes: It is, no: It is not}
  - say: Thank you.
`, i, words(i))}
	}
}

// addFields adds fields that are remembered of a customer.
func addFields(g *grown, n int) {
	yaml := append(slices.Clone(g.files["bot.yaml"].Data), "fields:\n"...)
	for i := range n {
		yaml = fmt.Appendf(yaml, "  f%d: text\n", i)
	}
	g.files["bot.yaml"] = &fstest.MapFile{Data: yaml}
}

// addAnswers adds fields that are known of the customer.
func addAnswers(g *grown, n int) {
	addFields(g, n)
	g.state.Contact.Fields = map[string]flows.Answer{}
	for i := range n {
		g.state.Contact.Fields[fmt.Sprintf("f%d", i)] = flows.Answer{Value: value.Text(words(i)), At: 1_772_442_000, Flow: "order", How: "t"}
	}
}

func addFAQ(g *grown, n int) {
	var yaml []byte
	for i := range n {
		yaml = fmt.Appendf(yaml, "- {id: q%d, ask: [What about %s?], answer: It is so.}\n", i, words(i))
	}
	g.files["faq.yaml"] = &fstest.MapFile{Data: yaml}
}

// words are other ones for each number.
func words(i int) string {
	syllables := []string{"ba", "do", "ke", "li", "mu", "na", "ro", "su", "ti", "vo"}
	var out []string
	for range 3 {
		out = append(out, syllables[i%10]+syllables[i/10%10]+syllables[i/100%10]+syllables[i/1000%10])
		i += 7
	}
	return strings.Join(out, " ")
}
