package flows_test

import (
	"reflect"
	"testing"

	"repartee/flows"
	"repartee/flows/value"
)

// TestTakesInOrder shows that of several fields taken from a called flow none is forgotten for another, however often the turn is tried.
func TestTakesInOrder(t *testing.T) {
	s := bot(t, map[string]string{
		"flows/sub.yaml": "flow: sub\nfields: {x: text, y: text}\nsteps:\n  - {ask: x, text: X?}\n  - {ask: y, text: Y?}\n",
		"flows/welcome.yaml": "flow: welcome\nfields: {a: text, b: text}\nsteps:\n  - {id: top, say: Top}\n  - flow: sub\n    when: a != 'stop'\n    take: {a: x, b: y}\n" +
			"  - menu: \"{{ a ?? '?' }} and {{ b ?? '?' }}\"\n    options: {again: {label: Again, go: top}, \"no\": \"No\"}\n",
	})
	for range 50 {
		c := talkTo(t, s)
		var last flows.Outcome
		for _, words := range []string{"/start", "1", "2", "Again", "3", "4"} {
			last = c.says(words)
		}
		if got := texts(last); len(got) != 1 || got[0] != "3 and 4" {
			t.Fatalf("got %q", got)
		}
	}
}

// TestExpireInOrder shows that fields whose time is over together are told of in the same order each time.
func TestExpireInOrder(t *testing.T) {
	s := bot(t, map[string]string{
		"bot.yaml":           "fields: {a: {type: text, keep: 1d}, b: {type: text, keep: 1d}, c: {type: text, keep: 1d}, d: {type: text, keep: 1d}}\n",
		"flows/welcome.yaml": "flow: welcome\nsteps: [{say: \"{{ a ?? '' }}{{ b ?? '' }}{{ c ?? '' }}{{ d ?? '' }} hello\"}]\n",
	})
	at := noon.Unix() - 100_000
	kept := flows.Answer{Value: value.Text("x"), At: at}
	state := flows.State{Contact: flows.Contact{Since: at, Expires: at, Fields: map[string]flows.Answer{"a": kept, "b": kept, "c": kept, "d": kept}}}
	var first []flows.Event
	for range 50 {
		out, err := flows.NewEngine(s).Turn(state, flows.Input{What: flows.Wake, At: noon}, flows.Facts{})
		if err != nil {
			t.Fatal(err)
		}
		if first == nil {
			first = out.Events
		}
		if len(out.Events) != 4 || !reflect.DeepEqual(first, out.Events) {
			t.Fatalf("got %v and %v", first, out.Events)
		}
	}
}
