package redisstore_test

import (
	"bytes"
	"log/slog"
	"net"
	"strconv"
	"strings"
	"testing"

	"github.com/redis/go-redis/v9"

	"repartee/bot/redisstore"
	"repartee/bot/storetest"
)

func TestOpenRefuses(t *testing.T) {
	plain := storetest.StartRedis(t)
	evicting := storetest.StartServer(t, "--maxmemory", "100mb", "--maxmemory-policy", "allkeys-lru").URL
	locked := storetest.StartServer(t, "--requirepass", "secret").URL
	member := storetest.StartServer(t, "--cluster-enabled", "yes", "--cluster-port", freePort(t)).URL
	scriptless := storetest.StartServer(t, "--rename-command", "EVAL", "").URL
	other := storetest.StartRedis(t)
	if err := client(t, other).HSet(t.Context(), "rp:{1}:meta", "partitions", 64).Err(); err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct{ url, says string }{
		"nobody there":     {"redis://127.0.0.1:1", "Redis does not answer at 127.0.0.1:1: start it, or correct the Redis URL"},
		"evicts":           {evicting, "maxmemory-policy allkeys-lru): set maxmemory-policy noeviction"},
		"wants a password": {locked, "refuses the login: put the right user and password into the Redis URL"},
		"wrong password":   {strings.Replace(locked, "://", "://:wrong@", 1), "refuses the login"},
		"not a cluster":    {plain + "?cluster=1", "is not a cluster: leave +cluster"},
		"a cluster":        {member, "is a node of a cluster: write redis+cluster://"},
		"no scripts":       {scriptless, "allow EVAL and EVALSHA"},
		"other partitions": {other, "with partitions 64, and this program works with 256"},
		"no address":       {"", "has no scheme"},
		"unknown option":   {plain + "?colour=red", "colour"},
	} {
		_, err := redisstore.Open(t.Context(), redisstore.Options{URL: c.url, Bot: 1})
		if err == nil || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s: %v, which does not say %q", name, err, c.says)
		}
	}
}

func TestOpenWarns(t *testing.T) {
	const noFile, now, noReplica, full = "append-only file", "appendfsync everysec", "no replica", "of its memory"
	for name, c := range map[string]struct {
		options []string
		says    []string
	}{
		"keeps nothing": {[]string{"--appendonly", "no"}, []string{noFile, noReplica}},
		"now and then":  {[]string{"--appendonly", "yes", "--appendfsync", "everysec"}, []string{now, noReplica}},
		"always":        {[]string{"--appendonly", "yes", "--appendfsync", "always"}, []string{noReplica}},
		"room to spare": {[]string{"--appendonly", "yes", "--appendfsync", "always", "--maxmemory", "1gb"}, []string{noReplica}},
	} {
		var out bytes.Buffer
		url := storetest.StartServer(t, c.options...).URL
		s, err := redisstore.Open(t.Context(), redisstore.Options{URL: url, Bot: 1, Log: slog.New(slog.NewTextHandler(&out, nil))})
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if err := s.Close(); err != nil {
			t.Errorf("%s: close: %v", name, err)
		}
		for _, message := range []string{noFile, now, noReplica, full} {
			want := false
			for _, says := range c.says {
				want = want || says == message
			}
			if got := strings.Count(out.String(), message); (got == 1) != want || got > 1 {
				t.Errorf("%s: %q said %d times, wanted %v", name, message, got, want)
			}
		}
	}
}

func TestOpenWarnsOfAFullServer(t *testing.T) {
	url := storetest.StartRedis(t)
	open(t, url, 1) // so that it knows the scripts already
	c := client(t, url)
	info, err := c.Info(t.Context(), "memory").Result()
	if err != nil {
		t.Fatal(err)
	}
	_, rest, _ := strings.Cut(info, "used_memory:")
	used, err := strconv.Atoi(strings.TrimSpace(rest[:strings.IndexByte(rest, '\n')]))
	if err != nil {
		t.Fatal(err)
	}
	if err := c.ConfigSet(t.Context(), "maxmemory", strconv.Itoa(used+used/6)).Err(); err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	s, err := redisstore.Open(t.Context(), redisstore.Options{URL: url, Bot: 1, Log: slog.New(slog.NewTextHandler(&out, nil))})
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(out.String(), "of its memory: raise maxmemory") {
		t.Errorf("no warning:\n%s", out.String())
	}
}

func client(t testing.TB, url string) *redis.Client {
	t.Helper()
	o, err := redis.ParseURL(url)
	if err != nil {
		t.Fatal(err)
	}
	c := redis.NewClient(o)
	t.Cleanup(func() { _ = c.Close() })
	return c
}

func freePort(t testing.TB) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = l.Close() }()
	return strconv.Itoa(l.Addr().(*net.TCPAddr).Port)
}
