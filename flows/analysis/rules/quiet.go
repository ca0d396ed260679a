package rules

import (
	"time"

	"repartee/flows"
	"repartee/flows/shop"
)

// alwaysQuiet tells whether every moment at which somebody is there, moved back by some time, lies in quiet hours. Hours that never open are not quiet.
func alwaysQuiet(set *flows.Set, hours *shop.Hours, before flows.Duration) bool {
	if set.Quiet().Zero() || hours == nil {
		return false
	}
	opens := false
	first := time.Date(2026, time.March, 2, 12, 0, 0, 0, set.Zone()) // any week will do
	for day := range 7 {
		for _, period := range hours.Day(first.AddDate(0, 0, day)) {
			for at := period.From; at.Before(period.To); at = at.Add(quarter) {
				opens = true
				told := at.AddDate(0, -before.Months, 0).Add(-before.Span)
				if set.Quiet().Next(told, set.Zone()).Equal(told) {
					return false
				}
			}
		}
	}
	return opens
}

// quarter is how closely hours are looked at.
const quarter = 15 * time.Minute
