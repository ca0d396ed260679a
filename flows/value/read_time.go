package value

// readTime reads a time of day; a day said with it does not count.
func readTime(t *Type, words string, loc Locale) (Value, *Misread) {
	w, ok := readWhen(words, loc)
	if !ok {
		return Value{}, &Misread{Reason: NotATime, Near: hourAlone(t, w, loc)}
	}
	v := w.time(func(v Value) bool { return isWithin(t, v, loc) })
	if !v.Known() {
		v = TimeIn(w.instant(), loc)
	}
	if !v.Known() {
		return Value{}, &Misread{Reason: NotATime, Near: hourAlone(t, w, loc)}
	}
	if w.loose {
		return Value{}, &Misread{Reason: NotATime, Near: ifWithin(t, v, loc)}
	}
	return withinTimes(t, v, loc)
}

// hourAlone is the time that an answer of nothing but an hour may mean.
func hourAlone(t *Type, w *when, loc Locale) Value {
	if w == nil || len(w.tokens) == 0 || len(w.clocks) > 0 {
		return Value{}
	}
	hour, padded, used := w.hourAt(0)
	if used != len(w.tokens) {
		return Value{}
	}
	w.clocks = append(w.clocks, saidClock{minutes: hour * 60, exact: padded || hour > 12 || hour == 0})
	return w.time(func(v Value) bool { return isWithin(t, v, loc) })
}

// readDateTime reads a day with a time, or a span of hours from now, in the customer's time zone.
func readDateTime(t *Type, words string, loc Locale) (Value, *Misread) {
	w, ok := readWhen(words, loc)
	if !ok {
		return Value{}, &Misread{Reason: NotADateTime}
	}
	if v := w.instant(); v.Known() {
		return withinTimes(t, v, loc)
	}
	said := w.day()
	if said.wrong != nil && said.wrong.Reason == AmbiguousDate {
		return Value{}, said.wrong
	}
	if said.wrong != nil {
		said.day = said.misread(t, loc).Near
	}
	v := w.moment(t, said)
	if before := said.again.before(said.day); v.Known() && t.Max != nil && !isWithin(t, v, loc) && before.Known() {
		earlier := said
		earlier.day = before
		if past := w.moment(t, earlier); isWithin(t, past, loc) {
			v = past
		}
	}
	switch {
	case !v.Known():
		return Value{}, &Misread{Reason: NotADateTime, Near: w.nextSuchTime(t)}
	case said.wrong != nil || w.loose || w.midnightIn(said.day):
		return Value{}, &Misread{Reason: NotADateTime, Near: ifWithin(t, v, loc)}
	default:
		return withinTimes(t, v, loc)
	}
}

// moment is the day with the time that was said. 24:00 is the end of the day, and so is what is called midnight.
func (w *when) moment(t *Type, said saidDate) Value {
	day, now := said.day, DateTime(w.loc.Now)
	timeOfDay := w.time(func(timeOfDay Value) bool {
		moment := at(day, timeOfDay, w.loc)
		return isWithin(t, moment, w.loc) && !(said.spoken && Equal(day, w.loc.Today()) && isBelow(moment, now))
	})
	if len(w.clocks) > 0 && (w.clocks[0].midnight || w.clocks[0].minutes == minutesPerDay) {
		day = Add(day, durationOf(0, secondsPerDay))
	}
	return at(day, timeOfDay, w.loc)
}

// midnightIn reports whether midnight was said of a day by its name, which may have meant that the day begins with. Of today only the other one is ahead.
func (w *when) midnightIn(day Value) bool {
	return len(w.clocks) > 0 && w.clocks[0].midnight && !Equal(day, w.loc.Today())
}

// ifWithin is the value, or unknown if it does not keep the bounds of the type.
func ifWithin(t *Type, v Value, loc Locale) Value {
	if !isWithin(t, v, loc) {
		return Value{}
	}
	return v
}

// nextSuchTime is the next moment at a time that was said without a day: likely, but not sure to be meant.
func (w *when) nextSuchTime(t *Type) Value {
	if w.loc.Now.IsZero() || len(w.dates) > 0 || len(w.spans) > 0 {
		return Value{}
	}
	now := DateTime(w.loc.Now)
	for days := range 2 {
		day := w.fromToday(days).day
		ahead := func(timeOfDay Value) bool {
			moment := at(day, timeOfDay, w.loc)
			return isBelow(now, moment) && isWithin(t, moment, w.loc)
		}
		if timeOfDay := w.time(ahead); ahead(timeOfDay) {
			return at(day, timeOfDay, w.loc)
		}
	}
	return Value{}
}

// isWithin reports whether a value keeps the bounds of its type.
func isWithin(t *Type, v Value, loc Locale) bool {
	_, wrong := withinBounds(t, v, loc)
	return wrong == nil
}
