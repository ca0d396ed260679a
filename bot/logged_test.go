package bot_test

import (
	"slices"
	"testing"
	"time"

	"repartee/bot"
	"repartee/flows"
)

// TestWhatIsLogged reads what the store keeps of turns: whose, when, in which language, by which link, and how long the first word waited; not a word of what was said.
func TestWhatIsLogged(t *testing.T) {
	stores(t, func(t *testing.T, open func(testing.TB) fullStore) {
		store := open(t)
		began := time.Now().Unix()
		r := newRig(t, oneFlow(t, orderFlow), store)
		ann := r.user(1)
		ann.Start("poster")
		ann.expects("What is your name?")
		ann.Say("Ann")
		ann.hears(2)
		turns := loggedTurns(t, store)
		if len(turns) != 2 {
			t.Fatalf("%d turns are kept", len(turns))
		}
		for i, l := range turns {
			if len(l.Who) != 16 || l.Who != turns[0].Who || l.At < began || l.Language != "en" || l.Source != "poster" {
				t.Errorf("turn %d: %+v", i, l)
			}
			if visited := slices.ContainsFunc(l.Events, func(e flows.Event) bool { return e.Name == flows.Visited }); visited != (i == 0) || !visited && l.Waited != 0 {
				t.Errorf("turn %d: visited %v, waited %d", i, visited, l.Waited)
			}
		}
		if w := turns[0].Waited; w < 0 || w > patience.Milliseconds() {
			t.Errorf("the first word has waited %d ms", w)
		}
	})
}

// loggedTurns are the turns that a store keeps, the oldest first.
func loggedTurns(t *testing.T, store bot.Archive) (turns []flows.Logged) {
	t.Helper()
	entries, err := store.Events(t.Context(), 100)
	if err != nil {
		t.Fatal(err)
	}
	for _, raw := range slices.Backward(entries) {
		l, err := flows.DecodeLogged(raw)
		if err != nil {
			t.Fatal(err)
		}
		turns = append(turns, l)
	}
	return turns
}
