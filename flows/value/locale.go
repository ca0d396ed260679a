package value

import (
	"strings"
	"time"
)

// Locale is what reading and writing for one customer depend on. The zero Locale
// works: English without a currency, UTC, and no today.
type Locale struct {
	Language string         // a language tag: "de", "en-GB"
	Zone     *time.Location // the customer's time zone; nil: UTC
	Currency string         // the bot's currency, as in ISO 4217
	Now      time.Time
}

// Today is the date in the customer's time zone; unknown without Now.
func (l Locale) Today() Value {
	if l.Now.IsZero() {
		return Value{}
	}
	return dateOf(l.Now.In(l.zone()))
}

func (l Locale) zone() *time.Location {
	if l.Zone == nil {
		return time.UTC
	}
	return l.Zone
}

// languageOf is the language of a tag without region and script: "de" of "de-AT".
func languageOf(tag string) string {
	base, _ := cutTag(tag)
	return strings.ToLower(base)
}

// regionOf is the region of a tag, as in ISO 3166: "AT" of "de-AT", "" of "de".
func regionOf(tag string) string {
	_, rest := cutTag(strings.TrimLeft(tag, tagSigns))
	for rest != "" {
		var part string
		if part, rest = cutTag(rest); len(part) == 2 {
			return strings.ToUpper(part)
		}
	}
	return ""
}

// tagSigns part a language tag.
const tagSigns = "-_"

func cutTag(tag string) (part, rest string) {
	if i := strings.IndexAny(tag, tagSigns); i >= 0 {
		return tag[:i], tag[i+1:]
	}
	return tag, ""
}
