package value

import (
	"slices"
	"strings"
)

// readDecimal finds the one number in an answer, and makes a value of it. Words around it are welcome, as long as they neither change it nor tell of something
// else. A number that is only said to be a bound, as in "less than 20", is near.
func readDecimal(words string, loc Locale, notOne Reason, of func(decimal) (Value, *Misread)) (Value, *Misread) {
	found, ok := findNumeral(words, loc.Language)
	if !ok {
		return Value{}, &Misread{Reason: notOne}
	}
	rest, wrong := found.strange(loc, notOne)
	if wrong != nil {
		return Value{}, wrong
	}
	around := sentence{question: strings.Contains(words, "?")}
	stray := around.stray(rest, nil)
	switch {
	case isBound(rest) && around.stray(slices.DeleteFunc(rest, isBoundWord), nil) == "":
		near, _ := of(found.value)
		return Value{}, &Misread{Reason: notOne, Word: stray, Near: near}
	case stray != "" || addsMore(rest):
		return Value{}, &Misread{Reason: notOne, Word: stray}
	default:
		return of(found.value)
	}
}

// strange are the words beside a number that are not of the kind of number that was asked for.
func (n numeral) strange(loc Locale, notOne Reason) (rest []string, wrong *Misread) {
	if money, _ := isMoneyWord(n.behind, loc.Currency); notOne == NotAnAmount && isMeasure(n.behind) && !money {
		return nil, &Misread{Reason: notOne, Word: n.behind}
	}
	for _, word := range n.beside {
		money, ours := isMoneyWord(word, loc.Currency)
		switch {
		case isMeasure(word) && notOne == NotANumber:
		case money && (ours || loc.Currency == "" && notOne == NotANumber):
		case money:
			return nil, &Misread{Reason: ForeignCurrency, Word: word}
		case isCalendarWord(word):
			return nil, &Misread{Reason: notOne, Word: word}
		default:
			rest = append(rest, word)
		}
	}
	return rest, nil
}

func readNumberTyped(t *Type, words string, loc Locale) (Value, *Misread) {
	return readDecimal(words, loc, NotANumber, func(d decimal) (Value, *Misread) {
		n, wrong := unitsOf(d, decimals, TooPrecise)
		if wrong != nil {
			return Value{}, wrong
		}
		return withinBounds(t, Number(n), loc)
	})
}

// maxZeros is how many zeros there may be behind the decimal sign of an integer:
// 4.0 and 4,00 are meant as 4, but 1.000 may have been meant as a thousand.
const maxZeros = 2

func readInteger(t *Type, words string, loc Locale) (Value, *Misread) {
	return readDecimal(words, loc, NotANumber, func(d decimal) (Value, *Misread) {
		if d.scale > maxZeros {
			return Value{}, &Misread{Reason: Fraction}
		}
		n, wrong := unitsOf(d, 0, Fraction)
		if wrong != nil {
			return Value{}, wrong
		}
		v := Integer(n)
		if !v.Known() {
			return Value{}, &Misread{Reason: OutOfRange}
		}
		return withinBounds(t, v, loc)
	})
}

func readMoney(t *Type, words string, loc Locale) (Value, *Misread) {
	return readDecimal(words, loc, NotAnAmount, func(d decimal) (Value, *Misread) {
		// 12.500 may have been meant as twelve thousand: no zeros are dropped here.
		if d.scale > Digits(loc.Currency) {
			return Value{}, &Misread{Reason: TooPrecise}
		}
		n, wrong := unitsOf(d, Digits(loc.Currency), TooPrecise)
		if wrong != nil {
			return Value{}, wrong
		}
		return withinBounds(t, Money(n, loc.Currency), loc)
	})
}

func unitsOf(d decimal, scale int, notExact Reason) (int64, *Misread) {
	n, exact, inRange := d.units(scale)
	switch {
	case !exact:
		return 0, &Misread{Reason: notExact}
	case !inRange:
		return 0, &Misread{Reason: OutOfRange}
	default:
		return n, nil
	}
}

// withinBounds holds a value against the bounds of its type.
func withinBounds(t *Type, v Value, loc Locale) (Value, *Misread) {
	if low := bound(t.Min, v, loc); isBelow(v, low) {
		return Value{}, &Misread{Reason: TooSmall, Limit: low}
	}
	if high := bound(t.Max, v, loc); isBelow(high, v) {
		return Value{}, &Misread{Reason: TooLarge, Limit: high}
	}
	return v, nil
}

// bound is a bound of a type in the kind of the value it is for.
func bound(b *Value, v Value, loc Locale) Value {
	switch {
	case b == nil:
		return Value{}
	case b.kind == KindNumber && v.kind == KindMoney:
		return MoneyOf(*b, v.str)
	case b.kind == KindDateTime && v.kind == KindDate:
		return DateIn(*b, loc)
	default:
		return *b
	}
}

func isBelow(a, b Value) bool {
	order, ok := Compare(a, b)
	return ok && order < 0
}
