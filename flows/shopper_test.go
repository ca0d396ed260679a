package flows_test

import (
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"repartee/config"
	"repartee/flows"
	"repartee/flows/shop"
	"repartee/flows/steps"
)

// shopper is a customer of a market. His turns are committed as the runtime does it; with slow the jobs wait until they are worked.
type shopper struct {
	t      testing.TB
	market *market
	engine *flows.Engine
	facts  flows.Facts
	now    time.Time
	state  flows.State
	turns  int
	size   int // of the largest state so far, bytes

	sent     []flows.Send // all messages so far, an invoice among them
	invoices []flows.Invoice
	jobs     []flows.Job // that wait
	slow     bool
	did      []string // what happened so far, for the report of a failure
}

func shopIn(t testing.TB, set *flows.Set) *shopper {
	return &shopper{t: t, market: openMarket(set), engine: flows.NewEngine(set, flows.EngineOptions{Publication: 1, Username: "bot"}), now: noon}
}

// shopperAt sends a customer to a bot under testdata.
func shopperAt(t testing.TB, name string) *shopper {
	t.Helper()
	loaded, found, err := config.LoadDir("testdata/"+name, steps.Kinds())
	if err != nil || found.HasErrors() {
		t.Fatal("the bot has errors", err)
	}
	return shopIn(t, loaded.Set)
}

// input runs a turn a second later, and gives what is said.
func (s *shopper) input(in flows.Input) []string {
	s.t.Helper()
	s.now = s.now.Add(time.Second)
	return s.commit(in)
}

// commit runs a turn until it can be written: one that would close an order which is being paid is run again, knowing that.
func (s *shopper) commit(in flows.Input) []string {
	s.t.Helper()
	s.turns++
	in.ID, in.At = fmt.Sprint("in.", s.turns), s.now
	in.Seed[0], in.Seed[1] = byte(s.turns), byte(s.turns>>8)
	s.facts.Stock = s.market.seen()
	out := s.turn(in)
	if in.Approved = s.market.beingPaid(&out, s.now); in.Approved != nil {
		out = s.turn(in)
		if s.market.beingPaid(&out, s.now) != nil {
			s.fail("an order is closed that is being paid")
		}
	}
	if !s.market.write(&out) {
		return nil
	}
	s.state = s.kept(out.State)
	said := s.take(out.Effects)
	for !s.slow && len(s.jobs) > 0 {
		said = append(said, s.work(0)...)
	}
	return said
}

// turn runs a turn twice: it comes to the same, and the state that it is given stays as it was.
func (s *shopper) turn(in flows.Input) flows.Outcome {
	s.t.Helper()
	before := s.encoded(s.state)
	out, err := s.engine.Turn(s.state, in, s.facts)
	if err != nil {
		s.fail(err)
	}
	if again, _ := s.engine.Turn(s.state, in, s.facts); !reflect.DeepEqual(out, again) {
		s.fail("a turn that runs again comes to something else: ", in)
	}
	if s.encoded(s.state) != before {
		s.fail("a turn changes the state that it is given: ", in)
	}
	return out
}

func (s *shopper) encoded(state flows.State) string {
	s.t.Helper()
	raw, err := state.Encode()
	if err != nil {
		s.fail(err)
	}
	return string(raw)
}

// kept is a state as it comes out of the store.
func (s *shopper) kept(state flows.State) flows.State {
	s.t.Helper()
	raw := s.encoded(state)
	s.size = max(s.size, len(raw))
	kept, err := flows.DecodeState([]byte(raw))
	if err != nil {
		s.fail(err)
	}
	if s.encoded(kept) != raw {
		s.fail("a state does not come out of the store as it went in")
	}
	return kept
}

// take does what a turn wants done, and gives what is said.
func (s *shopper) take(effects []flows.Effect) (said []string) {
	s.t.Helper()
	for _, effect := range effects {
		switch e := effect.(type) {
		case flows.Send:
			s.sent = append(s.sent, e)
			said = append(said, e.Text)
		case flows.Edit:
			if e.Message > 0 && e.Message <= len(s.sent) {
				s.sent[e.Message-1].Text, s.sent[e.Message-1].Buttons = e.Text, e.Buttons
			}
			said = append(said, e.Text)
		case flows.EditButtons:
			if e.Message > 0 && e.Message <= len(s.sent) {
				s.sent[e.Message-1].Buttons = e.Buttons
			}
		case flows.Invoice:
			s.bill(e)
			s.sent = append(s.sent, flows.Send{Text: invoiceShown, Buttons: e.Buttons})
			said = append(said, invoiceShown)
		case flows.Job:
			s.jobs = append(s.jobs, e)
		}
	}
	return said
}

