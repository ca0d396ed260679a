package app

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"repartee/bot"
	"repartee/config"
	"repartee/flows"
	"repartee/flows/analysis/impact"
)

// StrandedError says whom files would put where nobody meant them to be. It names no person.
type StrandedError struct {
	People int
	Places []impact.Place
}

// mostNamed is how many places the error names, those with the most people.
const mostNamed = 10

// Error says which questions are gone, how many people stand there, and what to write.
func (e *StrandedError) Error() string {
	var b strings.Builder
	fmt.Fprintf(&b, "these files are not put in use: %s of a question that they no longer have", countOf(e.People, "person is in the middle", "people are in the middle"))
	for _, p := range e.Places[:min(mostNamed, len(e.Places))] {
		fmt.Fprintf(&b, "\n  flow %s, %s: %s; %s", p.Flow, p.Step, countOf(p.New, "person", "people"), Mend(p))
	}
	if left := len(e.Places) - mostNamed; left > 0 {
		fmt.Fprintf(&b, "\n  and %s: `repartee impact` tells them", countOf(left, "more question", "more questions"))
	}
	b.WriteString("\nor set PUBLISH=force: then they get an apology and the beginning of the flow, or of the bot")
	return b.String()
}

func countOf(n int, one, several string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, several)
}

// admits tells whether files may be put in use: an error names those whom they strand. People are only looked at where the files alone do not tell.
func (p *press) admits(ctx context.Context, loaded *config.Loaded) error {
	if p.force || p.people == nil {
		return nil
	}
	c, out, err := p.change(ctx, loaded)
	if err != nil {
		return err
	}
	if out.Running == 0 || out.Same || out.Unknown || !c.MayStrand() {
		return nil
	}
	p.log.Info("the changed files may put people where nobody meant them to be: all who are in the middle of something are looked at")
	if err := p.count(ctx, bot.Underway, c, &out.Report, nil); err != nil {
		return fmt.Errorf("look whom the changed files strand: %w", err)
	}
	if unread := out.Damaged + out.Newer; unread > 0 {
		p.log.Warn("some people could not be read, so nobody knows whether the changed files strand them; `repartee impact` tells of them", "people", unread)
	}
	if out.Stranded == 0 {
		return nil
	}
	stranded := slices.DeleteFunc(out.Places, func(p impact.Place) bool { return p.New == 0 })
	return &StrandedError{People: out.Stranded, Places: stranded}
}

// Mend is what to write so that a place does not strand people; "" where it does not.
func Mend(p impact.Place) string {
	switch p.Fate {
	case flows.Stranded:
		return fmt.Sprintf("write `was: %s` at the step that is in its place, or in flow %s `resume_at:`, `on_publish: drain` or `on_publish: restart`", p.Step, p.Flow)
	case flows.FlowGone:
		return fmt.Sprintf("write `was: %s` in the flow that is in its place, or keep flow %s, with `on_publish: drain`, until nobody is in it", p.Flow, p.Flow)
	}
	return ""
}
