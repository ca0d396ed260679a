package flows_test

import (
	"reflect"
	"strings"
	"testing"

	"repartee/flows"
)

// TestLogged writes what a turn told and reads it again; what all events tell of arms stands once.
func TestLogged(t *testing.T) {
	arms := map[string]string{"welcome.greeting": "offer"}
	given := flows.Logged{
		Who: "k", At: 1700000000, Language: "de", Source: "poster", Waited: 1200,
		Events: []flows.Event{
			{Name: flows.Recorded, Heard: &flows.Heard{Who: "k"}},
			{Name: flows.Visited, Arms: arms}, {Name: flows.Started, Flow: "welcome", Arms: arms},
		},
	}
	raw := given.Encode()
	if strings.Count(string(raw), "greeting") != 1 {
		t.Fatalf("%s", raw)
	}
	if given.Events[1].Arms == nil {
		t.Error("the events that were given have changed")
	}
	got, err := flows.DecodeLogged(raw)
	if err != nil || got.Who != "k" || got.Waited != 1200 || got.Source != "poster" || !reflect.DeepEqual(got.Arms, arms) || len(got.Events) != 3 || got.Events[0].Heard == nil {
		t.Errorf("%+v, %v", got, err)
	}
	before, err := flows.DecodeLogged([]byte(`[{"e":"started","flow":"welcome"}]`))
	if want := []flows.Event{{Name: flows.Started, Flow: "welcome"}}; err != nil || !reflect.DeepEqual(before, flows.Logged{Events: want}) {
		t.Errorf("of before: %+v, %v", before, err)
	}
	for _, broken := range []string{"", "{", "[1]", `"x"`} {
		if _, err := flows.DecodeLogged([]byte(broken)); err == nil {
			t.Errorf("%q is read", broken)
		}
	}
}

// TestLog tells of the customer what reports are divided by, and of one who is forgotten nothing.
func TestLog(t *testing.T) {
	set := bot(t, map[string]string{"bot.yaml": "", "flows/welcome.yaml": "flow: welcome\ntitle: Start\nsteps:\n  - say: Hello.\n"})
	out := flows.Outcome{State: flows.State{Contact: flows.Contact{Key: "k", FirstName: "Ada", Telegram: "en-GB", Source: "poster"}}}
	if l := set.Log(&out, &flows.Input{}); l.Who != "k" || l.Language != "en" || l.Source != "poster" {
		t.Errorf("%+v", l)
	}
	if l := set.Log(&flows.Outcome{Forget: true}, &flows.Input{}); l.Who != "" || l.Language != "" {
		t.Errorf("forgotten: %+v", l)
	}
}
