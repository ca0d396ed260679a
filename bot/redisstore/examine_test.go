package redisstore_test

import (
	"strings"
	"testing"

	"repartee/bot/redisstore"
	"repartee/bot/storetest"
)

func TestExamine(t *testing.T) {
	good := storetest.StartDurable(t).URL
	poor := storetest.StartServer(t, "--appendonly", "no", "--maxmemory", "100mb", "--maxmemory-policy", "allkeys-lru").URL
	scriptless := storetest.StartServer(t, "--rename-command", "EVAL", "").URL
	for name, c := range map[string]struct {
		url  string
		want string // subject and level of each point
	}{
		"all is well":  {good, "connection ok, server ok, eviction ok, persistence ok, disk ok, replica warn, memory ok, permissions ok, records ok, clock ok"},
		"evicts":       {poor, "connection ok, server ok, eviction fail, persistence warn, disk ok, replica warn, memory ok, permissions ok, records ok, clock ok"},
		"no scripts":   {scriptless, "connection ok, server ok, eviction ok, persistence warn, disk ok, replica warn, memory ok, permissions fail, records ok, clock ok"},
		"nobody there": {"redis://127.0.0.1:1", "connection fail"},
		"no address":   {"", "connection fail"},
	} {
		var got []string
		for _, p := range redisstore.Examine(t.Context(), redisstore.Options{URL: c.url, Bot: 1}) {
			got = append(got, p.Subject+" "+string(p.Level))
			if p.Says == "" || p.Level == redisstore.Weak && p.Do == "" {
				t.Errorf("%s: %+v does not say what to do", name, p)
			}
		}
		if text := strings.Join(got, ", "); text != c.want {
			t.Errorf("%s:\n%s\nnot\n%s", name, text, c.want)
		}
	}
}
