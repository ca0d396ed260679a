package shop

import "time"

// Hours are a week's opening times, with the days on which they do not hold. The zero Hours are never open. They are immutable once made.
type Hours struct {
	zone   *time.Location
	week   [7][]Span // by time.Weekday, in the order of the clock
	region *Region
	closed []Closed
}

// Period is a time in which somebody is there: from From until just before To.
type Period struct{ From, To time.Time }

// NewHours makes hours of a week by its days; those that are not there are closed. On holidays of the region (none if nil) and on closed days nothing opens.
// Times are in UTC until In says where they are meant.
func NewHours(week map[time.Weekday][]Span, region *Region, closed []Closed) *Hours {
	h := &Hours{region: region, closed: closed}
	for d, spans := range week {
		h.week[d] = spans
	}
	return h
}

// In gives the same hours by the clocks of a time zone.
func (h *Hours) In(zone *time.Location) *Hours {
	there := *h
	there.zone = zone
	return &there
}

// Open tells whether somebody is there at the moment.
func (h *Hours) Open(at time.Time) bool {
	for _, period := range h.around(at) {
		if !at.Before(period.From) && at.Before(period.To) {
			return true
		}
	}
	return false
}

// horizon is how many days ahead Next looks: whoever is closed for longer has closed.
const horizon = 2 * 366

// Next is the next moment at which somebody is there, `at` itself if somebody is. It is not ok if there is none within two years.
func (h *Hours) Next(at time.Time) (time.Time, bool) {
	if h.Open(at) {
		return at, true
	}
	noon := h.noon(at)
	for n := range horizon {
		for _, period := range h.Day(noon.AddDate(0, 0, n)) {
			if at.Before(period.From) {
				return period.From, true
			}
		}
	}
	return time.Time{}, false
}

// Day gives the periods that begin on the day that `at` lies in, in the hours' own time zone. The last one may end on the next day.
func (h *Hours) Day(at time.Time) []Period {
	noon := h.noon(at)
	if !h.holdsOn(dateOf(noon)) {
		return nil
	}
	year, month, day := noon.Date()
	var periods []Period
	for _, span := range h.week[noon.Weekday()] {
		// Clock times, not so many minutes after midnight: a day may have 23 or 25 hours.
		period := Period{
			From: time.Date(year, month, day, 0, span.From, 0, 0, h.location()),
			To:   time.Date(year, month, day, 0, span.To, 0, 0, h.location()),
		}
		if period.From.Before(period.To) { // not where the clock jumps over it
			periods = append(periods, period)
		}
	}
	return periods
}

// around gives the periods of the day and of the one before it, which may not be over yet.
func (h *Hours) around(at time.Time) []Period {
	noon := h.noon(at)
	return append(h.Day(noon.AddDate(0, 0, -1)), h.Day(noon)...)
}

// noon stands for the day that `at` lies in: unlike midnight, it exists on every day in every zone.
func (h *Hours) noon(at time.Time) time.Time {
	year, month, day := at.In(h.location()).Date()
	return time.Date(year, month, day, 12, 0, 0, 0, h.location())
}

func (h *Hours) location() *time.Location {
	if h.zone == nil {
		return time.UTC
	}
	return h.zone
}

func (h *Hours) holdsOn(d date) bool {
	for _, closed := range h.closed {
		if closed.on(d) {
			return false
		}
	}
	return h.region == nil || !h.region.holiday(d)
}
