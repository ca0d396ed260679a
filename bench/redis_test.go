package bench_test

import (
	"strconv"
	"strings"
	"testing"

	"github.com/redis/go-redis/v9"

	"repartee/bot/storetest"
)

// server is the benchmark's own redis-server, and a connection to it beside those of the bots.
type server struct {
	url    string
	client *redis.Client
}

func startRedis(tb testing.TB) server {
	tb.Helper()
	url := storetest.StartRedis(tb)
	options, err := redis.ParseURL(url)
	if err != nil {
		tb.Fatal(err)
	}
	s := server{url: url, client: redis.NewClient(options)}
	tb.Cleanup(func() { _ = s.client.Close() })
	return s
}

func (s server) empty(tb testing.TB) {
	tb.Helper()
	if err := s.client.FlushAll(tb.Context()).Err(); err != nil {
		tb.Fatal(err)
	}
}

// cpu is what the server has used, in microseconds.
func (s server) cpu(tb testing.TB) float64 {
	tb.Helper()
	return 1e6 * (s.info(tb, "cpu", "used_cpu_user") + s.info(tb, "cpu", "used_cpu_sys"))
}

// memory is what the server has allocated, but for the buffers of its clients, in bytes.
func (s server) memory(tb testing.TB) float64 {
	tb.Helper()
	return s.info(tb, "memory", "used_memory") - s.info(tb, "memory", "mem_clients_normal")
}

// info reads one number of a section of INFO: https://redis.io/docs/latest/commands/info/.
func (s server) info(tb testing.TB, section, name string) float64 {
	tb.Helper()
	text, err := s.client.Info(tb.Context(), section).Result()
	if err != nil {
		tb.Fatal(err)
	}
	for line := range strings.Lines(text) {
		key, value, _ := strings.Cut(strings.TrimSpace(line), ":")
		if key != name {
			continue
		}
		number, err := strconv.ParseFloat(value, 64)
		if err != nil {
			tb.Fatal(err)
		}
		return number
	}
	tb.Fatalf("INFO %s has no %s", section, name)
	return 0
}
