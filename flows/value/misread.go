package value

// Reason says why words were not understood as a value of a type.
type Reason uint8

// The reasons. Those with a bound have it in Limit, those about a word have it
// in Word.
const (
	Empty           Reason = iota + 1
	NotTyped               // this type is sent or chosen, not typed: a photo, a location
	NotANumber             // also for integer
	Fraction               // where an integer was asked for
	TooPrecise             // more decimals than a number or the currency has
	OutOfRange             // more than an int64 can hold
	TooSmall               // Limit
	TooLarge               // Limit
	NotAnAmount            // of money
	ForeignCurrency        // Word
	TooShort               // of a text: Limit is the number of characters
	TooLong                // of a text: Limit is the number of characters
	NotInPattern           // of a text
	NotYesOrNo
	NotAnOption    // Word: the part of the answer that is none
	SeveralOptions // what was typed stands for more than one
	TooFew         // of many_of: Limit is the number of options
	TooMany        // of many_of: Limit is the number of options
	NotAnEmail
	NotAPhone
	NoCountryCode // a phone number that could be of many countries
	NotADate
	AmbiguousDate // 03/02/2026 of somebody who may be British or American
	NotATime
	NotADateTime
	TooEarly // Limit
	TooLate  // Limit
	NotARating
)

var reasonNames = [...]string{
	"", "empty", "not-typed", "not-a-number", "fraction", "too-precise", "out-of-range", "too-small", "too-large",
	"not-an-amount", "foreign-currency", "too-short", "too-long", "not-in-pattern", "not-yes-or-no", "not-an-option",
	"several-options", "too-few", "too-many", "not-an-email", "not-a-phone", "no-country-code", "not-a-date",
	"ambiguous-date", "not-a-time", "not-a-date-time", "too-early", "too-late", "not-a-rating",
}

// String is the reason as logs and events have it: "not-a-number".
func (r Reason) String() string {
	if int(r) >= len(reasonNames) {
		return ""
	}
	return reasonNames[r]
}

// Misread says why [Read] could not make a value of what a customer typed.
type Misread struct {
	Reason Reason
	Limit  Value  // the bound that was missed
	Word   string // the word at fault
	Typed  Value  // what was typed, where that is valid and only unlikely: the answer of a customer who did not mean Near
	Near   Value  // what was most likely meant, to be asked "Did you mean ...?"; unknown where nobody can tell
}

// Text says to the customer what was wrong, in one short sentence of their
// language (en, de, fr; else English).
func (m *Misread) Text(loc Locale) string {
	return fill(lexiconOf(loc.Language).wrong[m.Reason],
		blank{"{limit}", Format(m.Limit, nil, loc)},
		blank{"{word}", m.Word},
		blank{"{currency}", loc.Currency},
	)
}
