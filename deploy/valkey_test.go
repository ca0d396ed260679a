package deploy_test

import (
	"context"
	"log/slog"
	"slices"
	"strings"
	"testing"

	"repartee/bot/redisstore"
	"repartee/bot/storetest"
)

// commands are what starts the store, by the file that it stands in.
func commands(t *testing.T) map[string][]string {
	t.Helper()
	out := map[string][]string{}
	for from, words := range map[string][]any{
		"compose":    at[[]any](t, documents(t, "compose.yaml")[0], "services", "valkey", "command"),
		"kubernetes": at[[]any](t, object(t, "valkey.yaml", "StatefulSet", "valkey"), "spec", "template", "spec", "containers", 0, "command"),
	} {
		for _, word := range words {
			out[from] = append(out[from], word.(string))
		}
	}
	return out
}

// TestStoreKeepsAll wants nothing evicted, and every answer on disk.
func TestStoreKeepsAll(t *testing.T) {
	for from, words := range commands(t) {
		for option, want := range map[string]string{"--appendonly": "yes", "--appendfsync": "always", "--maxmemory-policy": "noeviction"} {
			if i := slices.Index(words, option); i < 0 || i+1 >= len(words) || words[i+1] != want {
				t.Errorf("%s does not say %s %s", from, option, want)
			}
		}
	}
}

// warnings is a log of what an operator should change.
type warnings struct {
	slog.Handler
	lines *[]string
}

func (warnings) Enabled(context.Context, slog.Level) bool { return true }

func (w warnings) Handle(_ context.Context, r slog.Record) error {
	if r.Level >= slog.LevelWarn {
		*w.lines = append(*w.lines, r.Message)
	}
	return nil
}

// TestStoreIsTrusted starts a Redis by the words of each command, and has the bot look at it: all that it misses is a replica.
func TestStoreIsTrusted(t *testing.T) {
	for from, words := range commands(t) {
		t.Run(from, func(t *testing.T) {
			options := words[1:] // without the program
			if i := slices.Index(options, "--dir"); i >= 0 {
				options = slices.Delete(slices.Clone(options), i, i+2)
			}
			var said []string
			store, err := redisstore.Open(t.Context(), redisstore.Options{
				URL: storetest.StartServer(t, options...).URL, Bot: 42, Log: slog.New(warnings{slog.DiscardHandler, &said}),
			})
			if err != nil {
				t.Fatal(err)
			}
			defer store.Close()
			for _, line := range said {
				if !strings.Contains(line, "replica") {
					t.Errorf("the bot says: %s", line)
				}
			}
		})
	}
}

// TestStoreIsFound follows REDIS_URL to the service that answers there.
func TestStoreIsFound(t *testing.T) {
	for from, environment := range environments(t) {
		if from != "systemd" && environment["REDIS_URL"] != "redis://valkey:6379" {
			t.Errorf("%s looks for the store at %s", from, environment["REDIS_URL"])
		}
	}
	at[any](t, documents(t, "compose.yaml")[0], "services", "valkey")
	if port := text(t, at[any](t, object(t, "valkey.yaml", "Service", "valkey"), "spec", "ports", 0, "port")); port != "6379" {
		t.Errorf("the service of the store is at %s", port)
	}
	if volume := at[string](t, object(t, "valkey.yaml", "StatefulSet", "valkey"), "spec", "template", "spec", "containers", 0, "volumeMounts", 0, "mountPath"); volume != "/data" {
		t.Errorf("the store's disk is at %s", volume)
	}
	if volumes := at[[]any](t, documents(t, "compose.yaml")[0], "services", "valkey", "volumes"); volumes[0] != any("valkey:/data") {
		t.Errorf("the store's disk is %v", volumes)
	}
}
