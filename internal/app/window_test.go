package app

import (
	"context"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"
	"time"
)

// TestWindow asks a bot for its health and its metrics, from its start to its end.
func TestWindow(t *testing.T) {
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	server := started(t)
	collector := newCollector(t)
	t.Setenv("OTEL_EXPORTER_OTLP_ENDPOINT", collector.URL)
	dir := writeBot(t)
	loaded := loadedFrom(t, dir)
	s := Settings{Token: server.Token(), APIURL: server.URL(), LogFormat: "text", MetricsListen: freeAddress(t), TracesURL: collector.URL}
	log := heard{slog.DiscardHandler, make(chan string, 1000)}
	ended := make(chan error, 1)
	go func() { ended <- Run(ctx, dir, loaded, s, slog.New(log)) }()
	log.await(t, ctx, "updates come by")
	says(t, ctx, server.User(7, "Ada", "en"), "First.")

	ask := func(path string) (int, string) {
		t.Helper()
		resp, err := http.Get("http://" + s.MetricsListen + path)
		if err != nil {
			t.Fatal(err)
		}
		defer resp.Body.Close()
		body, err := io.ReadAll(resp.Body)
		if err != nil {
			t.Fatal(err)
		}
		return resp.StatusCode, string(body)
	}
	for _, path := range []string{"/livez", "/readyz"} {
		if code, body := ask(path); code != 200 || body != "ok\n" {
			t.Errorf("%s says %d %s", path, code, body)
		}
	}
	code, metrics := ask("/metrics")
	for _, name := range []string{`repartee_inputs_total{kind="message"} 1`, "repartee_first_response_seconds_count 1", "go_goroutines", "process_cpu_seconds_total"} {
		if code != 200 || !strings.Contains(metrics, name) {
			t.Errorf("/metrics says %d and not %s", code, name)
		}
	}
	cancel()
	if err := <-ended; err != nil {
		t.Error(err)
	}
	if collector.traces.Load() == 0 {
		t.Error("no traces were sent")
	}
}

// collector takes traces.
type collector struct {
	*httptest.Server
	traces atomic.Int64
}

func newCollector(t *testing.T) *collector {
	c := &collector{}
	c.Server = httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/v1/traces" && r.ContentLength > 0 {
			c.traces.Add(1)
		}
	}))
	t.Cleanup(c.Close)
	return c
}
