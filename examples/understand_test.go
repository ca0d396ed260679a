package examples_test

import (
	"encoding/csv"
	"os"
	"strings"
	"testing"

	"repartee/flows"
	"repartee/flows/understand"
)

// An utterance is what somebody may write to the coffee bot, and what is meant by
// it: "faq:id", "start:id", or nothing that the bot knows.
type utterance struct{ text, expected string }

func readUtterances(t *testing.T, file string) []utterance {
	t.Helper()
	source, err := os.Open("testdata/understand/" + file)
	if err != nil {
		t.Fatal(err)
	}
	defer source.Close()
	rows, err := csv.NewReader(source).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var all []utterance
	for _, row := range rows[1:] {
		all = append(all, utterance{row[0], row[1]})
	}
	return all
}

// counts of utterances: what was answered, what was answered rightly, what had an answer.
type counts struct{ answered, right, meant int }

func (c counts) precision() float64 { return float64(c.right) / float64(max(1, c.answered)) }
func (c counts) recall() float64    { return float64(c.right) / float64(max(1, c.meant)) }

func understood(t *testing.T, set *flows.Set, language, file string) counts {
	t.Helper()
	var c counts
	for _, u := range readUtterances(t, file) {
		got := ""
		if found := set.Understand(u.text, language); len(found) > 0 && found[0].Score >= understand.Threshold {
			got = found[0].Kind + ":" + found[0].ID
			c.answered++
		}
		if u.expected != "" {
			c.meant++
		}
		switch {
		case got != u.expected:
			t.Logf("%q is taken for %q, meant is %q", u.text, got, u.expected)
		case got != "":
			c.right++
		}
	}
	return c
}

// The matcher was tuned with the utterances of tune.*.csv only; held.*.csv tell how well it understands what it has never seen.
func TestCoffeeUnderstands(t *testing.T) {
	set := load(t, "coffee").Set
	for _, language := range []string{"en", "de", "fr"} {
		t.Run(language, func(t *testing.T) {
			for _, file := range []string{"tune." + language + ".csv", "held." + language + ".csv"} {
				if n := len(readUtterances(t, file)); n < 150 {
					t.Errorf("%s has only %d utterances", file, n)
				}
				c := understood(t, set, language, file)
				t.Logf("%s: precision %.3f, recall %.3f", file, c.precision(), c.recall())
				if strings.HasPrefix(file, "held") && (c.precision() < 0.95 || c.recall() < 0.85) {
					t.Errorf("%s: precision %.3f and recall %.3f; want 0.95 and 0.85", file, c.precision(), c.recall())
				}
			}
		})
	}
}
