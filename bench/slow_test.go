package bench_test

import (
	"testing"
	"time"
)

// BenchmarkSlowTelegram is 64 customers where each call of the Bot API takes 50 ms: what a bot waits for tells here, and not what it works. A bot that tells
// Telegram "received" only when it has sent is beside it.
func BenchmarkSlowTelegram(b *testing.B) {
	redis, bots := startRedis(b), build(b)
	for _, mode := range []string{"webhook", "polling"} {
		b.Run(mode, func(b *testing.B) {
			w := work{mode: mode, redis: redis, bots: bots, customers: 64, talks: 5, latency: 50 * time.Millisecond}
			late := w
			late.env = []string{"ANSWER=late"}
			others := []contender{{"ours", func() []reading { return w.run(b, bots.ours) }}}
			if mode == "webhook" {
				others = append(others, contender{"late floor", func() []reading { return late.run(b, bots.floor) }})
			}
			for range b.N {
				compare(b, contender{"floor", func() []reading { return w.run(b, bots.floor) }}, others...)
			}
		})
	}
}
