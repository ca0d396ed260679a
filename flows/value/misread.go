package value

// Reason says why words were not understood as a value of a type.
type Reason uint8

// The reasons.
const (
	Empty           Reason = iota + 1
	NotTyped               // this type is sent, not typed: a photo, a location
	NotANumber             // also for integer and rating
	Fraction               // an integer was asked for
	TooPrecise             // more decimals than a number or the currency has
	TooSmall               // see Limit
	TooLarge               // see Limit; also what no int64 can hold
	NotAnAmount            // of money
	ForeignCurrency        // see Word
	TooShort               // a text; see Limit
	TooLong                // a text; see Limit
	NotInPattern           // a text
	NotYesOrNo
	NotAnOption      // see Word for many_of: the part that is none
	SeveralOptions   // what was typed stands for more than one
	TooFew           // options of a many_of; see Limit
	TooMany          // options of a many_of; see Limit
	NotAnEmail
	NotAPhone
	NoCountryCode
	NotADate
	AmbiguousDate // 03/02/2026 from somebody who may be British or American
	NotATime
	NotADateTime
)

// Misread says why [Read] could not make a value of what a customer typed.
type Misread struct {
	Reason Reason
	Limit  Value  // the bound that was missed, in the type's own kind
	Word   string // the word at fault, where it is one
}
