package steps_test

import (
	"strings"
	"testing"
	"time"

	"repartee/flows"
)

// TestTogether recommends what customers took who also took what this one has; only where they are many enough.
func TestTogether(t *testing.T) {
	set := load(t, map[string]string{
		"bot.yaml":     "bot: Likes\nlanguages: [en]\ntime_zone: Europe/Berlin\ncurrency: EUR\nstart: likes\n",
		"catalog.yaml": "coffee:\n  items: [{id: crema, name: Crema}, {id: sidamo, name: Sidamo}, {id: decaf, name: Decaf}, {id: house, name: House}]\n",
		"flows/likes.yaml": "flow: likes\nsteps:\n  - recommend: also\n    from: catalog.coffee\n    where: together > 0\n" +
			"    rank: [{score: together, because: \"{{ together }} customers took both\"}]\n    text: \"{{ item.name }}, since {{ reasons ?? '' }}.\"\n    none: [{say: Nothing.}]\n",
	})
	facts := flows.Facts{Together: map[string][]flows.Companions{
		"coffee.crema": {{Item: "coffee.decaf", Customers: 31}, {Item: "coffee.house", Customers: 2}, {Item: "coffee.sidamo", Customers: 12}},
	}}
	for _, tt := range []struct {
		chosen []string
		want   string
	}{
		{nil, "Nothing."},
		{[]string{"coffee.crema"}, "Decaf, since 31 customers took both. / Sidamo, since 12 customers took both."},
		{[]string{"coffee.crema", "coffee.decaf"}, "Sidamo, since 12 customers took both."},
		{[]string{"coffee.house"}, "Nothing."},
	} {
		state := flows.State{}
		state.Contact.Chosen = tt.chosen
		in := flows.Input{ID: "1", At: time.Date(2026, time.March, 2, 9, 0, 0, 0, time.UTC), What: flows.Message, Text: "/start"}
		out, err := flows.NewEngine(set).Turn(state, in, facts)
		if err != nil {
			t.Fatal(err)
		}
		if got := strings.Join(sentTexts(out), " / "); got != tt.want {
			t.Errorf("having chosen %v: got %q, want %q", tt.chosen, got, tt.want)
		}
	}
}

func sentTexts(out flows.Outcome) []string {
	var texts []string
	for _, effect := range out.Effects {
		if sent, ok := effect.(flows.Send); ok {
			texts = append(texts, sent.Text)
		}
	}
	return texts
}
