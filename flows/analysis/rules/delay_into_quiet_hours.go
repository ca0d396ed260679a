package rules

import (
	"time"

	"repartee/flows"
	"repartee/flows/analysis"
	"repartee/flows/shop"
	"repartee/flows/steps"
)

func delayIntoQuietHours() Rule {
	return Rule{
		Code: "delay-into-quiet-hours",
		What: "What the bot is to say at a certain time always falls into the quiet hours, so that it comes hours later, or not at all.",
		Why:  "“In an hour the kettle is on” helps nobody when it comes the next morning.",
		Mend: "Choose another time, opening hours that lie in the day, or other quiet hours under `attention` in bot.yaml.",
		Example: `
< hours: {shop: {mon-fri: 08:00-18:30}, night: {mon-sun: 22:00-23:00}}
> hours: {shop: {mon-fri: 08:00-18:30}, evening: {mon-sun: 19:00-20:30}}
  --- # flows/part.yaml
  flow: part
  start: {command: part}
  steps:
    - wait: 2h
<     hours: night
>     hours: evening
    - say: Now something without caffeine.
`,
		Check: func(v *analysis.View, r *Report) {
			if v.Set.Quiet().Zero() {
				return
			}
			for _, flow := range v.Flows() {
				for _, step := range flow.AllSteps() {
					switch body := step.Body.(type) {
					case *steps.Wait:
						if alwaysQuiet(v.Set, v.Set.OpeningHours(string(body.Hours)), flows.Duration{}) {
							r.Found(step.Ref.At("hours"), "choose hours that lie outside of the quiet ones", "%s open only in the quiet hours, in which the bot does not write", body.Hours)
						}
					case *steps.Book:
						checkReminders(v, r, step, body)
					}
				}
			}
		},
	}
}

// checkReminders looks at what is said before appointments: at none of their beginnings may it be night.
func checkReminders(v *analysis.View, r *Report, step *flows.Step, book *steps.Book) {
	catalog := catalogOf(v, step)
	if catalog == nil {
		return
	}
	for i := range book.Remind {
		before := book.Remind[i].Before
		var open *shop.Hours
		for _, item := range catalog.Sold(0) {
			hours := v.Set.OpeningHours(item.Field("hours").AsText())
			if hours == nil || !alwaysQuiet(v.Set, hours, before) {
				open = nil
				break
			}
			open = hours
		}
		if open != nil {
			at, told := firstTold(v.Set, open, before)
			r.Found(before.Ref, "write another time before"+betterBefore(v.Set, open, before),
				"whenever such an appointment is, this reminder falls into the quiet hours: an appointment at %s would be reminded of at %s", at.Format(clockTime), told.Format(clockTime))
		}
	}
}

const clockTime = "15:04"

// betterBefore suggests the time nearest to one that is always quiet, and is not; nothing where there is none.
func betterBefore(set *flows.Set, hours *shop.Hours, before flows.Duration) string {
	best, distance := "", time.Duration(0)
	for n := 1; n <= 48; n++ {
		other := flows.Duration{Span: time.Duration(n) * time.Hour}
		away := (other.Span - before.Span).Abs()
		if (best == "" || away < distance) && !alwaysQuiet(set, hours, other) {
			best, distance = ", as "+other.String(), away
		}
	}
	return best
}
