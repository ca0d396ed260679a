package bot

import (
	"errors"
	"fmt"

	"github.com/prometheus/client_golang/prometheus"
)

// metrics are what Prometheus reads of a bot. No label holds anything of a customer: each has a few values that are known beforehand.
type metrics struct {
	inputs        *prometheus.CounterVec
	laneWait      prometheus.Histogram
	turns         prometheus.Histogram
	firstResponse prometheus.Histogram
	sinceMessage  prometheus.Histogram
	dueLag        prometheus.Histogram

	storeCalls  *prometheus.HistogramVec
	storeErrors *prometheus.CounterVec
	commits     *prometheus.CounterVec
	rollbacks   prometheus.Counter
	deadLetters *prometheus.CounterVec

	calls   prometheus.Histogram
	sends   *prometheus.CounterVec
	limited prometheus.Counter

	jobs       *prometheus.HistogramVec
	jobsFailed *prometheus.CounterVec
	checkouts  *prometheus.HistogramVec
}

// Bounds of the histograms, in seconds. A turn takes microseconds, a store milliseconds, Telegram some tens of them; a customer notices two seconds.
var (
	turnBounds  = []float64{5e-6, 10e-6, 25e-6, 50e-6, 100e-6, 250e-6, 500e-6, 1e-3, 5e-3, 25e-3, 100e-3, 1}
	storeBounds = []float64{250e-6, 500e-6, 1e-3, 2.5e-3, 5e-3, 10e-3, 25e-3, 50e-3, 100e-3, 250e-3, 1, 5}
	callBounds  = []float64{5e-3, 10e-3, 25e-3, 50e-3, 100e-3, 250e-3, 500e-3, 1, 2, 5, 10}
	waitBounds  = []float64{1e-3, 5e-3, 10e-3, 25e-3, 50e-3, 100e-3, 250e-3, 500e-3, 1, 2, 5, 10, 30, 60}
	lateBounds  = []float64{1, 2, 5, 10, 30, 60, 300, 1800, 3600}
)

// newMetrics makes the metrics and tells the registry of them.
func newMetrics(registry prometheus.Registerer) (*metrics, error) {
	d := definitions{registry: registry}
	m := &metrics{
		inputs:        d.counters("inputs_total", "What happened to customers and was taken in, by its kind: message, press, wake, result ...", "kind", "message", "press"),
		laneWait:      d.histogram("lane_wait_seconds", "From the receipt of an input to the beginning of its turn.", waitBounds),
		turns:         d.histogram("turn_seconds", "One turn of the flows: computing only, without store and Telegram.", turnBounds),
		firstResponse: d.histogram("first_response_seconds", "From the receipt of an update to Telegram having taken the first message that answers it.", waitBounds),
		sinceMessage: d.histogram("first_response_since_message_seconds",
			"From the time that Telegram has put on a message, in whole seconds, to Telegram having taken the first one that answers it.", waitBounds),
		dueLag: d.histogram("due_lag_seconds", "How late timers and deadlines were taken up, in whole seconds.", lateBounds),

		storeCalls:  d.histograms("store_seconds", "Calls of the store, by kind: load, commit, ack, defer, mark, post, due.", storeBounds, "call"),
		storeErrors: d.counters("store_errors_total", "Calls of the store that failed, by kind.", "call", "load", "commit", "ack", "defer", "mark", "post", "due"),
		commits: d.counters("commits_total", "Commits by what the store said: ok, duplicate, conflict, stale, ordered, booked.", "status",
			"ok", "duplicate", "conflict", "stale", "ordered", "booked"),
		rollbacks:   d.counter("store_rollback_total", "Contacts whose version in the store went backwards: commits were lost there, as in a failover."),
		deadLetters: d.counters("dead_letters_total", "What was put among the dead letters, by why: unread, turn, refused.", "reason", "unread", "turn", "refused"),

		calls: d.histogram("send_seconds", "One call to Telegram that sends or changes a message.", callBounds),
		sends: d.counters("sends_total",
			"Such calls by what came of them: sent, blocked, refused; and tried again: limited, unsent, unsure, unauthorized, failed.", "outcome",
			"sent", "blocked", "refused", "limited", "unsent", "unsure", "unauthorized", "failed"),
		limited: d.counter("telegram_limited_total", "Calls of any kind to which Telegram said 429, too many requests."),

		jobs:       d.histograms("job_seconds", "What turns wanted done elsewhere, by kind: http, func, model, stock, refund, link.", callBounds, "kind"),
		jobsFailed: d.counters("jobs_failed_total", "Jobs that failed, by kind.", "kind", "http", "func", "model", "stock", "refund", "link"),
		checkouts: d.histograms("checkout_seconds",
			"Telegram's questions before a payment until they were answered, by the answer: yes, no, failed. After ten seconds the payment has failed.", callBounds, "answer"),
	}
	return m, d.err
}

// definitions makes metrics and registers them; err is all that went wrong.
type definitions struct {
	registry prometheus.Registerer
	err      error
}

const namespace = "repartee"

func (d *definitions) register(name string, c prometheus.Collector) {
	if err := d.registry.Register(c); err != nil {
		d.err = errors.Join(d.err, fmt.Errorf("register the metric %s_%s: %w", namespace, name, err))
	}
}

func (d *definitions) counter(name, help string) prometheus.Counter {
	c := prometheus.NewCounter(prometheus.CounterOpts{Namespace: namespace, Name: name, Help: help})
	d.register(name, c)
	return c
}

// counters are one for each value of a label. All are there from the beginning: what steps from nothing to one would be no increase to Prometheus.
func (d *definitions) counters(name, help, label string, values ...string) *prometheus.CounterVec {
	c := prometheus.NewCounterVec(prometheus.CounterOpts{Namespace: namespace, Name: name, Help: help}, []string{label})
	d.register(name, c)
	for _, value := range values {
		c.WithLabelValues(value)
	}
	return c
}

func (d *definitions) histogram(name, help string, bounds []float64) prometheus.Histogram {
	h := prometheus.NewHistogram(prometheus.HistogramOpts{Namespace: namespace, Name: name, Help: help, Buckets: bounds})
	d.register(name, h)
	return h
}

func (d *definitions) histograms(name, help string, bounds []float64, label string) *prometheus.HistogramVec {
	h := prometheus.NewHistogramVec(prometheus.HistogramOpts{Namespace: namespace, Name: name, Help: help, Buckets: bounds}, []string{label})
	d.register(name, h)
	return h
}

// gauge is one that is asked for its value when it is read.
func (d *definitions) gauge(name, help string, read func() float64) {
	d.register(name, prometheus.NewGaugeFunc(prometheus.GaugeOpts{Namespace: namespace, Name: name, Help: help}, read))
}
