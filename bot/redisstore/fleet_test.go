package redisstore_test

import (
	"fmt"
	"maps"
	"slices"
	"sync"
	"sync/atomic"
	"testing"

	"pgregory.net/rapid"

	"repartee/bot"
	"repartee/bot/redisstore"
	"repartee/bot/storetest"
)

func TestFleet(t *testing.T) { fleetCases(t, storetest.StartRedis(t)) }

func TestFleetOnCluster(t *testing.T) {
	if testing.Short() {
		t.Skip("starts a cluster of three servers: not in -short")
	}
	fleetCases(t, storetest.StartCluster(t))
}

// noon is the time of these tests.
const noon = int64(1_800_000_000_000)

func fleetCases(t *testing.T, url string) {
	var bots atomic.Int64
	for name, run := range map[string]func(*testing.T, *redisstore.Store){
		"who is at work is known to all until its time": beats,
		"a role has one holder":                         leases,
		"a pause holds for all and is never shortened":  pauses,
		"a bucket gives its burst, then one at a time":  spends,
		"a bucket of a wrong clock is not waited for":   mistakes,
		"many at once never take more than there is":    rush,
		"many at once are given a role one at a time":   race,
	} {
		t.Run(name, func(t *testing.T) { run(t, open(t, url, bots.Add(1))) })
	}
}

func beats(t *testing.T, s *redisstore.Store) {
	beat := func(instance string, until, now int64, want ...string) {
		t.Helper()
		m, err := s.Beat(t.Context(), instance, until, now)
		if err != nil || !slices.Equal(m.Instances, want) || m.Paused != 0 {
			t.Errorf("beat of %s: %+v, %v, want %v", instance, m, err, want)
		}
	}
	beat("b", noon+10, noon, "b")
	beat("a", noon+20, noon, "a", "b")
	beat("a", noon+20, noon, "a", "b")
	beat("b", noon+25, noon+9, "a", "b")
	beat("c", noon+30, noon+20, "b", "c")
	beat("b", 0, noon+21, "c")
	beat("b", 0, noon+21, "c")
}

func leases(t *testing.T, s *redisstore.Store) {
	lease := func(role, instance string, until, now int64, want bool) {
		t.Helper()
		ours, err := s.Lease(t.Context(), role, instance, until, now)
		if err != nil || ours != want {
			t.Errorf("lease of %s to %s at %d: %v, %v", role, instance, now-noon, ours, err)
		}
	}
	lease("poller", "a|1", noon+10, noon, true)
	lease("poller", "b", noon+10, noon, false)
	lease("poller", "a|1", noon+20, noon+9, true)
	lease("other", "b", noon+10, noon, true)
	lease("poller", "b", noon+30, noon+19, false)
	lease("poller", "b", 0, noon+19, false)
	lease("poller", "b", noon+40, noon+20, true)
	lease("poller", "a|1", noon+40, noon+21, false)
	lease("poller", "b", 0, noon+22, true)
	lease("poller", "b", 0, noon+22, true)
	lease("poller", "a|1", noon+40, noon+22, true)
}

func pauses(t *testing.T, s *redisstore.Store) {
	for _, until := range []int64{noon + 100, noon + 50} {
		if err := s.Pause(t.Context(), until); err != nil {
			t.Fatal(err)
		}
	}
	for now, want := range map[int64]int64{noon: noon + 100, noon + 99: noon + 100, noon + 100: 0} {
		if m, err := s.Beat(t.Context(), "a", noon+1000, now); err != nil || m.Paused != want {
			t.Errorf("paused at %d until %d, %v", now-noon, m.Paused, err)
		}
	}
}

// buckets are one of each kind, the private chat's with its contact.
func buckets(t *testing.T, s *redisstore.Store, every, burst int64) []bot.Bucket {
	t.Helper()
	if _, err := s.Commit(t.Context(), bot.Commit{Chat: 5, Next: "1.a", State: []byte("s"), Now: noon}); err != nil {
		t.Fatal(err)
	}
	var out []bot.Bucket
	for _, chat := range []int64{0, -100, 5} {
		out = append(out, bot.Bucket{Chat: chat, Every: every, Burst: burst})
	}
	return out
}

func spends(t *testing.T, s *redisstore.Store) {
	spend := func(b bot.Bucket, now, want int64) {
		t.Helper()
		if wait, err := s.Spend(t.Context(), b, now); err != nil || wait != want {
			t.Errorf("chat %d at %d: wait %d, %v, want %d", b.Chat, now-noon, wait, err, want)
		}
	}
	for _, b := range buckets(t, s, 100, 3) {
		for range 3 {
			spend(b, noon, 0)
		}
		spend(b, noon, 100)
		spend(b, noon+99, 1)
		spend(b, noon+100, 0)
		spend(b, noon+100, 100)
		for range 3 {
			spend(b, noon+500, 0)
		}
		spend(b, noon+500, 100)
		spend(bot.Bucket{Chat: b.Chat}, noon+10_000, 0) // no limit
	}
	for range 5 {
		spend(bot.Bucket{Chat: 77, Every: 100, Burst: 1}, noon, 0) // nothing is kept of this chat
	}
	if r, err := s.Load(t.Context(), 77); err != nil || r.Version != "" {
		t.Errorf("kept of a stranger: %+v, %v", r, err)
	}
}

