package bot_test

import (
	"math"
	"strings"
	"testing"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/testutil"

	"repartee/bot"
)

const beans = `
flow: order
fields: {beans: text}
steps:
  - {ask: beans, text: Which beans?}
  - say: Fine.
`

// TestMetrics has a talk and reads the metrics of it.
func TestMetrics(t *testing.T) {
	registry := prometheus.NewPedanticRegistry()
	r := newRig(t, oneFlow(t, beans), file(t), func(o *bot.Options) { o.Metrics = registry })
	ada := r.user(7)
	ada.Start("")
	ada.hears(1)
	ada.Say("Kenya")
	ada.hears(2)
	r.stop()

	for name, want := range map[string]float64{
		`inputs_total{kind="message"}`:         2,
		`lane_wait_seconds`:                    2,
		`turn_seconds`:                         2,
		`store_seconds{call="commit"}`:         2,
		`store_seconds{call="load"}`:           1,
		`commits_total{status="ok"}`:           2,
		`send_seconds`:                         2,
		`sends_total{outcome="sent"}`:          2,
		`first_response_seconds`:               2,
		`first_response_since_message_seconds`: 2,
		`store_rollback_total`:                 0,
		`lanes`:                                0,
		`senders`:                              0,
		`cache_contacts`:                       1,
	} {
		if got := metric(t, registry, name); got != want {
			t.Errorf("repartee_%s is %v, not %v", name, got, want)
		}
	}
	if found, err := testutil.GatherAndLint(registry); err != nil || len(found) > 0 {
		t.Error(found, err)
	}
}

// metric is the value of a metric, of a histogram how much it has seen. name is as in Prometheus' text, without the bot's prefix.
func metric(t testing.TB, registry prometheus.Gatherer, name string) float64 {
	t.Helper()
	families, err := registry.Gather()
	if err != nil {
		t.Fatal(err)
	}
	for _, family := range families {
		for _, m := range family.Metric {
			var labels []string
			for _, pair := range m.Label {
				labels = append(labels, pair.GetName()+`="`+pair.GetValue()+`"`)
			}
			full := family.GetName()
			if len(labels) > 0 {
				full += "{" + strings.Join(labels, ",") + "}"
			}
			if full != "repartee_"+name {
				continue
			}
			switch {
			case m.Histogram != nil:
				return float64(m.Histogram.GetSampleCount())
			case m.Gauge != nil:
				return m.Gauge.GetValue()
			}
			return m.Counter.GetValue()
		}
	}
	return math.NaN()
}
