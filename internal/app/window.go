package app

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promhttp"
	sdk "go.opentelemetry.io/otel/sdk/trace"

	"repartee/bot"
)

// window is how a bot is looked at from outside: metrics, health and traces, each where the settings ask for it.
type window struct {
	health
	registry *prometheus.Registry // nil: no metrics
	traces   *sdk.TracerProvider  // nil: none
	server   *http.Server         // nil: none
	served   chan error
	log      *slog.Logger
}

// newWindow begins to serve: a bot that is starting can be asked already. Once ctx has ended, the bot counts as shutting down.
func newWindow(ctx context.Context, s Settings, log *slog.Logger) (*window, error) {
	w := &window{health: health{started: time.Now()}, log: log}
	context.AfterFunc(ctx, func() { w.draining.Store(true) })
	if s.TracesURL != "" {
		traces, err := newTraces(ctx, log)
		if err != nil {
			return nil, err
		}
		w.traces = traces
	}
	if s.MetricsListen == "" {
		return w, nil
	}
	w.registry = prometheus.NewRegistry()
	w.registry.MustRegister(collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}), collectors.NewBuildInfoCollector())
	return w, w.listen(ctx, s.MetricsListen)
}

func (w *window) listen(ctx context.Context, address string) error {
	listener, err := new(net.ListenConfig).Listen(ctx, "tcp", address)
	if err != nil {
		return fmt.Errorf("listen for those who watch (METRICS_LISTEN): %w", err)
	}
	mux := http.NewServeMux()
	mux.Handle("GET /metrics", promhttp.HandlerFor(w.registry, promhttp.HandlerOpts{}))
	mux.HandleFunc("GET /livez", w.livez)
	mux.HandleFunc("GET /readyz", w.readyz)
	w.server = &http.Server{
		Handler: mux, ReadHeaderTimeout: 5 * time.Second, ReadTimeout: 10 * time.Second, WriteTimeout: 10 * time.Second, IdleTimeout: 2 * time.Minute,
		ErrorLog: slog.NewLogLogger(w.log.Handler(), slog.LevelWarn),
	}
	w.served = make(chan error, 1)
	go func() { w.served <- w.server.Serve(listener) }()
	w.log.Info("metrics and health can be asked for", "listen", listener.Addr().String())
	return nil
}

// options are those of a bot that is watched.
func (w *window) options(o bot.Options) bot.Options {
	if w.registry != nil {
		o.Metrics = w.registry
	}
	if w.traces != nil {
		o.Tracer = w.traces
	}
	return o
}

// over makes it watch over a bot and its store.
func (w *window) over(b *bot.Bot, kept bot.Store) {
	w.kept.Store(&kept)
	w.running.Store(b)
}

// close ends the server, and sends the last traces.
func (w *window) close() {
	ctx, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	if w.server != nil {
		_ = w.server.Close() // whoever asks finds nobody a moment later anyway
		if err := <-w.served; !errors.Is(err, http.ErrServerClosed) {
			w.log.Warn("metrics and health could not be asked for any more", "err", err)
		}
		w.settle()
	}
	if w.traces != nil {
		if err := w.traces.Shutdown(ctx); err != nil {
			w.log.Warn("the last traces could not be sent", "err", err)
		}
	}
}
