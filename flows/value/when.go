package value

import (
	"slices"
	"strings"
	"time"
)

// maxWhenTokens is how long an answer about a date or a time may be.
const maxWhenTokens = 40

// when reads what an answer says of days and times. Each thing found takes its tokens, so that what is left at the end is what was said beside it.
type when struct {
	loc      Locale
	lexicons [1 + len(lexicons)]*lexicon
	question bool
	tokens   []whenToken
	taken    []bool
	phrases  [][maxPhrase]string // of words from each token on

	dates  []saidDate
	spans  []saidSpan
	clocks []saidClock
	part   dayPart
	now    bool   // "right now"
	behind string // a number directly behind the day of the week: Friday 13
	loose  bool   // the time is only a bound: after 5
	since  bool   // the day is over: since Monday
}

// saidSpan is a length of time from now, or back from it.
type saidSpan struct{ months, minutes int }

// readWhen finds all days and times in the words; not ok if there is more said beside them than an answer has.
func readWhen(words string, loc Locale) (w *when, ok bool) {
	w = &when{loc: loc, lexicons: nearestFirst(loc.Language), question: strings.Contains(words, "?"), tokens: whenTokens(words)}
	if len(w.tokens) > maxWhenTokens {
		return nil, false
	}
	w.taken, w.phrases = make([]bool, len(w.tokens)), phrasesOf(w.tokens)
	w.each(w.greeting)
	w.each(w.span)
	w.each(w.sinceWord)
	w.each(w.rightNow)
	w.each(w.clock)
	w.each(w.dayPart)
	w.each(w.date)
	w.each(w.vagueDay)
	w.each(w.bareHour)
	return w, w.stray() == ""
}

// each tries to find something at each token that is not taken yet.
func (w *when) each(find func(i int) (used int)) {
	for i := 0; i < len(w.tokens); {
		if w.taken[i] {
			i++
			continue
		}
		used := find(i)
		for n := range used {
			w.taken[i+n] = true
		}
		i += max(used, 1)
	}
}

// stray is the first word or number left over that makes the answer mean something else; "" if there is none.
func (w *when) stray() string {
	var left []string
	for i, token := range w.tokens {
		switch {
		case w.taken[i] || token.sign:
		case token.digits:
			return token.text
		case w.isUnit(token.text) || slices.Contains(recurring, token.text):
			return token.text
		case slices.Contains(looseWords, token.text) && w.takenBehind(i):
			w.loose = true
		default:
			left = append(left, token.text)
		}
	}
	if w.question && len(left) > 0 && slices.Contains(questionWords, left[0]) {
		return left[0]
	}
	return sentence{}.stray(left, nil)
}

// recurring are words for more than one day.
var recurring = strings.Fields("every each daily weekly jeden jede jeder taglich immer chaque tous toutes toujours")

// looseWords stand before a time that is only a bound: after 5, vor Freitag.
var looseWords = strings.Fields("after before vor nach apres avant")

// takenBehind reports whether a day or time is said behind the word, or behind one more such as "after the 5th".
func (w *when) takenBehind(i int) bool {
	return i+1 < len(w.taken) && (w.taken[i+1] || i+2 < len(w.taken) && w.taken[i+2] && isFiller(w.tokens[i+1].text))
}

// isUnit knows the words of spans, such as "week". One that is left over changes the day that was said: "a week after Friday".
func (w *when) isUnit(word string) bool {
	const shortest = 4 // "an" and "h" are words of other kinds too
	for _, l := range lexicons {
		if unit, found := l.calendar.units[word]; found && len(word) >= shortest && (unit.months > 0 || unit.minutes > minutesPerDay) {
			return true
		}
	}
	return false
}

// questionWords begin a question, rather than an offer such as "tomorrow at 5?".
var questionWords = strings.Fields(`when what which where why who how whats wann was wo wie warum wer welche welcher quand quel quelle comment pourquoi combien quoi`)

