package explore

import (
	"slices"
	"strings"
	"time"

	"repartee/flows"
	"repartee/flows/expr"
	"repartee/flows/value"
)

// limit is something that an answer is held against.
type limit struct{ at value.Value }

// limitsOf gathers from all conditions what each name is compared with.
func limitsOf(set *flows.Set) map[string][]limit {
	all := map[string][]limit{}
	forms(set, func(form any) {
		if c, ok := form.(*flows.Condition); ok && c != nil && c.Program() != nil {
			compared(c.Program().Formula(), all)
		}
	})
	return all
}

// forms shows all that the steps of the folder's flows are made of.
func forms(set *flows.Set, see func(form any)) {
	for _, flow := range set.Flows {
		if flow.Builtin() {
			continue
		}
		for _, step := range flow.AllSteps() {
			see(step.When)
			flows.Forms(step.Body, see)
		}
	}
}

func compared(f *expr.Formula, all map[string][]limit) {
	for _, part := range f.Parts {
		compared(part, all)
	}
	if len(f.Terms) != 2 {
		return
	}
	for i := range f.Terms {
		name, other := f.Terms[i], f.Terms[1-i]
		if name.Kind == expr.OrElse || name.Kind == expr.Number || name.Kind == expr.Amount {
			name = name.Args[0]
		}
		if other.Kind == expr.Amount && other.Args[0].Kind == expr.Constant {
			other = other.Args[0]
		}
		if name.Kind != expr.Name || other.Kind != expr.Constant || !other.Value.Known() {
			continue
		}
		if !slices.ContainsFunc(all[name.Name], func(l limit) bool { return value.Equal(l.at, other.Value) }) {
			all[name.Name] = append(all[name.Name], limit{other.Value})
		}
	}
}

// answers are words and media of each class that a question could be answered with.
func (w *walk) answers(s *spot, asked flows.Standing, typ *value.Type) []move {
	var all []move
	say := func(words string, answer bool) {
		if words != "" {
			all = append(all, move{kind: typed, words: words, answer: answer})
		}
	}
	if typ == nil || typ.Base != value.TypeText {
		say(gibber, false)
	}
	if typ == nil {
		return all
	}
	switch typ.Base {
	case value.TypePhoto:
		return append(all, move{kind: photo, words: "photo", answer: true})
	case value.TypeVoice:
		return append(all, move{kind: voice, words: "voice", answer: true})
	case value.TypeFile:
		return append(all, move{kind: file, words: "file.pdf", answer: true})
	case value.TypeLocation:
		return append(all, move{kind: place, words: anyPlace, answer: true})
	case value.TypeEmail:
		say("alex@example.com", true)
	case value.TypePhone:
		say("+49 30 1234567", true)
	case value.TypeText:
		for _, text := range w.texts(asked.Field, typ) {
			say(text, true)
		}
	case value.TypeManyOf:
		for _, words := range several(asked.Choices) {
			say(words, true)
		}
	default:
		locale := value.Locale{Language: w.language, Zone: w.set.Zone(), Currency: w.set.Currency, Now: s.at.Now()}
		for _, v := range w.sizes(asked.Field, typ, s.at.Now().In(w.set.Zone())) {
			say(value.Format(v, typ, locale), true)
		}
	}
	return all
}

// plainText is long enough for an address, which is a text with a least length.
const plainText = "Alex Example, Kastanienallee 7, 10435 Berlin"

// texts are those that conditions know, and one that none knows; where a pattern is wanted, what is often wanted.
func (w *walk) texts(field string, typ *value.Type) []string {
	text := plainText
	if typ.Max != nil && int64(len(text)) > typ.Max.AsInt() {
		text = strings.TrimSpace(text[:max(typ.Max.AsInt(), 1)])
	}
	texts := []string{text}
	if typ.Pattern != "" {
		texts = []string{"123456", "12345678", "DE89370400440532013000", "AB-1234"}
	}
	for _, known := range w.limits[field] {
		if words := known.at.AsText(); words != "" {
			texts = append(texts, words)
		}
	}
	return texts[:min(len(texts), mostAnswers)]
}

// several are each choice alone, and all of them.
func several(choices []flows.Choice) []string {
	var labels []string
	for _, choice := range choices {
		if !strings.HasPrefix(choice.ID, "!") {
			labels = append(labels, choice.Label)
		}
	}
	if len(labels) > 1 {
		labels = append(labels[:min(len(labels), mostAnswers)], strings.Join(labels, ", "))
	}
	return labels
}

// mostAnswers is how many answers of a type are tried at a question.
const mostAnswers = 8

// sizes are the numbers, amounts and days around the bounds of a type and around what conditions hold the field against.
func (w *walk) sizes(field string, typ *value.Type, now time.Time) []value.Value {
	one, usual := unit(typ, w.set.Currency, now)
	if !usual.Known() {
		return nil
	}
	values := []value.Value{usual}
	add := func(v value.Value) {
		if v.Kind() == value.KindNumber && usual.Kind() == value.KindMoney {
			v = value.MoneyOf(v, w.set.Currency)
		}
		if v.Kind() == usual.Kind() && len(values) < mostAnswers && !slices.ContainsFunc(values, func(o value.Value) bool { return value.Equal(o, v) }) {
			values = append(values, v)
		}
	}
	for _, known := range w.limits[field] {
		add(known.at)
		add(value.Sub(known.at, one))
		add(value.Add(known.at, one))
	}
	if typ.Min != nil {
		add(*typ.Min)
		add(value.Sub(*typ.Min, one))
	}
	if typ.Max != nil {
		add(*typ.Max)
		add(value.Add(*typ.Max, one))
	}
	return values
}

// unit is the smallest difference between two values of a type, and a value that is usual for it within its bounds.
func unit(typ *value.Type, currency string, now time.Time) (one, usual value.Value) {
	switch typ.Base {
	case value.TypeInteger, value.TypeNumber:
		one, usual = value.Integer(1), value.Integer(3)
	case value.TypeMoney:
		one, usual = value.Integer(1), value.MoneyOf(value.Integer(20), currency)
	case value.TypeDate:
		one, usual = value.Duration(0, 24*time.Hour), value.Date(now.Year(), now.Month(), now.Day()+3)
	case value.TypeTime:
		return value.Duration(0, time.Hour), value.TimeOfDay(10 * 60)
	case value.TypeDateTime:
		return value.Duration(0, time.Hour), value.DateTime(time.Date(now.Year(), now.Month(), now.Day()+3, 10, 0, 0, 0, now.Location()))
	}
	return one, usual
}
