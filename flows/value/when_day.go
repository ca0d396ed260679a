package value

// saidDate is a day as it was said.
type saidDate struct {
	day     Value
	weekday bool     // only the day of the week was said
	spoken  bool     // said from today: today, tomorrow, on Friday
	again   saidSpan // how often there is such a day, of which day is the next one; zero where it is the only one
	wrong   *Misread // there is no such day, or it could be two, or it was said vaguely
}

// How often a day comes that was said without its year, its month, or its week.
var (
	yearly  = saidSpan{months: 12}
	monthly = saidSpan{months: 1}
	weekly  = saidSpan{minutes: 7 * minutesPerDay}
)

// before is the last such day before the given one; unknown where there is only one.
func (s saidSpan) before(day Value) Value {
	const most = 8 // 29 February comes every eighth year at the least
	for n := 1; n <= most && s != (saidSpan{}); n++ {
		v := Add(day, durationOf(int64(-n*s.months), int64(-n*s.minutes)*60))
		if s.months == 0 || v.Known() && v.AsTime().Day() == day.AsTime().Day() {
			return v
		}
	}
	return Value{}
}

// day is the one day that was said; wrong says what is wrong with it. Nothing is known where no day was said, or several.
func (w *when) day() saidDate {
	var said saidDate
	for _, d := range w.dates {
		switch {
		case d.wrong != nil && !d.weekday:
			return w.overIfSince(d)
		case !said.day.Known(), Equal(said.day, d.day):
			d.weekday = d.weekday && (!said.day.Known() || said.weekday)
			said = d
		case said.weekday && d.weekday:
			return saidDate{}
		case said.weekday && !d.weekday:
			said = onWeekday(d, said.day)
		case d.weekday:
			said = onWeekday(said, d.day)
		default:
			return saidDate{}
		}
	}
	for _, s := range w.spans {
		if !said.day.Known() {
			said.day = w.loc.Today()
		}
		if s.minutes%minutesPerDay == 0 {
			said.day, said.again = s.moved(said.day), saidSpan{}
		}
	}
	return w.overIfSince(said)
}

// overIfSince is a day that was said, or its like before today if it was said to be over.
func (w *when) overIfSince(said saidDate) saidDate {
	if !w.since {
		return said
	}
	earlier := func(day Value) Value {
		if before := said.again.before(day); isBelow(w.loc.Today(), day) && before.Known() {
			return before
		}
		return day
	}
	said.day = earlier(said.day)
	if said.wrong != nil {
		wrong := *said.wrong
		wrong.Near = earlier(wrong.Near)
		said.wrong = &wrong
	}
	return said
}

// onWeekday holds a day against the day of the week that was said with it. If they do not agree, the day was more likely meant.
func onWeekday(d saidDate, weekday Value) saidDate {
	if d.day.AsTime().Weekday() != weekday.AsTime().Weekday() {
		d.wrong = &Misread{Reason: NotADate, Near: d.day}
	}
	return d
}