// greeting takes phrases that only sound like a date, or that come before one.
func (w *when) greeting(i int) int {
	for n := min(4, len(w.tokens)-i); n > 1; n-- {
		phrase := w.joined(i, n)
		for _, l := range lexicons {
			if phrase != "" && slices.Contains(l.calendar.greetings, phrase) {
				return n
			}
		}
	}
	return 0
}

// rightNow takes "now", which is a time of its own.
func (w *when) rightNow(i int) int {
	for _, l := range lexicons {
		if slices.Contains(l.calendar.nows, w.word(i)) {
			w.now = true
			return 1
		}
	}
	return 0
}

// sinceWord takes "since", with which days are looked for in the past.
func (w *when) sinceWord(i int) int {
	if !slices.Contains([]string{"since", "seit", "depuis"}, w.word(i)) {
		return 0
	}
	w.since = true
	return 1
}

// span finds "in two weeks", "vor drei Tagen", "dans une heure".
func (w *when) span(i int) int {
	form, before := longest(w, i, func(c *calendarWords) map[string]spanForm { return c.spans })
	if form == aheadBehind || form == backBehind {
		before = 0
	}
	length, used := w.length(i + before)
	if used == 0 {
		return 0
	}
	used += before
	if before == 0 {
		var behind int
		if form, behind = longest(w, i+used, func(c *calendarWords) map[string]spanForm { return c.spans }); form != aheadBehind && form != backBehind {
			return 0
		}
		used += behind
	}
	switch form {
	case backBefore, backBehind:
		w.spans = append(w.spans, saidSpan{-length.months, -length.minutes})
	case aheadBefore, aheadBehind:
		w.spans = append(w.spans, length)
	}
	return used
}

// length is a number with a unit, or "half an hour".
func (w *when) length(i int) (length saidSpan, used int) {
	if minutes, used := longest(w, i, func(c *calendarWords) map[string]int { return c.lengths }); used > 0 {
		return saidSpan{0, minutes}, used
	}
	tenths, n := w.number(i)
	if n == 0 && (w.word(i) == "a" || w.word(i) == "an") {
		tenths, n = 10, 1
	}
	if n > 0 && w.joined(i+n, 3) == "and a half" {
		tenths, n = tenths+5, n+3
	} else if n > 0 && w.word(i+n) == "of" {
		n++
	}
	unit, m := longest(w, i+n, func(c *calendarWords) map[string]spanUnit { return c.units })
	const most = 100_000 // tenths; what is beyond is no date
	if n == 0 || m == 0 || tenths > most || unit.months*int(tenths)%10 != 0 {
		return saidSpan{}, 0
	}
	length = saidSpan{unit.months * int(tenths) / 10, unit.minutes * int(tenths) / 10}
	if w.joined(i+n+m, 2) == "et demie" || w.joined(i+n+m, 2) == "et demi" {
		return saidSpan{length.months + unit.months/2, length.minutes + unit.minutes/2}, n + m + 2
	}
	return length, n + m
}

// moved is a date that so much later; unknown where the span is not one of days.
func (s saidSpan) moved(day Value) Value {
	if s.minutes%minutesPerDay != 0 {
		return Value{}
	}
	return Add(day, durationOf(int64(s.months), int64(s.minutes)*60))
}

// instant is the moment of a span of hours or minutes, or of "now".
func (w *when) instant() Value {
	if w.loc.Now.IsZero() || len(w.dates) > 0 || len(w.clocks) > 0 {
		return Value{}
	}
	minute := DateTime(w.loc.Now.Truncate(time.Minute))
	switch {
	case len(w.spans) == 1 && w.spans[0].minutes%minutesPerDay != 0:
		return Add(minute, durationOf(0, int64(w.spans[0].minutes)*60))
	case len(w.spans) == 0 && w.now:
		return minute
	default:
		return Value{}
	}
}
