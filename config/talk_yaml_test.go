package config

import (
	"testing"

	"repartee/config/document"
)

// TestTalkIsWrittenAsRead writes a talk down that was read.
func TestTalkIsWrittenAsRead(t *testing.T) {
	const written = `talk: "it says \"hello\""
languages: [en, de]
given: {name: "Ada", clock: 2026-03-02T09:00, stock: {crema: 0}, calls: {parcel: [{gives: {there: "yes", parts: ["a", "b"]}}, {fails: true}, {never: true}]}}
turns:
  - they: {de: "Hallo", en: "Hello"}
  - bot: "..."
  - tap: "yes"
  - tap: {button: "yes", older: 1}
  - contact: "+49 30 1"
  - location: "52.5, 13.4"
  - react: "👍"
  - pay: {how: paid, country: "AT", tip: "2"}
  - pay: declined
  - order: sent
  - stock: {crema: 0, mill.large: 2}
  - after: 21h
  - event: order_delivered
  - at: budget
  - rest: none
`
	l := newLoader(nil)
	got := l.talk(document.Parse("talks/a.yaml", []byte(written)))
	if len(l.found) > 0 {
		t.Fatalf("%+v", l.found)
	}
	if again := string(got.YAML()); again != written {
		t.Errorf("it is written as\n%s", again)
	}
}
