package cli

import (
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"slices"
)

const worstConfusions = 10 // that are told

// tally counts how what was understood agrees with what was expected.
type tally struct {
	all, agreed            int // utterances
	answered, right, meant int // those that were answered, rightly, and those that had an answer
	confusions             []*confusion
}

// confusion is one thing that was understood for another.
type confusion struct {
	Expected string `json:"expected"`
	Got      string `json:"got"`
	Count    int    `json:"count"`
	Text     string `json:"text"` // the first of them
}

func (t *tally) add(u utterance, m meaning) {
	t.all++
	expected := orNone(u.expected)
	if expected != kindNone {
		t.meant++
	}
	if m.Kind != kindNone {
		t.answered++
	}
	if !m.is(u.expected) {
		t.confused(expected, m)
		return
	}
	t.agreed++
	if m.Kind != kindNone {
		t.right++
	}
}

func (t *tally) confused(expected string, m meaning) {
	for _, c := range t.confusions {
		if c.Expected == expected && c.Got == m.name() {
			c.Count++
			return
		}
	}
	t.confusions = append(t.confusions, &confusion{expected, m.name(), 1, m.Text})
}

// worst confusions, the most frequent first.
func (t *tally) worst() []*confusion {
	slices.SortStableFunc(t.confusions, func(a, b *confusion) int { return cmp.Compare(b.Count, a.Count) })
	return t.confusions[:min(len(t.confusions), worstConfusions)]
}

func (t *tally) write(out io.Writer, format string) error {
	accuracy, precision, recall := part(t.agreed, t.all), part(t.right, t.answered), part(t.right, t.meant)
	if format == "json" {
		return json.NewEncoder(out).Encode(map[string]any{
			"utterances": t.all, "accuracy": accuracy, "precision": precision, "recall": recall,
			"confusions": append([]*confusion{}, t.worst()...),
		})
	}
	if _, err := fmt.Fprintf(out, "\n%s: accuracy %.3f, precision %.3f, recall %.3f\n", count(t.all, "utterance"), accuracy, precision, recall); err != nil {
		return err
	}
	for _, c := range t.worst() {
		if _, err := fmt.Fprintf(out, "%6d  %s taken for %s, as in %q\n", c.Count, c.Expected, c.Got, c.Text); err != nil {
			return err
		}
	}
	return nil
}

// part of a whole; of nothing all is right.
func part(some, whole int) float64 {
	if whole == 0 {
		return 1
	}
	return float64(some) / float64(whole)
}
