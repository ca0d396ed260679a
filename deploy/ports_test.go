package deploy_test

import (
	"context"
	"io"
	"log/slog"
	"net"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"testing"
	"time"

	"repartee/bot/telegram/telegramtest"
	"repartee/config"
	"repartee/flows/steps"
	"repartee/internal/app"
)

// TestPorts follows each port from the setting to those who ask for it.
func TestPorts(t *testing.T) {
	environment := podEnvironment(t)
	ports := map[string]string{}
	for _, p := range at[[]any](t, container(t), "ports") {
		ports[at[string](t, p, "name")] = text(t, at[any](t, p, "containerPort"))
	}
	for name, listen := range map[string]string{"webhook": environment["WEBHOOK_LISTEN"], "metrics": environment["METRICS_LISTEN"]} {
		if ":"+ports[name] != listen {
			t.Errorf("%s listens at %s, and its port is %s", name, listen, ports[name])
		}
	}
	scraped := at[string](t, object(t, "bot.yaml", "Deployment", "repartee"), "spec", "template", "metadata", "annotations", "prometheus.io/port")
	if scraped != ports["metrics"] {
		t.Errorf("metrics are looked for at %s", scraped)
	}
	if target := at[string](t, object(t, "bot.yaml", "Service", "repartee"), "spec", "ports", 0, "targetPort"); target != "webhook" {
		t.Errorf("the service opens %s to the ingress", target)
	}
	if got := at[string](t, documents(t, "compose.yaml")[0], "services", "bot", "environment", "METRICS_LISTEN"); got != environment["METRICS_LISTEN"] {
		t.Errorf("compose serves metrics at %s", got)
	}
}

// TestWebhookIsReached holds the address that Telegram is told against the ingress.
func TestWebhookIsReached(t *testing.T) {
	told, err := url.Parse(podEnvironment(t)["WEBHOOK_URL"])
	if err != nil {
		t.Fatal(err)
	}
	rule := at[any](t, object(t, "ingress.yaml", "Ingress", "repartee"), "spec", "rules", 0)
	host, path := at[string](t, rule, "host"), at[string](t, rule, "http", "paths", 0, "path")
	if told.Scheme != "https" || told.Host != host || told.Path != path {
		t.Errorf("Telegram is told %s, and the ingress takes %s%s", told, host, path)
	}
	service := at[any](t, rule, "http", "paths", 0, "backend", "service")
	if at[string](t, service, "name") != "repartee" || at[string](t, service, "port", "name") != "webhook" {
		t.Errorf("the ingress leads to %v", service)
	}
}

// TestPathsAreServed runs a bot with the settings of the pod, and asks for every path that Kubernetes and Prometheus ask for.
func TestPathsAreServed(t *testing.T) {
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	server := telegramtest.NewServer(telegramtest.Options{})
	if err := server.Start(); err != nil {
		t.Fatal(err)
	}
	defer server.Close()
	settings := read(t, podEnvironment(t))
	settings.Token, settings.APIURL, settings.RedisURL, settings.WebhookURL = server.Token(), server.URL(), "", ""
	settings.MetricsListen = free(t)
	dir := smallBot(t)
	loaded, found, err := config.LoadDir(dir, steps.Kinds())
	if err != nil || found.HasErrors() {
		t.Fatal(err, found)
	}
	ended := make(chan error, 1)
	go func() { ended <- app.Run(ctx, dir, loaded, settings, slog.New(slog.DiscardHandler)) }()

	pod := object(t, "bot.yaml", "Deployment", "repartee")
	for _, path := range []string{
		at[string](t, container(t), "readinessProbe", "httpGet", "path"),
		at[string](t, container(t), "livenessProbe", "httpGet", "path"),
		at[string](t, pod, "spec", "template", "metadata", "annotations", "prometheus.io/path"),
	} {
		await(t, ctx, "http://"+settings.MetricsListen+path)
	}
	cancel()
	if err := <-ended; err != nil {
		t.Errorf("the bot ended with %v", err)
	}
}

// await asks until the answer is 200, as Kubernetes does.
func await(t *testing.T, ctx context.Context, address string) {
	t.Helper()
	tick := time.NewTicker(10 * time.Millisecond)
	defer tick.Stop()
	last := ""
	for {
		request, err := http.NewRequestWithContext(ctx, http.MethodGet, address, http.NoBody)
		if err != nil {
			t.Fatal(err)
		}
		if response, err := http.DefaultClient.Do(request); err == nil {
			body, _ := io.ReadAll(response.Body)
			response.Body.Close()
			if response.StatusCode == http.StatusOK {
				return
			}
			last = response.Status + " " + string(body)
		}
		select {
		case <-tick.C:
		case <-ctx.Done():
			t.Fatalf("%s answers %s", address, last)
		}
	}
}

func smallBot(t *testing.T) (dir string) {
	t.Helper()
	dir = t.TempDir()
	for name, content := range map[string]string{
		"bot.yaml":           "bot: Test\nlanguages: [en]\ntime_zone: UTC\ncurrency: EUR\nstart: welcome\n",
		"flows/welcome.yaml": "flow: welcome\nsteps:\n  - say: Hello.\n",
	} {
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func free(t *testing.T) string {
	t.Helper()
	listener, err := new(net.ListenConfig).Listen(t.Context(), "tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer listener.Close()
	return listener.Addr().String()
}
