package value

// calendarWords are what a language says dates and times with. All is folded; phrases are words with one space between.
type calendarWords struct {
	monthNames []string             // the lexicon's, folded
	dayNames   []string             // the lexicon's weekdays, folded
	days       map[string]int       // today, tomorrow: days from today
	feasts     map[string]feast     // days that have a name, each year on the same date
	short      [7][]string          // abbreviated weekdays, from Monday
	weeks      map[string]week      // words beside a weekday that say which week's is meant
	vague      map[string]vague     // weeks, weekends and months without a day
	ordinals   map[string]int       // first, third
	edges      map[string]edge      // before a month: beginning, middle, end
	months     map[string]int       // this month, next month: months from this one
	units      map[string]spanUnit  // behind a number: days, hours
	spans      map[string]spanForm  // before or behind a span: in, ago
	lengths    map[string]int       // spans without a number: half an hour, in minutes
	parts      map[string]dayPart   // of the day: morning, evening
	clocks     map[string]int       // noon, midnight: minutes after midnight
	hourSigns  []string             // behind an hour: o'clock
	at         []string             // before a bare hour: at
	offsets    map[string]clockStep // between minutes and an hour: past, to
	minutes    map[string]int       // quarter, in minutes
	nows       []string             // right now
	greetings  []string             // that contain a word for a date or time: guten Morgen
}

// feast is a day of each year.
type feast struct{ month, day int }

// week says which one of a weekday is meant.
type week uint8

const (
	thisWeek      week = iota + 1 // this Friday: today counts
	comingWeek                    // the first behind today
	nextWeek                      // of the week behind this one
	lastWeek                      // the last one before today
	weekLater                     // a week behind the coming one
	twoWeeksLater                 // two weeks behind the coming one
	weekAfterNext                 // of the week behind the next one
	weekBefore                    // of the week before this one
)

// edge is a part of a month or year that stands for one day of it.
type edge uint8

const (
	beginning edge = iota + 1 // the first day
	middle                    // the 15th
	ending                    // the last day
)

type spanUnit struct{ months, minutes int }

// spanForm says where the words of a span stand and which way it goes.
type spanForm uint8

const (
	aheadBefore  spanForm = iota + 1 // in three days
	aheadBehind                      // three days from now
	backBefore                       // vor drei Tagen
	backBehind                       // three days ago
	forbidBefore                     // for three days, which is no date
)

type dayPart uint8

const (
	anyPart dayPart = iota
	morning
	aroundNoon
	afternoon
	evening
	night
)

// clockStep says which way minutes count from the hour behind them.
type clockStep int

const (
	past clockStep = 1
	to   clockStep = -1
)
