package docs_test

import (
	"context"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"
	"github.com/prometheus/client_golang/prometheus"

	"repartee/bot"
	"repartee/bot/telegram"
	"repartee/flows"
)

// registered takes the names of metrics.
type registered struct{ names []string }

var fullName = regexp.MustCompile(`fqName: "([a-z_]+)"`)

func (r *registered) Register(c prometheus.Collector) error {
	described := make(chan *prometheus.Desc, 10)
	c.Describe(described)
	close(described)
	for d := range described {
		r.names = append(r.names, fullName.FindStringSubmatch(d.String())[1])
	}
	return nil
}

func (r *registered) MustRegister(...prometheus.Collector) {}

func (r *registered) Unregister(prometheus.Collector) bool { return false }

// nowhere is a store that is never asked.
type nowhere struct{ bot.Store }

func (nowhere) Now() int64 { return 0 }

// metrics are the names of all metrics of a bot.
func metrics(t *testing.T) []string {
	t.Helper()
	client, err := telegram.New(telegram.Options{Token: "123456:" + strings.Repeat("a", 35)})
	if err != nil {
		t.Fatal(err)
	}
	var r registered
	if _, err := bot.New(context.Background(), bot.Options{Store: nowhere{}, Client: client, Set: &flows.Set{}, Metrics: &r}); err != nil {
		t.Fatal(err)
	}
	if len(r.names) < 20 {
		t.Fatalf("there are only %d metrics: %v", len(r.names), r.names)
	}
	return r.names
}

var named = regexp.MustCompile(`repartee_[a-z_]+`)

// exists tells whether a bot has a metric; a histogram is written with an end of its own too.
func exists(all []string, name string) bool {
	for _, end := range []string{"", "_bucket", "_count", "_sum"} {
		if base, cut := strings.CutSuffix(name, end); cut && slices.Contains(all, base) {
			return true
		}
	}
	return false
}

// TestAlerts holds the alerts to the metrics that there are, and to what an operator needs.
func TestAlerts(t *testing.T) {
	text, err := os.ReadFile(filepath.Join("..", "deploy", "alerts.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	var file struct {
		Groups []struct {
			Name  string
			Rules []struct {
				Alert, Expr, For    string
				Labels, Annotations map[string]string
			}
		}
	}
	if err := yaml.UnmarshalWithOptions(text, &file, yaml.DisallowUnknownField()); err != nil {
		t.Fatal(err)
	}
	all := metrics(t)
	rules := 0
	for _, group := range file.Groups {
		for _, rule := range group.Rules {
			rules++
			if rule.Alert == "" || rule.Labels["severity"] == "" || rule.Annotations["summary"] == "" || rule.Annotations["what_to_do"] == "" {
				t.Errorf("%s does not say what it is and what to do", rule.Alert)
			}
			if !named.MatchString(rule.Expr) {
				t.Errorf("%s looks at nothing of ours: %s", rule.Alert, rule.Expr)
			}
		}
	}
	if rules < 3 {
		t.Errorf("there are %d alerts", rules)
	}
	for _, name := range named.FindAllString(string(text), -1) {
		if !exists(all, name) {
			t.Errorf("there is no metric %s", name)
		}
	}
}

// TestMetricsAreDocumented holds the page for operators to the metrics that there are.
func TestMetricsAreDocumented(t *testing.T) {
	page, err := os.ReadFile("operate.md")
	if err != nil {
		t.Fatal(err)
	}
	all := metrics(t)
	told := named.FindAllString(string(page), -1)
	for _, name := range all {
		if !slices.Contains(told, name) {
			t.Errorf("operate.md does not tell of %s", name)
		}
	}
	for _, name := range told {
		if !exists(all, name) {
			t.Errorf("operate.md tells of %s, which is not there", name)
		}
	}
}
