package redisstore

import (
	"strings"
	"testing"
)

func TestParseAddress(t *testing.T) {
	for _, c := range []struct {
		in, url string
		cluster bool
		shown   string
	}{
		{"redis://localhost:6379", "redis://localhost:6379", false, "localhost:6379"},
		{"redis://localhost", "redis://localhost", false, "localhost"},
		{"redis://user:p@ss,w%2F@host:1/3?pool_size=7", "redis://user:p@ss,w%2F@host:1/3?pool_size=7", false, "host:1"},
		{"rediss://host/0", "rediss://host/0", false, "host"},
		{"valkey://host:1", "redis://host:1", false, "host:1"},
		{"valkeys://host:1", "rediss://host:1", false, "host:1"},
		{"unix:///run/redis.sock?db=1", "unix:///run/redis.sock?db=1", false, "/run/redis.sock"},
		{"redis+cluster://a:1", "redis://a:1", true, "a:1"},
		{"VALKEYS+CLUSTER://a:1/0", "rediss://a:1", true, "a:1"},
		{"redis://a:1?cluster=1", "redis://a:1", true, "a:1"},
		{"redis://u:pw@a:1,b:2,c", "redis://u:pw@a:1?addr=b%3A2&addr=c%3A6379", true, "a:1,b:2,c"},
		{"redis://[::1]:7000,[::2]:7000", "redis://[::1]:7000?addr=%5B%3A%3A2%5D%3A7000", true, "[::1]:7000,[::2]:7000"},
	} {
		got, err := parseAddress(c.in)
		want := address{url: c.url, cluster: c.cluster, shown: c.shown}
		if err != nil || got != want {
			t.Errorf("%s: %+v, %v, want %+v", c.in, got, err, want)
		}
	}
}

func TestParseAddressRefuses(t *testing.T) {
	for _, in := range []string{
		"", "localhost:6379", "http://host", "redis://", "redis:///1", "redis+cluster://a:1/2", "redis://a:1,b:2/5", "redis://secret@host?%zz",
	} {
		if _, err := parseAddress(in); err == nil {
			t.Errorf("%s: no error", in)
		}
	}
}

func TestErrorsShowNoPassword(t *testing.T) {
	for _, in := range []string{
		"redis://user:secret@host:port", "redis://user:secret@ho st", "redis://user:secret@host/x", "redis://user:secret@host?%zz", "secret",
		"redis+cluster://user:secret@host:port", "redis://user:secret@host:1?unknown=1",
	} {
		a, err := parseAddress(in)
		if err == nil {
			_, err = dial(a)
		}
		if err == nil {
			t.Errorf("%s: no error", in)
			continue
		}
		if strings.Contains(err.Error(), "secret") {
			t.Errorf("%s: the error shows the password: %v", in, err)
		}
	}
}
