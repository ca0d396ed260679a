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
	for day := range 7 {
		for _, period := range hours.Day(anyMonday(set).AddDate(0, 0, day)) {
			for at := period.From; at.Before(period.To); at = at.Add(quarter) {
				opens = true
				told := earlier(at, before)
				if set.Quiet().Next(told, set.Zone()).Equal(told) {
					return false
				}
			}
		}
	}
	return opens
}

// firstTold is the first moment of a week at which somebody is there, and when that is told so long before.
func firstTold(set *flows.Set, hours *shop.Hours, before flows.Duration) (at, told time.Time) {
	for day := range 7 {
		if periods := hours.Day(anyMonday(set).AddDate(0, 0, day)); len(periods) > 0 {
			return periods[0].From, earlier(periods[0].From, before)
		}
	}
	return at, told
}

// anyMonday begins the week that is looked at: any will do.
func anyMonday(set *flows.Set) time.Time {
	return time.Date(2026, time.March, 2, 12, 0, 0, 0, set.Zone())
}

func earlier(at time.Time, by flows.Duration) time.Time {
	return at.AddDate(0, -by.Months, 0).Add(-by.Span)
}

// quarter is how closely hours are looked at.
const quarter = 15 * time.Minute
