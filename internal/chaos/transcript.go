package chaos

import (
	"slices"
	"strings"
	"time"
)

// transcript compares what a customer was sent with what he was to hear: all of it, in order, and what comes twice only for a reason. After something was said
// again, all that follows it may come again too, in order: a sender that takes over begins with the first that it cannot know to have arrived.
func (v *verdict) transcript(c *customer, gone map[string][]absence) {
	script, sent := c.script(), v.run.front.sentTo(c.ID())
	v.Replies += len(script)
	last := map[string]send{}
	next, onceMore := 0, false
	for _, s := range sent {
		what := gist(s.what)
		at := slices.Index(script, what)
		before, again := last[what]
		last[what] = s
		switch {
		case at < 0 && strings.HasPrefix(what, "The payment for"):
			onceMore = true // the payment is not known: the invoice is shown again
			continue
		case at < 0:
			v.unexpected(c, s)
			continue
		case again && what == anInvoice && onceMore:
			onceMore = false
		case again:
			v.repeated(c, before, s, gone)
		}
		if at > next {
			v.Disordered++
			v.wrong("customer %d heard %q where %q was to come", c.ID(), what, script[next])
		}
		next = at + 1
	}
	for _, what := range script {
		if _, heard := last[what]; !heard {
			v.Missing++
			v.wrong("customer %d was never told %q", c.ID(), what)
		}
	}
}

// gist is the part of a text that is the same for all customers.
func gist(text string) string {
	line, _, _ := strings.Cut(text, "\n")
	line, _, _ = strings.Cut(line, " Order ")
	return line
}

// unexpected notes what was not to be said. Who leaves his invoice alone is told so when it ends, and who pays after that what becomes of
// his money; whose payment could not be checked is told to try again.
func (v *verdict) unexpected(c *customer, s send) {
	if c.bought.left || c.bought.overdue || c.bought.refused && strings.HasPrefix(s.what, "The payment could not be checked") {
		return
	}
	v.Unexpected++
	v.wrong("customer %d was told %q, for no reason", c.ID(), s.what)
}

// repeated says why something was sent again.
func (v *verdict) repeated(c *customer, first, again send, gone map[string][]absence) {
	switch {
	case first.cut:
		v.Repeats.Cut++
	case slices.ContainsFunc(gone[first.by], func(a absence) bool { return a.dead && within(a.from, first.at, again.at) }):
		v.Repeats.Killed++
	case slices.ContainsFunc(gone[first.by], func(a absence) bool { return !a.dead && a.from.Before(again.at) && a.to.After(first.at) }):
		v.Repeats.Stopped++
	default:
		v.Repeats.Undeclared++
		v.wrong("customer %d was told %q by %s after %s, and again by %s after %s, and nothing had happened",
			c.ID(), again.what, first.by, v.run.since(first.at), again.by, v.run.since(again.at))
	}
}

func within(at, from, to time.Time) bool { return !at.Before(from) && !at.After(to) }
