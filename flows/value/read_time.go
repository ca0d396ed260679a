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
	w.clocks = append(w.clocks, saidClock{hour * 60, padded || hour > 12 || hour == 0})
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
	day := said.day
	if said.wrong != nil {
		day = said.wrong.Near
	}
	now := DateTime(loc.Now)
	v := at(day, w.time(func(timeOfDay Value) bool {
		moment := at(day, timeOfDay, loc)
		return isWithin(t, moment, loc) && !(said.spoken && Equal(day, loc.Today()) && isBelow(moment, now))
	}), loc)
	switch {
	case !v.Known():
		return Value{}, &Misread{Reason: NotADateTime, Near: w.nextSuchTime(t)}
	case said.wrong != nil:
		return Value{}, &Misread{Reason: NotADateTime, Near: v}
	default:
		return withinTimes(t, v, loc)
	}
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
