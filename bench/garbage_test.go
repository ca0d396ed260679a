package bench_test

import "testing"

// BenchmarkGarbage is what of the difference is memory: `repartee run` lets its heap grow further than Go's rule before garbage is collected, which a bot that is
// written by hand could do as well. So ours with Go's rule and a floor with a heap as large stand beside both.
func BenchmarkGarbage(b *testing.B) {
	redis, bots := startRedis(b), build(b)
	w := work{mode: "webhook", redis: redis, bots: bots, customers: 64, talks: 15}
	rule, roomy := w, w
	rule.env, roomy.env = []string{"GOGC=100"}, []string{"GOGC=1000"}
	for range b.N {
		compare(b,
			contender{"floor", func() []reading { return w.run(b, bots.floor) }},
			contender{"ours", func() []reading { return w.run(b, bots.ours) }},
			contender{"ours, Go's rule", func() []reading { return rule.run(b, bots.ours) }},
			contender{"floor, roomy", func() []reading { return roomy.run(b, bots.floor) }})
	}
}
