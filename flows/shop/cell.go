package shop

import (
	"strings"
	"time"

	"repartee/flows/value"
)

// Reading is what cells are read with.
type Reading struct {
	Currency string         // of amounts
	Zone     *time.Location // of dates with a time; nil: UTC
}

// CellFault says what is wrong with one value of a catalog, for its author.
type CellFault struct {
	Message string
	Help    string
	Among   []string // the ids of options, where one of them was meant
}

// ReadCell reads one value as authors write it: not as a customer's words are read, but as spreadsheets and people who fill them write it, whatever their language,
// and nothing that could mean two things. Of lists it reads one entry at a time, by the type of the entries.
func ReadCell(t *value.Type, text string, with Reading) (value.Value, *CellFault) {
	v, fault := readOne(t, strings.TrimSpace(text), with)
	if fault == nil {
		fault = bounds(t, v, with)
	}
	if fault != nil {
		return value.Value{}, fault
	}
	return v, nil
}

func readOne(t *value.Type, text string, with Reading) (value.Value, *CellFault) {
	switch t.Base {
	case value.TypeNumber, value.TypeRating:
		return readNumber(text)
	case value.TypeInteger:
		return readInteger(text)
	case value.TypeMoney:
		return readAmount(text, with)
	case value.TypeYesNo, value.TypeConsent:
		return readYesNo(text)
	case value.TypeOneOf:
		return readOption(t, text)
	case value.TypeDate:
		return readDate(text)
	case value.TypeTime:
		return readTime(text)
	case value.TypeDateTime:
		return readDateTime(text, with)
	case value.TypeDuration:
		return readDuration(text)
	}
	return value.Text(text), nil
}

func refuse(want, text, help string) (value.Value, *CellFault) {
	return value.Value{}, &CellFault{Message: "`" + text + "` is no " + want, Help: help}
}

// yesNo are what spreadsheets of several languages write for it.
var yesNo = map[string]bool{
	"yes": true, "true": true, "1": true, "x": true, "ja": true, "wahr": true, "oui": true, "vrai": true,
	"no": false, "false": false, "0": false, "-": false, "nein": false, "falsch": false, "non": false, "faux": false,
}

func readYesNo(text string) (value.Value, *CellFault) {
	yes, ok := yesNo[strings.ToLower(text)]
	if !ok {
		return refuse("yes or no", text, "write yes or no")
	}
	return value.Bool(yes), nil
}

func readOption(t *value.Type, text string) (value.Value, *CellFault) {
	if option, ok := t.Option(text); ok {
		return value.Text(option.ID), nil
	}
	fault := &CellFault{Message: "there is no option `" + text + "`"}
	for _, option := range t.Options {
		fault.Among = append(fault.Among, option.ID)
		if value.Fold(option.ID) == value.Fold(text) || value.Fold(option.LabelIn("")) == value.Fold(text) {
			fault.Help = "write `" + option.ID + "`"
		}
	}
	if list := asList(t, text); fault.Help == "" && list != "" {
		fault.Help = "write `" + list + "`, where several are allowed"
	}
	if fault.Help == "" {
		fault.Help = "the options are " + strings.Join(fault.Among, ", ")
	}
	return value.Value{}, fault
}

// asList writes options that have commas between them as a cell has several of them; "" where they are no options.
func asList(t *value.Type, text string) string {
	parts := strings.Split(text, ",")
	for i, part := range parts {
		option, ok := t.Option(strings.TrimSpace(part))
		if !ok {
			return ""
		}
		parts[i] = option.ID
	}
	return strings.Join(parts, "|")
}

// The ways in which a date is written that mean one day only: with dots the day comes first everywhere.
var dateLayouts = []string{time.DateOnly, "2.1.2006"}

func readDate(text string) (value.Value, *CellFault) {
	for _, layout := range dateLayouts {
		if t, err := time.Parse(layout, text); err == nil {
			return value.Date(t.Date()), nil
		}
	}
	return refuse("date", text, "write it as 2026-03-31")
}

func readTime(text string) (value.Value, *CellFault) {
	minutes, err := parseClock(text)
	if err != nil || minutes == day {
		return refuse("time of the day", text, "write it as 09:30")
	}
	return value.TimeOfDay(minutes), nil
}

func readDateTime(text string, with Reading) (value.Value, *CellFault) {
	zone := with.Zone
	if zone == nil {
		zone = time.UTC
	}
	for _, layout := range [...]string{"2006-01-02T15:04", "2006-01-02 15:04", "2.1.2006 15:04", time.RFC3339} {
		if t, err := time.ParseInLocation(layout, text, zone); err == nil {
			return value.DateTime(t), nil
		}
	}
	return refuse("date with a time", text, "write it as 2026-03-31 09:30")
}

func readDuration(text string) (value.Value, *CellFault) {
	v, ok := value.ParseDuration(text)
	months, span := v.AsDuration()
	if !ok || months < 0 || span < 0 {
		return refuse("span of time", text, "write a number and s, m, h, d, w, mo or y: 50m, 1h30m, 2d")
	}
	return v, nil
}
