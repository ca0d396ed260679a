package bench_test

import (
	"fmt"
	"testing"
)

// BenchmarkUpdate is a whole update, from Telegram to the reply: ours beside the floor, in CPU time of the bot and of Redis for a turn, and in turns a second.
func BenchmarkUpdate(b *testing.B) {
	redis, bots := startRedis(b), build(b)
	for _, mode := range []string{"webhook", "polling"} {
		for _, at := range []struct{ customers, talks int }{{1, 500}, {64, 25}, {512, 4}} {
			b.Run(fmt.Sprintf("%s/%d", mode, at.customers), func(b *testing.B) {
				w := work{mode: mode, redis: redis, bots: bots, customers: at.customers, talks: at.talks}
				for range b.N {
					compare(b,
						contender{"floor", func() []reading { return w.run(b, bots.floor) }},
						contender{"ours", func() []reading { return w.run(b, bots.ours) }})
				}
			})
		}
	}
}
