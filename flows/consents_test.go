package flows_test

import (
	"slices"
	"strings"
	"testing"
)

const newsBot = `privacy: {controller: Example Ltd, policy: "https://example.com", purposes: {marketing: {label: News, consent: true}}}
fields: {news: {type: consent, purpose: marketing, label: News by Telegram}}
`

// newsFlow asks for a consent with a text.
func newsFlow(known, text string) map[string]string {
	return map[string]string{
		"bot.yaml":           newsBot,
		"flows/welcome.yaml": "flow: welcome\nsteps:\n  - ask: news\n    if_known: " + known + "\n    text: " + text + "\n  - menu: Anything else?\n    options: {\"no\": Nothing}\n",
	}
}

// TestConsentsKeepTheirWords shows that a consent stays as it was given, in words, time and publication, when its text changes and the customer comes by again.
func TestConsentsKeepTheirWords(t *testing.T) {
	for _, known := range []string{"skip", "confirm"} {
		t.Run(known, func(t *testing.T) {
			c := talkTo(t, bot(t, newsFlow(known, "May we write to you?")))
			c.says("/start")
			c.taps("Yes")
			given := c.state.Contact.Fields["news"]
			if given.Words != "May we write to you?" || given.Publication != 1 {
				t.Fatalf("the consent is %+v", given)
			}
			c.set, c.options.Publication = bot(t, newsFlow(known, "May we sell your data?")), 2
			c.says("/start")
			if known == "confirm" {
				c.taps("Yes")
			}
			if _, step := c.state.Place(); step == "news" {
				t.Fatalf("the question is open: %+v", c.state)
			}
			if now := c.state.Contact.Fields["news"]; now.Words != given.Words || now.At != given.At || now.Publication != 1 {
				t.Errorf("the consent was %+v and is now %+v", given, now)
			}
			if known == "skip" { // it was not put, so there is nothing to go back to
				return
			}
			c.says("/back")
			if c.taps("Keep: yes"); c.state.Contact.Fields["news"].Words != given.Words {
				t.Errorf("kept after going back it is %+v", c.state.Contact.Fields["news"])
			}
		})
	}
}

// TestConsentIsToWhatWasSaid shows that of a text that varies the one is kept that was said.
func TestConsentIsToWhatWasSaid(t *testing.T) {
	c := talkTo(t, bot(t, newsFlow("ask", "{vary: [May we write to you?, May we send you news?, May we tell you news?]}")))
	for range 4 {
		asked := texts(c.says("/start"))
		c.taps("Yes")
		if kept := c.state.Contact.Fields["news"].Words; kept != asked[0] {
			t.Errorf("asked %q, kept %q", asked[0], kept)
		}
	}
}

// TestConsentAfterStop shows that a new yes ends an old /stop, and that what was agreed to is taken back or left, not rewritten.
func TestConsentAfterStop(t *testing.T) {
	c := talkTo(t, bot(t, newsFlow("ask", "May we write to you?")))
	c.says("/stop")
	if c.state.Contact.OptedOut == 0 {
		t.Fatal("nothing is stopped")
	}
	c.says("/start")
	c.taps("Yes")
	if c.state.Contact.OptedOut != 0 {
		t.Error("it is still stopped")
	}
	for _, text := range texts(c.says("/mydata")) {
		if strings.Contains(text, "stopped") {
			t.Errorf("the bot says %q", text)
		}
	}
	c.says("/mydata_change")
	if out := c.taps("News by Telegram"); slices.Contains(labels(out), "Change") {
		t.Errorf("a consent can be changed to words that nobody asked: %q", labels(out))
	}
}
