// Package value holds what flows reckon with: values, the types of fields, and
// how both are read from a customer's words and written for them.
//
// In reading order: [Value] is an immutable value of some [Kind], or unknown.
// [Type] says what a field may hold; its [Base] is the name that authors write.
// [Read] makes a value of what a customer typed, or a [Misread] that says what
// was wrong. [Format] writes a value as a customer of a [Locale] reads it, and
// [Hint] says what would be accepted. [Fold] decides when two words are the same.
//
// What customers say of days and times is read as they most likely mean it:
// "Friday" is the next one, never today; English "next Friday" is that of the
// next week, German "nächsten Freitag" and French "vendredi prochain" are the
// coming one. "At 5" is 17:00, as every hour from 1 to before 7 that has nothing
// with it that tells the half of the day; from 7 on an hour stands as it is; but
// the other half is taken where only that keeps the bounds of the question, or
// is still to come. A day of the month without a year is the next such day; with
// "since", or where the bounds ask for it, the last one. 24:00 is the end of the day
// that is said with it, and so is midnight.
//
// What stands for no one value is no answer, but [Misread].Near has what it most
// likely means: "next week" is its Monday, "this weekend" its Saturday, "in May" the
// first of it, "less than 20" is 20, "after 5" is 17:00. Units and words such as
// "30 m²" and "4 cups a day" leave a number as it is, but make it no amount of money.
//
// Numbers are int64 with six decimals and money is int64 in minor units, so no
// sum is ever a floating-point approximation; what does not fit is unknown.
// The package is pure: it reads no clock, and equal arguments give equal results.
package value