const invoiceShown = "(invoice)"

// bill takes an invoice: it is of the same sum as its order.
func (s *shopper) bill(i flows.Invoice) {
	s.t.Helper()
	var sum int64
	for _, price := range i.Prices {
		sum += price.Amount
	}
	if o := s.market.orders[i.Order]; o == nil || o.State == shop.Open && sum != o.Totals.Total || sum <= 0 {
		s.fail("an invoice of ", sum, " for ", i.Order)
	}
	if (i.Currency == "XTR") != (i.Provider == "") {
		s.fail("an invoice in ", i.Currency, " by ", i.Provider)
	}
	s.invoices = append(s.invoices, i)
}

// work does one of the jobs that wait.
func (s *shopper) work(i int) []string {
	s.t.Helper()
	job := s.jobs[i]
	s.jobs = slices.Delete(s.jobs, i, i+1)
	result := flows.Input{What: flows.Result, Job: job.ID, Result: []byte("{}")}
	switch {
	case job.Stock != nil:
		done := s.market.do(job.Stock, s.now)
		result.Result, _ = json.Marshal(done) // numbers and texts
	case job.Link != nil:
		s.bill(*job.Link)
		result.Result = []byte(`{"url":"https://t.me/$x"}`)
	}
	return s.commit(result)
}

// drop lets one of the jobs that wait fail.
func (s *shopper) drop(i int) []string {
	s.t.Helper()
	job := s.jobs[i]
	s.jobs = slices.Delete(s.jobs, i, i+1)
	return s.commit(flows.Input{What: flows.Result, Job: job.ID, Failed: "the store is away", Until: job.Deadline.Unix()})
}

// hurry does all jobs, those that waited first.
func (s *shopper) hurry() (said []string) {
	s.t.Helper()
	s.slow = false
	for len(s.jobs) > 0 {
		said = append(said, s.work(0)...)
	}
	return said
}

func (s *shopper) says(all ...string) (said []string) {
	s.t.Helper()
	for _, words := range all {
		s.note("> ", words)
		said = s.input(flows.Input{What: flows.Message, Text: words, Message: 5})
	}
	return said
}

// taps presses the newest button with an id or a label, for each of them.
func (s *shopper) taps(all ...string) (said []string) {
	s.t.Helper()
	for _, label := range all {
		on, data := s.button(label)
		said = s.press(on, data, label)
	}
	return said
}

func (s *shopper) button(label string) (on int, data string) {
	s.t.Helper()
	for i, sent := range slices.Backward(s.sent) {
		for _, row := range sent.Buttons {
			for _, button := range row {
				if button.Data != "" && (button.Label == label || flows.Means(button.Data, label)) {
					return i + 1, button.Data
				}
			}
		}
	}
	s.fail("there is no button ", label)
	return 0, ""
}

// press presses a button that was once seen, by now an old one perhaps.
func (s *shopper) press(on int, data, label string) []string {
	s.t.Helper()
	s.note("* ", label, " under message ", on)
	return s.input(flows.Input{What: flows.Press, Data: data, Press: "p", On: on})
}

// sleeps lets time go by; what is due meanwhile happens at its time. A store that is away comes back after a while.
func (s *shopper) sleeps(d time.Duration) (said []string) {
	s.t.Helper()
	s.note("~ ", d)
	end := s.now.Add(d)
	for n := 0; ; n++ {
		wake := s.state.Wake()
		if wake.IsZero() || wake.After(end) {
			break
		}
		if n > 500 {
			s.fail("it wakes without end, at ", wake)
		}
		if wake.After(s.now) {
			s.now = wake
		}
		said = append(said, s.commit(flows.Input{What: flows.Wake})...)
		if n > 3 {
			said = append(said, s.hurry()...)
		}
	}
	s.now = end
	return said
}

func (s *shopper) note(what ...any) { s.did = append(s.did, fmt.Sprint(what...)) }

func (s *shopper) fail(what ...any) {
	s.t.Helper()
	s.t.Fatalf("%s\nafter\n%s", fmt.Sprint(what...), strings.Join(s.did, "\n"))
}
