package rules

import (
	"slices"

	"repartee/flows/analysis"
)

// figureMismatch finds translations that name another figure than their source.
func figureMismatch() Rule {
	return Rule{
		Code: "figure-mismatch",
		What: "A translation names another figure than its source: a number of days, a sum, an hour.",
		Why:  "Customers are promised different things, depending on the language that they speak. Mostly the figure was changed in one language only.",
		Mend: "Write the same figure in both; what is counted in other units, as miles, is written out in words or allowed with `allow`.",
		Example: `
  languages: [en, de]
  --- # flows/part.yaml
  flow: part
  start: {command: part}
  steps:
    - say: A parcel takes 3 days.
  --- # texts/de.yaml
< - {at: part.say, en: A parcel takes 3 days., de: Ein Paket braucht 5 Tage.}
> - {at: part.say, en: A parcel takes 3 days., de: Ein Paket braucht 3 Tage.}
`,
		Check: func(v *analysis.View, r *Report) {
			for _, said := range translations(v) {
				if there, here, other := otherFigure(said.Source, said.Text); other {
					r.Found(said.Ref.Span(there.from, there.to), "write the same figure in both, or say it in words", "the translation says %s where the source says %s", there.text, here.text)
				}
			}
		},
	}
}

// otherFigure gives the first figure of a translation that its source does not have, and the first one of the source that has no equal there. Where one of the two
// names more figures than the other, some are written in words, and nothing is told.
func otherFigure(source, text string) (there, here figure, other bool) {
	if sameDigits(source, text) {
		return there, here, false // as in nearly all texts
	}
	ours, theirs := figuresIn(source), figuresIn(text)
	if len(ours) != len(theirs) || len(ours) == 0 {
		return there, here, false
	}
	for _, f := range theirs {
		if i := slices.IndexFunc(ours, f.means); i >= 0 {
			ours = slices.Delete(ours, i, i+1)
		} else if !other {
			there, other = f, true
		}
	}
	if other {
		here = ours[0]
	}
	return there, here, other
}

// sameDigits tells of texts that have the same digits in the same order.
func sameDigits(a, b string) bool {
	for {
		i, j := nextDigit(a), nextDigit(b)
		if i < 0 || j < 0 {
			return i == j
		}
		if a[i] != b[j] {
			return false
		}
		a, b = a[i+1:], b[j+1:]
	}
}

// nextDigit is where a text has its first digit; less than none where it has no digit.
func nextDigit(text string) int {
	for i := range len(text) {
		if text[i]-'0' < 10 {
			return i
		}
	}
	return -1
}