func mistakes(t *testing.T, s *redisstore.Store) {
	for _, b := range buckets(t, s, 100, 3) {
		for _, now := range []int64{noon + 3_600_000, noon} {
			if wait, err := s.Spend(t.Context(), b, now); err != nil || wait != 0 {
				t.Errorf("chat %d: wait %d, %v", b.Chat, wait, err)
			}
		}
	}
}

func rush(t *testing.T, s *redisstore.Store) {
	const takers, each, burst = 8, 20, 30
	for _, b := range buckets(t, s, 1000, burst) {
		var taken atomic.Int64
		var all sync.WaitGroup
		for range takers {
			all.Go(func() {
				for range each {
					wait, err := s.Spend(t.Context(), b, noon)
					if err != nil {
						t.Error(err)
					}
					if wait == 0 {
						taken.Add(1)
					}
				}
			})
		}
		all.Wait()
		if taken.Load() != burst {
			t.Errorf("chat %d: %d were taken of %d", b.Chat, taken.Load(), burst)
		}
	}
}

func race(t *testing.T, s *redisstore.Store) {
	const instances, terms = 8, 10
	for term := range int64(terms) {
		now := noon + 10*term
		var holders atomic.Int64
		var all sync.WaitGroup
		for i := range instances {
			all.Go(func() {
				ours, err := s.Lease(t.Context(), "poller", fmt.Sprint(i), now+10, now)
				if err != nil {
					t.Error(err)
				}
				if ours {
					holders.Add(1)
				}
			})
		}
		all.Wait()
		if holders.Load() != 1 {
			t.Errorf("term %d has %d holders", term, holders.Load())
		}
	}
}

// In any span of time a bucket gives at most its burst and one for each interval, and it gives as soon as it said that it would.
func TestBucketKeepsItsPace(t *testing.T) {
	s := open(t, storetest.StartRedis(t), 1)
	chat := int64(0)
	rapid.Check(t, func(rt *rapid.T) {
		chat--
		b := bot.Bucket{Chat: chat, Every: rapid.Int64Range(1, 50).Draw(rt, "every"), Burst: rapid.Int64Range(1, 5).Draw(rt, "burst")}
		now, promised := noon, noon
		var taken []int64
		for _, pause := range rapid.SliceOfN(rapid.Int64Range(0, 60), 1, 40).Draw(rt, "pauses") {
			now += pause
			wait, err := s.Spend(t.Context(), b, now)
			if err != nil {
				rt.Fatal(err)
			}
			if wait > 0 {
				promised = now + wait
				continue
			}
			if now < promised {
				rt.Fatalf("taken %d ms before it was promised", promised-now)
			}
			taken = append(taken, now)
		}
		for i := range taken {
			for j := i; j < len(taken); j++ {
				if got, most := int64(j-i+1), b.Burst+(taken[j]-taken[i])/b.Every; got > most {
					rt.Fatalf("%d were taken in %d ms, at most %d may be: %v", got, taken[j]-taken[i], most, taken)
				}
			}
		}
		if wait, err := s.Spend(t.Context(), b, promised); promised > now && (err != nil || wait != 0) {
			rt.Fatalf("when it was promised there is none: wait %d, %v", wait, err)
		}
	})
}

// Nothing of a chat's pace outlives it: groups that rest are forgotten, and a private chat's bucket goes with its contact.
func TestPaceIsForgotten(t *testing.T) {
	url := storetest.StartRedis(t)
	s, c := open(t, url, 1), client(t, url)
	for i := range int64(50) {
		if _, err := s.Spend(t.Context(), bot.Bucket{Chat: -1 - i, Every: 100, Burst: 1}, noon+i); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := s.Spend(t.Context(), bot.Bucket{Chat: -99, Every: 100, Burst: 1}, noon+5000); err != nil {
		t.Fatal(err)
	}
	if kept := c.ZRange(t.Context(), "rp:{1}:rate", 0, -1).Val(); !slices.Equal(kept, []string{"-99"}) {
		t.Errorf("kept: %v", kept)
	}
	for _, b := range buckets(t, s, 100, 1) {
		if _, err := s.Spend(t.Context(), b, noon); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := s.Commit(t.Context(), bot.Commit{Chat: 5, Version: "1.a", Next: "2.a", Now: noon}); err != nil {
		t.Fatal(err)
	}
	if kept := c.HGetAll(t.Context(), "rp:{1.p005}:c:5").Val(); !maps.Equal(kept, map[string]string{}) {
		t.Errorf("kept of the forgotten: %v", kept)
	}
}
