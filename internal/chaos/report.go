package chaos

import (
	"fmt"
	"slices"
	"strings"
	"time"
)

// Report is what came of a run.
type Report struct {
	Title     string
	Faults    []Fault
	Customers int // who came
	Stuck     int // of them: who waited for something in vain
	Updates   int // that the webhook took; 0 with polling
	Again     int // of them: that came more than once
	Answers   int // words that were said
	Replies   int // that were to be sent
	Sent      int // messages that Telegram took

	Lost       int // words, presses, waits and friends that are not in the state
	Doubled    int // that are there twice
	Disordered int // words or replies that are not in the order in which they were due
	Missing    int // replies that never came
	Unexpected int // replies without a reason
	Repeats    Repeats

	Payments, Refunds, Sold int
	Leaks, LogLines         int

	Waits  []time.Duration // of customers for an answer, the shortest first
	Wrong  []string        // all that must not be, a sentence each
	Lasted time.Duration
}

// Repeats are messages that were sent more than once, by the reason.
type Repeats struct {
	Cut        int // Telegram took the first, and the bot was not told
	Killed     int // the process was killed in between
	Stopped    int // the process was stopped in between
	Undeclared int
}

// Fault is a kind of fault, with how often it was injected.
type Fault struct {
	Name  string
	Times int
	After []time.Duration // how long it took until somebody was answered again, the shortest first
}

// describe notes what was done.
func (v *verdict) describe() {
	r := v.run
	v.Title = fmt.Sprintf("%d processes, %s, %s, appendfsync %s, seed %d", r.Bots, r.intake(), r.keeper(), r.Fsync, r.Seed)
	v.Customers, v.Sent, v.Lasted = len(r.crowd.everybody()), r.front.total(), r.For
	v.Updates, v.Again = r.hook.counts()
	v.Wrong = append(v.Wrong, r.unrest...)
	r.crowd.mu.Lock()
	answers := slices.Clone(r.crowd.heard)
	r.crowd.mu.Unlock()
	for _, h := range answers {
		v.Waits = append(v.Waits, h.took)
	}
	slices.Sort(v.Waits)
	for _, f := range faults(&r.Options) {
		one := Fault{Name: f.name}
		for _, i := range r.injected {
			if i.name != f.name {
				continue
			}
			one.Times++
			if took, ok := firstAfter(answers, i.from); ok && f.felt {
				one.After = append(one.After, took)
			}
		}
		slices.Sort(one.After)
		v.Faults = append(v.Faults, one)
	}
}

func (r *run) intake() string {
	if r.Polling {
		return "polling"
	}
	return "one webhook"
}

func (r *run) keeper() string {
	if r.Cluster {
		return "a cluster of three masters and three replicas"
	}
	return "one Redis"
}

// firstAfter is how long it took until somebody who spoke after a moment was answered.
func firstAfter(answers []heard, at time.Time) (time.Duration, bool) {
	var soonest time.Duration
	found := false
	for _, h := range answers {
		if took := h.from.Add(h.took).Sub(at); !h.from.Before(at) && (!found || took < soonest) {
			soonest, found = took, true
		}
	}
	return soonest, found
}

// Table writes the report as Markdown.
func (p *Report) Table() string {
	var b strings.Builder
	line := func(name string, format string, args ...any) { fmt.Fprintf(&b, "| "+name+" | "+format+" |\n", args...) }
	fmt.Fprintf(&b, "%s of storm; %s\n\n| fault | times | first answer after it: median | longest |\n|---|---|---|---|\n", p.Lasted, p.Title)
	for _, f := range p.Faults {
		line(f.Name, "%d | %s | %s", f.Times, short(f.After, 0.5), short(f.After, 1))
	}
	fmt.Fprintf(&b, "\n| what came of it | |\n|---|---|\n")
	line("customers, of them stuck", "%d, **%d**", p.Customers, p.Stuck)
	if p.Updates > 0 {
		line("updates taken, and deliveries of one that was there already", "%d, %d", p.Updates, p.Again)
	}
	line("words said; lost, doubled in effect, out of order", "%d; **%d**, **%d**, **%d**", p.Answers, p.Lost, p.Doubled, p.Disordered)
	line("replies due; missing, without a reason", "%d; **%d**, **%d**", p.Replies, p.Missing, p.Unexpected)
	r := p.Repeats
	line("messages sent; repeated since Telegram's answer was cut, the process was killed, or stopped", "%d; %d, %d, %d", p.Sent, r.Cut, r.Killed, r.Stopped)
	line("repeated for no declared reason", "**%d**", r.Undeclared)
	line("payments, refunds, tickets sold", "%d, %d, %d", p.Payments, p.Refunds, p.Sold)
	line("lines of log; with a secret, a name, a number or a word of a customer", "%d; **%d**", p.LogLines, p.Leaks)
	line("waits for an answer: median, 95 %%, 99 %%, longest", "%s, %s, %s, %s", short(p.Waits, 0.5), short(p.Waits, 0.95), short(p.Waits, 0.99), short(p.Waits, 1))
	return b.String()
}

// short writes the value at a part of a sorted list.
func short(sorted []time.Duration, part float64) string {
	if len(sorted) == 0 {
		return "–"
	}
	d := sorted[int(part*float64(len(sorted)-1))]
	if d < time.Second {
		return d.Round(time.Millisecond).String()
	}
	return d.Round(100 * time.Millisecond).String()
}
