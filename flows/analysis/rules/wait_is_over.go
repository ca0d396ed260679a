package rules

import (
	"slices"
	"time"

	"repartee/flows"
	"repartee/flows/analysis"
	"repartee/flows/expr"
	"repartee/flows/steps"
	"repartee/flows/value"
)

// waitIsOver finds waits for a moment that is over whenever the talk comes to them.
func waitIsOver() Rule {
	return Rule{
		Code: "wait-is-over",
		What: "A `wait` is for a moment that is over whenever the talk comes there.",
		Why:  "The bot does not wait at all: what was meant for later comes in the same breath.",
		Mend: "Write a moment that is still to come, as `today + 3d`, or how long to wait: `wait: 3d`. Of an appointment it is `{until: appointment.start - 2h}`.",
		Example: `
  flow: part
  start: {command: part}
  steps:
    - say: I ask you again in three days.
<   - wait: {until: today - 3d}
>   - wait: {until: today + 3d}
    - say: How was the coffee?
      id: later
`,
		Check: func(v *analysis.View, r *Report) {
			for _, flow := range v.Flows() {
				for _, step := range flow.AllSteps() {
					if wait, ok := step.Body.(*steps.Wait); ok && wait.Hours == "" && isOver(v.Set, wait.Wait.Until) {
						r.Found(wait.Wait.Until.Ref, "write a moment that is still to come, as `today + 3d`, or how long to wait: `wait: 3d`", "`%s` is over whenever the talk comes here, so the bot does not wait", wait.Wait.Until.Source)
					}
				}
			}
		},
	}
}

// isOver tells of a moment that depends on the clock alone, at most, and lies in the past at each hour of a year.
func isOver(set *flows.Set, until *flows.Expr) bool {
	if until == nil || slices.ContainsFunc(until.Program().Reads(), func(r expr.Read) bool { return r.Name != "now" && r.Name != "today" }) {
		return false
	}
	const hoursOfYear = 365 * 24
	for n := range hoursOfYear {
		c := clock{value.Locale{Language: set.Languages[0], Currency: set.Currency, Zone: set.Zone(), Now: firstYear(set).Add(time.Duration(n) * time.Hour)}}
		at := until.Program().Eval(c)
		if !at.Known() || steps.Moment(at, c.locale).After(c.locale.Now) {
			return false
		}
	}
	return true
}

// firstYear begins the year that is looked at: no talk is older than Repartee.
func firstYear(set *flows.Set) time.Time {
	return time.Date(2026, time.January, 1, 0, 0, 0, 0, set.Zone())
}

// clock knows what time it is, and nothing else.
type clock struct{ locale value.Locale }

// Value is the moment or the day.
func (c clock) Value(name string) value.Value {
	switch name {
	case "now":
		return value.DateTime(c.locale.Now)
	case "today":
		return c.locale.Today()
	}
	return value.Value{}
}

// Locale is where it is that time.
func (c clock) Locale() value.Locale { return c.locale }
