package bench_test

import (
	"testing"
	"time"

	"repartee/bench"
)

// BenchmarkStart is the time from the start of the process to the first reply, where an update waits already.
func BenchmarkStart(b *testing.B) {
	redis, bots := startRedis(b), build(b)
	for _, mode := range []string{"webhook", "polling"} {
		b.Run(mode, func(b *testing.B) {
			w := work{mode: mode, redis: redis, bots: bots}
			for range b.N {
				compare(b,
					contender{"floor", func() []reading { return w.firstReply(b, bots.floor) }},
					contender{"ours", func() []reading { return w.firstReply(b, bots.ours) }})
			}
		})
	}
}

// firstReply is the median of some starts, each of which finds an empty store.
func (w work) firstReply(b *testing.B, program string) []reading {
	b.Helper()
	const starts = 3
	var took []float64
	for range starts {
		w.redis.empty(b)
		took = append(took, w.startOnce(b, program))
	}
	return []reading{{"first-reply-ms", median(took)}}
}

func (w work) startOnce(b *testing.B, program string) float64 {
	b.Helper()
	telegram := w.telegram(b)
	defer telegram.Close()
	user := telegram.User(w.chat(0), "Ann", "en")
	user.Say("/start")
	began := time.Now()
	bot := start(b, program, w.settings(b, telegram)...)
	defer bot.stop()
	c := customer{user: user, ctx: bot.ended}
	if err := c.hears(bench.AskName); err != nil {
		bot.stop()
		b.Fatal(err)
	}
	return float64(time.Since(began).Microseconds()) / 1000
}
