package rules

import (
	"time"

	"repartee/flows"
	"repartee/flows/analysis"
	"repartee/flows/steps"
)

func reminderTooLate() Rule {
	return Rule{
		Code: "reminder-too-late",
		What: "A reminder is to come longer before the appointment than appointments are offered ahead.",
		Why:  "When the customer books, its time is over already. It is left out in silence, and people forget to come.",
		Mend: "Write a shorter `before:`, or let times be offered further ahead.",
		Example: `
  flow: part
  start: {command: part}
  steps:
    - book: seat
      from: catalog.tastings
      ahead: 3d
      text: For what cannot wait there are these days.
<     remind: [{before: 1w, text: "In a week we meet, {{ date(seat.start) }}."}]
>     remind: [{before: 1d, text: "We meet tomorrow, {{ date(seat.start) }}."}]
      none: end
    - say: "Until then, {{ date(seat.start) }}."
`,
		Check: func(v *analysis.View, r *Report) {
			for _, flow := range v.Flows() {
				for _, step := range flow.AllSteps() {
					book, ok := step.Body.(*steps.Book)
					if !ok {
						continue
					}
					for i := range book.Remind {
						if before := book.Remind[i].Before; !shorter(before, aheadOf(book)) {
							r.Found(before.Ref, "write a shorter time, or `ahead:` with a longer one", "no appointment is offered so far ahead, so this reminder never comes")
						}
					}
				}
			}
		},
	}
}

// aheadOf is how far ahead a step offers times.
func aheadOf(book *steps.Book) flows.Duration {
	if book.Ahead.Zero() {
		const usual = 60 * 24 * time.Hour
		return flows.Duration{Span: usual}
	}
	return book.Ahead
}

// shorter compares two lengths of time from any day: months are taken as they are in spring.
func shorter(a, b flows.Duration) bool {
	day := time.Date(2026, time.March, 1, 0, 0, 0, 0, time.UTC)
	return a.After(day).Before(b.After(day))
}
