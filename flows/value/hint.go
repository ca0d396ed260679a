package value

import (
	"strings"
	"time"
)

// maxHintOptions is how many options a hint lists; more are easier to see on the
// buttons.
const maxHintOptions = 8

// Hint says what an answer of the type would look like, in one short sentence of
// the customer's language (en, de, fr; else English).
func Hint(t *Type, loc Locale) string {
	h := lexiconOf(loc.Language).hints
	switch t.Kind() {
	case KindNumber, KindMoney, KindDate, KindTime, KindDateTime:
		return h.bounded(t, loc)
	case KindBool:
		return h.yesNo
	default:
		return h.described(t, loc)
	}
}

func (h hints) bounded(t *Type, loc Locale) string {
	switch t.Base {
	case TypeInteger:
		return h.integer.with(t.Min, t.Max, Value{}, loc)
	case TypeRating:
		if t.Scale == "thumbs" {
			return h.thumbs
		}
		low, high := scaleOf(t)
		from, to := Integer(low), Integer(high)
		return h.rating.with(&from, &to, Value{}, loc)
	case TypeMoney:
		example := Money(1250, loc.Currency)
		return h.amount.with(inCurrency(t.Min, loc), inCurrency(t.Max, loc), example, loc)
	case TypeDate:
		return h.date.with(t.Min, t.Max, exampleDate(loc), loc)
	case TypeTime:
		return h.time.with(t.Min, t.Max, TimeOfDay(9*60+30), loc)
	case TypeDateTime:
		return h.dateTime.with(t.Min, t.Max, at(exampleDate(loc), TimeOfDay(9*60+30), loc), loc)
	default:
		return h.number.with(t.Min, t.Max, Value{}, loc)
	}
}

func (h hints) described(t *Type, loc Locale) string {
	if t == nil {
		return h.text.plain
	}
	switch t.Base {
	case TypeText:
		return h.text.with(t.Min, t.Max, Value{}, loc)
	case TypeOneOf:
		return h.options(h.oneOf, t, loc)
	case TypeManyOf:
		return h.options(h.manyOf, t, loc)
	case TypeItem, TypeBooking, TypeOrder:
		return h.choose
	case TypeEmail:
		return h.email
	case TypePhone:
		return h.phone
	case TypeLocation:
		return h.location
	case TypePhoto:
		return h.photo
	case TypeVoice:
		return h.voice
	case TypeFile:
		return h.file
	default:
		return h.text.plain
	}
}

func (h hints) options(sentence string, t *Type, loc Locale) string {
	if len(t.Options) == 0 || len(t.Options) > maxHintOptions {
		return h.choose
	}
	labels := make([]string, 0, len(t.Options))
	for _, o := range t.Options {
		labels = append(labels, o.LabelIn(loc.Language))
	}
	return strings.Replace(sentence, "{example}", joinWith(labels, lexiconOf(loc.Language).or), 1)
}

func (p phrases) with(low, high *Value, example Value, loc Locale) string {
	sentence, first, last := p.plain, Value{}, Value{}
	if low != nil {
		sentence, first = p.from, *low
	}
	if high != nil {
		sentence, last = p.upTo, *high
	}
	if low != nil && high != nil {
		sentence = p.between
	}
	return fill(sentence,
		blank{"{min}", Format(first, nil, loc)},
		blank{"{max}", Format(last, nil, loc)},
		blank{"{example}", Format(example, nil, loc)},
	)
}

func inCurrency(b *Value, loc Locale) *Value {
	if b == nil {
		return nil
	}
	v := bound(b, Money(0, loc.Currency), loc)
	return &v
}

// exampleDate is a week from now, or some date where now is not known.
func exampleDate(loc Locale) Value {
	today := loc.Today()
	if !today.Known() {
		return Date(2026, time.March, 2)
	}
	return Add(today, durationOf(0, 7*secondsPerDay))
}
