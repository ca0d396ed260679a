package rules

import "strings"

// Example is a flow in which a rule finds something and the same flow mended, as one YAML text: a line that only the faulty one has begins with `<`, one that only the
// mended one has with `>`, all others with a blank. A second blank follows. Either is put into the small bot of this package's tests; what begins with another key
// than `flow` is a part of bot.yaml, and what stands behind `--- # texts/de.yaml` is that file.
type Example string

// Faulty is the text in which the rule finds something.
func (e Example) Faulty() string { return e.version('<') }

// Mended is the text in which it finds nothing.
func (e Example) Mended() string { return e.version('>') }

// version is made of the lines with a sign and of those without any. The line feed behind the opening quote is no line of it.
func (e Example) version(sign byte) string {
	var text strings.Builder
	for line := range strings.Lines(string(e)) {
		if line[0] == ' ' || line[0] == sign {
			text.WriteString(line[2:])
		}
	}
	return text.String()
}

// The openings that several examples have in common.
const (
	guestsAsked = `
  flow: part
  start: {command: part}
  fields: {guests: {type: integer, min: 1, max: 8}}
  steps:
    - ask: guests
      text: How many will you be?
`
	pageInGerman = `
  languages: [en, de]
  --- # flows/part.yaml
  flow: part
  start: {command: part}
  steps:
    - say: "All is told [on our page](https://small.example/brewing)."
  --- # texts/de.yaml
`
)
