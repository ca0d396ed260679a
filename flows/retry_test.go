package flows_test

import (
	"testing"

	"repartee/flows"
)

// TestRetryOfAnInterruptedCall shows that a call is tried again with what it was made with, whatever is talked of meanwhile.
func TestRetryOfAnInterruptedCall(t *testing.T) {
	s := bot(t, map[string]string{
		"bot.yaml": "calls:\n  parcel: {get: \"https://api.example.com/{{ number }}\", needs: {number: text}, gives: {place: text}, within: 5s, tries: 3}\n",
		"flows/welcome.yaml": "flow: welcome\nfields: {number: text, place: text}\nsteps:\n  - {ask: number, text: Which number?}\n  - {call: parcel, with: {number: number}, take: {place: place}, error: bad}\n" +
			"  - say: It is in {{ place }}.\n  - end:\n  - id: bad\n    say: Failed.\n",
		"flows/other.yaml": "flow: other\nstart: {command: other}\nfields: {number: text}\nsteps:\n  - {ask: number, text: House number?}\n  - menu: More?\n    options: {\"no\": Nothing}\n",
	})
	for _, words := range [][]string{{"/other", "HOUSE7"}, {"/help"}, {"/privacy"}} {
		c := talkTo(t, s)
		c.says("/start")
		job := effectsOf[flows.Job](c.says("A1"))[0]
		for _, w := range words {
			c.says(w)
		}
		c.input(flows.Input{What: flows.Result, Job: job.ID, Failed: "no"})
		var again []flows.Job
		for n := 0; n < 20 && again == nil && !c.state.Wake().IsZero(); n++ {
			c.now = c.state.Wake()
			again = effectsOf[flows.Job](c.input(flows.Input{What: flows.Wake}))
		}
		if len(again) != 1 || again[0].HTTP.URL != job.HTTP.URL || again[0].ID != job.ID {
			t.Errorf("after %q it is tried again with %+v", words, again)
		}
	}
}
