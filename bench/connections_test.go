package bench_test

import "testing"

// BenchmarkConnections is what it costs not to keep connections to Telegram, and that ours keeps them: ours and a floor with Go's default client beside the floor.
func BenchmarkConnections(b *testing.B) {
	redis, bots := startRedis(b), build(b)
	w := work{mode: "webhook", redis: redis, bots: bots, customers: 64, talks: 15, connections: true}
	loose := w
	loose.env = []string{"CLIENT=default"}
	for range b.N {
		compare(b,
			contender{"floor", func() []reading { return w.run(b, bots.floor) }},
			contender{"ours", func() []reading { return w.run(b, bots.ours) }},
			contender{"default client", func() []reading { return loose.run(b, bots.floor) }})
	}
}
