package bench_test

import (
	"flag"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"repartee/bench"
)

var contacts = flag.Int("contacts", manyContacts, "how `many` the store of BenchmarkContacts holds")

// mostBytes is what a contact with ten fields, their sources and twenty updates may take of Redis, every key counted.
const mostBytes = 2048

const (
	manyContacts = 100_000
	partitions   = 256
)

// TestContactBytes holds the store to its budget of memory, by what one partition takes of the 256 over which 100,000 contacts are spread: all keys belong to a
// contact or to a partition. What Redis allocates is the same in every run.
func TestContactBytes(t *testing.T) {
	redis := startRedis(t)
	crowd{first: 1, step: 1, size: 1}.fill(t, redis) // the scripts, and what there is once for a bot
	before := redis.memory(t)
	one := onePartition(manyContacts)
	one.fill(t, redis)
	redis.remembers(t, one.chat(0))
	redis.remembers(t, one.chat(one.size-1))
	bytes := (redis.memory(t) - before) / float64(one.size)
	t.Logf("a contact takes %.0f bytes of Redis: %s", bytes, redis.kinds(t, one.size))
	if bytes > mostBytes {
		t.Errorf("a contact takes %.0f bytes of Redis, and may %d", bytes, mostBytes)
	}
}

// onePartition are the contacts of the first partition, where there are so many in all.
func onePartition(contacts int) crowd {
	return crowd{first: firstChat, step: partitions, size: (contacts + partitions - 1) / partitions}
}

// firstChat is in the first partition: a chat lies in the one that its number leaves when it is divided.
const firstChat = 4 * partitions

// BenchmarkContacts is what a turn costs where the store holds 100,000 contacts, beside one that holds 1,000, and what a contact takes of Redis there. The contacts
// of one partition have had their twenty turns; all other partitions are copies of it.
func BenchmarkContacts(b *testing.B) {
	const few = 1000
	bots := build(b)
	bots.folder = b.TempDir()
	if err := os.CopyFS(bots.folder, bench.FormFiles()); err != nil {
		b.Fatal(err)
	}
	w := work{mode: "webhook", bots: bots, customers: 64, talks: 15, full: true, before: firstChat - 1000}
	small, large := w.filled(b, few), w.filled(b, *contacts)
	for range b.N {
		compare(b,
			contender{"few", func() []reading { return small.next(b) }},
			contender{"many", func() []reading { return large.next(b) }})
	}
}

// filled is the work on a store of its own that knows so many customers.
func (w work) filled(b *testing.B, contacts int) *work {
	b.Helper()
	w.redis = startRedis(b)
	before := w.redis.memory(b)
	one := onePartition(contacts)
	one.fill(b, w.redis)
	w.redis.spread(b)
	last := one.chat(one.size-1) + partitions - 1
	w.redis.remembers(b, last)
	all := partitions * one.size
	b.Logf("%d contacts: %.0f bytes of Redis each", all, (w.redis.memory(b)-before)/float64(all))
	return &w
}

// next lets other customers work than those before: Telegram counts its updates anew, and whoever knows them already would not do them again.
func (w *work) next(b *testing.B) []reading {
	b.Helper()
	defer func() { w.before += int64(w.customers) }()
	return w.run(b, w.bots.ours)
}

// kinds says what the keys of each kind take, divided by the number of contacts.
func (s server) kinds(tb testing.TB, contacts int) string {
	tb.Helper()
	sums := map[string]float64{}
	all := s.client.Scan(tb.Context(), 0, "*", 1000).Iterator()
	for all.Next(tb.Context()) {
		bytes, err := s.client.MemoryUsage(tb.Context(), all.Val(), 0).Result()
		if err != nil {
			tb.Fatal(err)
		}
		_, kind, _ := strings.Cut(all.Val(), "}:")
		kind, _, _ = strings.Cut(kind, ":")
		sums[kind] += float64(bytes) / float64(contacts)
	}
	if err := all.Err(); err != nil {
		tb.Fatal(err)
	}
	var out []string
	for _, kind := range slices.Sorted(maps.Keys(sums)) {
		out = append(out, fmt.Sprintf("%s %.1f", kind, sums[kind]))
	}
	return strings.Join(out, ", ")
}
