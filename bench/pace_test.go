package bench_test

import (
	"fmt"
	"runtime"
	"slices"
	"strconv"
	"sync"
	"syscall"
	"testing"
	"time"
)

const (
	paceRate      = 500 // turns a second
	paceCustomers = 300
	paceTalks     = 4
)

// BenchmarkPace is how long a customer waits where 500 turns a second come on a schedule that waits for nobody: from the moment at which a turn is due to the
// reply on the screen. The percentiles are those of all runs together.
func BenchmarkPace(b *testing.B) {
	redis, bots := startRedis(b), build(b)
	for _, mode := range []string{"webhook", "polling"} {
		b.Run(fmt.Sprintf("%s/%d", mode, paceRate), func(b *testing.B) {
			w := work{mode: mode, redis: redis, bots: bots, customers: paceCustomers}
			for range b.N {
				var ours, floor []float64
				for range *pairs {
					floor = append(floor, w.pace(b, bots.floor)...)
					ours = append(ours, w.pace(b, bots.ours)...)
				}
				reportPercentiles(b, ours, floor)
			}
		})
	}
}

func reportPercentiles(b *testing.B, ours, floor []float64) {
	b.Helper()
	slices.Sort(ours)
	slices.Sort(floor)
	for _, p := range []int{50, 95, 99} {
		own, base := ours[len(ours)*p/100], floor[len(floor)*p/100]
		unit := fmt.Sprintf("p%d-ms", p)
		b.Logf("%-12s ours %10.2f  floor %10.2f  ratio %.2f", unit, own, base, own/base)
		b.ReportMetric(own, unit)
		b.ReportMetric(base, "floor-"+unit)
		b.ReportMetric(own/base, "x-"+unit)
	}
	b.ReportMetric(0, "ns/op")
}

// pace lets the turns of all customers come on a schedule, round-robin, and says how many milliseconds each of them took.
func (w work) pace(b *testing.B, program string) []float64 {
	b.Helper()
	w.redis.empty(b)
	telegram, bot := w.start(b, program)
	defer telegram.Close()
	defer bot.stop()
	w.talk(bot, telegram, 1)
	took := make([][]float64, w.customers)
	due := make([]chan time.Time, w.customers)
	var all sync.WaitGroup
	for i := range w.customers {
		due[i] = make(chan time.Time, paceTalks*turns)
		c := customer{user: telegram.User(w.chat(i), "Ann", "en"), ctx: bot.ended}
		all.Go(func() { took[i] = c.onTime(b, i, due[i]) })
	}
	ring(due, paceTalks*turns)
	all.Wait()
	if b.Failed() {
		bot.stop()
		b.FailNow()
	}
	return slices.Concat(took...)
}

// onTime takes each turn of the talks when it is due.
func (c *customer) onTime(b *testing.B, i int, due <-chan time.Time) []float64 {
	took := make([]float64, 0, cap(due))
	for len(took) < cap(due) {
		for _, turn := range c.turns("Customer "+strconv.Itoa(i), 1+i%20) {
			at := <-due
			if err := turn(); err != nil {
				b.Error(err)
				return took
			}
			took = append(took, float64(time.Since(at).Microseconds())/1000)
		}
	}
	return took
}

// ring tells each customer in turn when his next turn is due. Go's timers are up to a millisecond late, which is as long as a turn takes: so it sleeps in a thread of
// its own, by the system's clock.
func ring(due []chan time.Time, rounds int) {
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	began := time.Now()
	for i := range rounds * len(due) {
		at := began.Add(time.Duration(i) * time.Second / paceRate)
		if wait := time.Until(at); wait > 0 {
			rest := syscall.NsecToTimespec(int64(wait))
			_ = syscall.Nanosleep(&rest, nil) // cut short, the turn comes early
		}
		due[i%len(due)] <- at
	}
}
