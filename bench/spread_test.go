package bench_test

import (
	"fmt"
	"strconv"
	"strings"
	"testing"
)

// spread copies the first partition's keys to all others: a store as it is after as many talks, without waiting for them.
func (s server) spread(tb testing.TB) {
	tb.Helper()
	first := partitionPrefix(0)
	all := s.client.Scan(tb.Context(), 0, first+"*", 1000).Iterator()
	for all.Next(tb.Context()) {
		name := strings.TrimPrefix(all.Val(), first)
		dump, err := s.client.Dump(tb.Context(), all.Val()).Result()
		if err != nil {
			tb.Fatal(err)
		}
		pipe := s.client.Pipeline()
		for p := 1; p < partitions; p++ {
			pipe.Restore(tb.Context(), partitionPrefix(p)+keyOf(tb, name, p), 0, dump)
		}
		if _, err := pipe.Exec(tb.Context()); err != nil {
			tb.Fatal(err)
		}
	}
	if err := all.Err(); err != nil {
		tb.Fatal(err)
	}
}

func partitionPrefix(p int) string { return fmt.Sprintf("rp:{%d.p%03d}:", botNumber, p) }

// keyOf is what a key of the first partition is called in another one: chats follow each other.
func keyOf(tb testing.TB, name string, p int) string {
	tb.Helper()
	kind, rest, _ := strings.Cut(name, ":")
	switch kind {
	case "ev", "n": // of the whole partition
		return name
	case "c":
		chat, err := strconv.Atoi(rest)
		if err != nil {
			tb.Fatal(err)
		}
		return "c:" + strconv.Itoa(chat+p)
	}
	tb.Fatalf("the crowd has left something to be done: %s", name)
	return ""
}
