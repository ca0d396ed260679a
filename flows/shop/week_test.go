package shop

import (
	"strings"
	"testing"
	"time"

	"repartee/flows/value"
)

func TestHoursText(t *testing.T) {
	week := map[time.Weekday][]Span{time.Saturday: {{540, 840}}}
	for d := time.Monday; d <= time.Friday; d++ {
		week[d] = []Span{{480, 720}, {780, 1110}}
	}
	hours := NewHours(week, nil, nil)
	for language, want := range map[string]string{
		"en": "Mon–Fri 08:00–12:00 and 13:00–18:30, Sat 09:00–14:00",
		"de": "Mo–Fr 08:00–12:00 und 13:00–18:30, Sa 09:00–14:00",
		"fr": "lun–ven 08:00–12:00 et 13:00–18:30, sam 09:00–14:00",
	} {
		got := strings.NewReplacer("\u00a0", " ", "\u202f", " ").Replace(hours.Text(value.Locale{Language: language, Zone: time.UTC}))
		if got != want {
			t.Errorf("%s: got %q, want %q", language, got, want)
		}
	}
	if got := NewHours(nil, nil, nil).Text(value.Locale{Language: "en"}); got != "" {
		t.Errorf("never open is %q", got)
	}
}
