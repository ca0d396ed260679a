package config

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"repartee/config/document"
	"repartee/flows"
)

func TestTalk(t *testing.T) {
	l := newLoader(nil)
	got := l.talk(document.Parse("talks/a.yaml", []byte(`talk: says hello
languages: [en, de]
given: {fields: {brew: filter, budget: 12.50}, clock: 2026-03-02T09:00, tags: [vip], name: Ann}
turns:
  - they: /advice
  - bot: {en: "... told me ...", de: "..."}
  - tap: yes
  - after: 21h
  - tap: {button: {en: Yes, de: Ja}, older: 2}
  - tap: {en: No, de: Nein}
expect: {fields: {budget: 12.50}, goal: reached, at: budget}
`)))
	if len(l.found) > 0 {
		t.Fatalf("%+v", l.found)
	}
	if got.Name != "says hello" || got.Given.Fields[1].Name != "budget" || got.Given.Fields[1].Text != "12.50" || got.Given.Clock != "2026-03-02T09:00" {
		t.Errorf("the head is read as %+v", got)
	}
	if got.Turns[0].They.In("de") != "/advice" || got.Turns[1].Bot.In("de") != "..." || got.Turns[2].Tap.Button.In("en") != "yes" || got.Turns[3].After.Span != 21*time.Hour {
		t.Errorf("the turns are read as %+v", got.Turns)
	}
	if older := got.Turns[4].Tap; older.Button.In("de") != "Ja" || older.Older != 2 || got.Turns[5].Tap.Button.In("de") != "Nein" || got.Turns[5].Tap.Older != 0 {
		t.Errorf("the taps are read as %+v and %+v", older, got.Turns[5].Tap)
	}
	if got.Expect.Fields[0].Text != "12.50" || got.Expect.Goal != "reached" || got.Turns[3].Ref.Path != "talks.a.turns.3" {
		t.Errorf("the end is read as %+v", got.Expect)
	}
}

func TestTranslations(t *testing.T) {
	texts := newLoader(nil).translations(document.Parse("texts/de.yaml", []byte(`- {at: a.b, en: Hello, de: Hallo}
- {at: a.c, en: Old, now: New, de: Neu}
- {at: a.words, de: [hallo, servus]}
`)), []string{"en", "de"}, nil)
	want := []flows.Translation{
		{Ref: flows.Ref{Path: "texts.de.0"}, Language: "de", At: "a.b", Source: "Hello", Text: "Hallo"},
		{Ref: flows.Ref{Path: "texts.de.1"}, Language: "de", At: "a.c", Source: "New", Text: "Neu"},
		{Ref: flows.Ref{Path: "texts.de.2"}, Language: "de", At: "a.words", Words: []string{"hallo", "servus"}},
	}
	if diff := cmp.Diff(want, texts.translations); diff != "" {
		t.Errorf("translations differ (-want +got):\n%s", diff)
	}
	if found := texts.said.found; len(found) != 1 || found[0].Code != "stale-translation" || found[0].Line != 2 {
		t.Errorf("found %+v", found)
	}
}
