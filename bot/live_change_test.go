package bot_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"repartee/bot"
	"repartee/bot/telegram/telegramtest"
	"repartee/flows"
	"repartee/flows/analysis/impact"
)

// inTheMiddle is how many customers are in the middle of a flow when its files change.
const inTheMiddle = 1000

const apology = "Sorry, this has been changed meanwhile. Let us go on from here:"

// changing is the flow that changes; HEAD, STEP and MARK differ.
const changing = `
flow: order
HEAD
fields: {name: text, size: {type: one_of, options: {small: Small, large: Large}}, cups: integer}
steps:
  - ask: city
    if_known: skip
    text: City?
  - ask: name
    text: Name?
  - {STEPask: size, text: Size?}
  - ask: cups
    text: Cups?
  - say: "Done MARK: {{ city }}, {{ name }}, {{ size ?? 'any' }}, {{ cups }}."
`

func changed(t testing.TB, head, step, mark string) *flows.Set {
	t.Helper()
	flow := strings.NewReplacer("HEAD", head, "STEP", step, "MARK", mark).Replace(changing)
	return set(t, map[string]string{"bot.yaml": botYAML + "fields: {city: text}\n", "flows/order.yaml": flow})
}

// TestLiveChange changes a flow while a thousand customers are in the middle of it, once in each way that the flow can say. Nobody is stuck, nobody is asked again
// for what still holds, and what was told beforehand of the store at rest is what happens.
func TestLiveChange(t *testing.T) {
	for name, tt := range map[string]struct {
		before, after, step string
		mark                string
		fates               map[flows.Fate]int // of those at name, size and cups, a third each
		anew                bool
	}{
		"drain":     {before: "on_publish: drain", after: "on_publish: drain", step: "id: bag, ", mark: "before", fates: map[flows.Fate]int{flows.Kept: 1000}},
		"drain now": {before: "on_publish: move", after: "on_publish: drain", step: "id: bag, ", mark: "before", fates: map[flows.Fate]int{flows.Kept: 1000}},
		"was":       {before: "on_publish: move", after: "on_publish: move", step: "id: bag, was: size, ", mark: "after", fates: map[flows.Fate]int{flows.Same: 667, flows.Moved: 333}},
		"resume_at": {before: "", after: "resume_at: cups", step: "id: bag, ", mark: "after", fates: map[flows.Fate]int{flows.Same: 667, flows.Resumes: 333}},
		"stranded":  {before: "", after: "", step: "id: bag, ", mark: "after", fates: map[flows.Fate]int{flows.Same: 667, flows.Stranded: 333}},
		"restart":   {before: "on_publish: restart", after: "on_publish: restart", step: "id: bag, ", mark: "after", fates: map[flows.Fate]int{flows.Restarts: 1000}, anew: true},
	} {
		t.Run(name, func(t *testing.T) {
			stores(t, func(t *testing.T, open func(testing.TB) fullStore) {
				before, after := changed(t, tt.before, "", "before"), changed(t, tt.after, tt.step, "after")
				r := newRig(t, before, open(t), func(o *bot.Options) { o.Publication = 1 })
				crowd := newCrowd(r)
				crowd.each(func(c *buyer) {
					c.Start("")
					c.answers(2 + c.at)
				})
				r.stop()
				same(t, inTheMiddle, len(r.underway(bot.Underway)))
				r.underwayIsKnown()
				told := report(t, r.store, before, after)
				r.start(after, earlierIs(before), func(o *bot.Options) { o.Publication = 2 })
				crowd.each(func(c *buyer) { c.finishes(tt.mark, tt.anew) })
				r.stop()
				got := map[flows.Fate]int{}
				for _, p := range told.Places {
					got[p.Fate] += p.People
				}
				same(t, tt.fates, got)
				same(t, tt.fates[flows.Stranded], told.Stranded)
				same(t, tt.fates[flows.Restarts]+tt.fates[flows.Resumes]+tt.fates[flows.Stranded], crowd.apologies())
				r.nothingDied()
				r.underwayIsKnown()
			})
		})
	}
}

// report is what is told of a store at rest.
func report(t testing.TB, s fullStore, before, after *flows.Set) impact.Report {
	t.Helper()
	c := impact.Change{New: flows.NewEngine(after, flows.EngineOptions{Publication: 2}), Old: flows.NewEngine(before, flows.EngineOptions{Publication: 1})}
	var told impact.Report
	err := s.Contacts(t.Context(), bot.Everybody, func(contact bot.KeptContact) error {
		state, err := contact.State()
		if err != nil {
			return err
		}
		e := c.Of(state, time.UnixMilli(s.Now()), flows.Facts{})
		told.Add(&e)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return told
}

// crowd is all who are in the middle of the flow.
type crowd []*buyer

// buyer is one of them, who has answered the city and so many questions after it when the files change.
type buyer struct {
	*customer
	at    int
	asked []string // since the change
}

func newCrowd(r *rig) crowd {
	all := make(crowd, inTheMiddle)
	for i := range all {
		all[i] = &buyer{customer: r.user(int64(1 + i)), at: i % 3} // 334 at name, 333 each at size and cups
	}
	return all
}

// each lets all of them do something, some side by side.
func (all crowd) each(do func(*buyer)) {
	var group sync.WaitGroup
	const atOnce = 32
	for from := range atOnce {
		group.Go(func() {
			for i := from; i < len(all); i += atOnce {
				do(all[i])
			}
		})
	}
	group.Wait()
}

func (all crowd) apologies() (n int) {
	for _, c := range all {
		if slices.Contains(c.asked, apology) {
			n++
		}
	}
	return n
}

// answers gives so many answers, each to what was asked last.
func (c *buyer) answers(n int) {
	for range n - 1 {
		c.Say(c.answer(c.last()))
	}
	c.last()
}

// last waits until the bot has spoken last, and gives that.
func (c *buyer) last() string {
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	var last string
	if !c.Wait(ctx, func(screen []telegramtest.Message) bool {
		m := screen[len(screen)-1]
		last = m.Text
		return m.FromBot && m.Text != apology
	}) {
		c.Errorf("user %d is stuck after %q", c.ID(), last)
	}
	return last
}

func (c *buyer) answer(question string) string {
	switch question {
	case "City?":
		return fmt.Sprintf("City %d", c.ID())
	case "Name?":
		return fmt.Sprintf("Name %d", c.ID())
	case "Size?":
		return "Large"
	}
	return "3"
}

// finishes answers until the flow is done, and holds what it says to what was answered before and after the change.
func (c *buyer) finishes(mark string, anew bool) {
	before := len(said(c.Messages()))
	question := c.last()
	for range 6 {
		c.Say(c.answer(question))
		if question = c.last(); strings.HasPrefix(question, "Done") {
			break
		}
	}
	c.asked = said(c.Messages())[before:]
	want := fmt.Sprintf("Done %s: City %d, Name %d, Large, 3.", mark, c.ID(), c.ID())
	if skipped := fmt.Sprintf("Done %s: City %d, Name %d, any, 3.", mark, c.ID(), c.ID()); question != want && question != skipped {
		c.Errorf("user %d hears %q, not %q", c.ID(), question, want)
	}
	if slices.Contains(c.asked, "City?") || !anew && c.at > 0 && slices.Contains(c.asked, "Name?") || !anew && c.at > 1 && slices.Contains(c.asked, "Size?") {
		c.Errorf("user %d is asked again for what was answered: %q", c.ID(), c.asked)
	}
}
