package analysis_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"repartee/flows/analysis"
)

// TestRounds has a list that ends when the customer says so: it has one entry at least, so what is asked for in each is known behind it, and only there it is
// asked whether there is one more.
func TestRounds(t *testing.T) {
	v := view(t, `flow: a
start: {command: a}
goal: done
fields: {guests: {type: list, of: {name: text}}, first: {type: text, max: 20}, seat: {type: text, max: 20}}
steps:
  - repeat: guests
    more: One more guest?
    do:
      - {ask: name, text: Which name?}
      - {ask: first, text: Who comes first?}
      - {ask: seat, text: Which seat?, skip: Any}
  - {say: "{{ first }} comes first.", id: known}
  - {say: "On {{ seat }}.", id: skipped}
  - goal: done
`)
	gaps := v.Gaps()
	if len(gaps) != 1 || gaps[0].Use.Name != "seat" {
		t.Fatalf("gaps: %+v", gaps)
	}
	want := []string{
		"Customer: /a", "Bot: Which name?", "Customer: (answers name)", "Bot: Who comes first?", "Customer: (answers first)", "Bot: Which seat?", "Customer: [Any]",
		"Bot: One more guest?", "Customer: [no more]", "Bot: {{ first }} comes first.",
	}
	if diff := cmp.Diff(want, v.Transcript(gaps[0].Path)); diff != "" {
		t.Errorf("transcript (-want +got):\n%s", diff)
	}
	if effort := v.Effort(v.Set.Flow("a")); effort.Goal == nil || *effort.Goal != (analysis.Span{Least: 4, Most: 4}) {
		t.Errorf("before the goal: %+v", effort.Goal)
	}
}
