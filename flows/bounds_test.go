package flows_test

import (
	"slices"
	"strings"
	"testing"

	"repartee/flows"
)

// TestStateIsBounded shows that a customer cannot make the state as large as he likes: not by long answers, long lists, links or flows begun over and over.
func TestStateIsBounded(t *testing.T) {
	c := talkTo(t, bot(t, map[string]string{
		"flows/welcome.yaml": "flow: welcome\nfields: {notes: {type: list, of: {note: text}}}\nsteps:\n  - repeat: notes\n    more: One more?\n    do: [{ask: note, text: Which note?}]\n  - say: Done.\n",
		"flows/later.yaml":   "flow: later\nstart: {command: later, event: later}\nfields: {n: text}\nsteps:\n  - {ask: n, text: Which name?}\n  - wait: 30d\n  - say: Here I am.\n",
	}))
	c.says("/start " + strings.Repeat("x", 4000))
	if n := len(c.state.Contact.Source); n > flows.PayloadLimit {
		t.Errorf("the source has %d letters", n)
	}
	for range 60 {
		c.says(strings.Repeat("ä", 4000))
		c.says(strings.Repeat("ä", 100))
		c.says("yes")
	}
	for range 40 {
		c.says("/later")
		c.says("Ann")
		c.input(flows.Input{What: flows.Blocked})
		c.input(flows.Input{What: flows.Happened, Event: "later"})
	}
	data, err := c.state.Encode()
	if err != nil || len(data) > 64<<10 {
		t.Errorf("the state has %d bytes, %v", len(data), err)
	}
	if n := len(c.state.Session.Aside); n > 2 {
		t.Errorf("%d flows wait", n)
	}
}

// TestAlbumIsRefusedOnce shows that pictures sent together at a question that takes none are one wrong answer, and none to the next question.
func TestAlbumIsRefusedOnce(t *testing.T) {
	c := talkTo(t, bot(t, map[string]string{"flows/welcome.yaml": "flow: welcome\nsteps:\n  - menu: Which?\n    options: {a: A, b: B}\n    retry: [\"No.\", Still no.]\n    give_up: lost\n" +
		"  - end:\n  - id: lost\n    menu: What now?\n    options: {\"no\": Nothing}\n"}))
	album := func(name string) (got []string) {
		for range 4 {
			got = append(got, texts(c.input(flows.Input{What: flows.Media, Medium: flows.Photo, FileID: "F", Message: 7, Album: name}))...)
		}
		return got
	}
	if got := album("idle"); len(got) != 1 {
		t.Errorf("where nothing is open the bot says %q", got)
	}
	c.says("/start")
	if got := album("open"); !slices.Equal(got, []string{"No."}) {
		t.Errorf("the bot says %q", got)
	}
	if got := album("again"); !slices.Equal(got, []string{"Still no."}) {
		t.Errorf("to another album the bot says %q", got)
	}
}

// TestCardsCanBeTurned shows that every card fits into the message that is edited for it: in length, and with or without a picture.
func TestCardsCanBeTurned(t *testing.T) {
	for name, lengths := range map[string][2]int{"longer than a message": {10, 4500}, "longer than a caption": {10, 1500}} {
		picture := ""
		if lengths[1] < flows.MessageLimit {
			picture = ", photo: media/cup.jpg"
		}
		c := talkTo(t, bot(t, map[string]string{
			"media/cup.jpg": "jpg",
			"catalog.yaml": "gear:\n  items:\n    - {id: cup, name: Cup, text: " + strings.Repeat("c", lengths[0]) + picture + "}\n    - {id: pot, name: Pot, text: " +
				strings.Repeat("p", lengths[1]) + picture + "}\n",
			"flows/welcome.yaml": "flow: welcome\nsteps:\n  - show: thing\n    from: catalog.gear\n    text: \"{{ item.text }}\"\n  - say: Done.\n",
		}))
		shown := effectsOf[flows.Send](c.says("/start"))[0]
		turned := c.taps("›")
		if len(effectsOf[flows.Edit](turned))+len(texts(turned)) == 0 {
			t.Errorf("%s: nothing is shown", name)
		}
		for _, edit := range effectsOf[flows.Edit](turned) {
			limit := flows.MessageLimit
			if edit.Media != nil {
				limit = flows.CaptionLimit
			}
			if n := len(utf16s(edit.Text)); n > limit || (edit.Media == nil) != (len(shown.Media) == 0) {
				t.Errorf("%s: %d letters over a message with %d pictures, now %v", name, n, len(shown.Media), edit.Media)
			}
		}
	}
}

// TestSecondTapIsNothing shows that of two quick taps on one button the second does nothing, also where it only changes what is asked.
func TestSecondTapIsNothing(t *testing.T) {
	c := talkTo(t, bot(t, map[string]string{
		"bot.yaml":           "fields: {brew: {type: one_of, options: {espresso: Espresso, filter: Filter}}}\n",
		"flows/welcome.yaml": "flow: welcome\nsteps:\n  - {ask: brew, text: How do you brew?, if_known: confirm}\n  - say: Thanks.\n",
	}))
	c.says("/start")
	c.says("expreso")
	c.taps("No")
	if got := texts(c.taps("No")); len(got) > 0 {
		t.Errorf("to a second No the bot says %q", got)
	}
	c.taps("Espresso")
	c.says("/start")
	c.taps("Change")
	out := c.taps("Change")
	if got := texts(out); len(got) > 0 || effectsOf[flows.AnswerPress](out)[0].Text != "" {
		t.Errorf("to a second Change the bot says %q", got)
	}
}

// TestNothingIsDoneWhileConfirmed shows that what is remembered of several choices is confirmed or changed; there is no [Done] under it that would empty it.
func TestNothingIsDoneWhileConfirmed(t *testing.T) {
	c := talkTo(t, bot(t, map[string]string{
		"bot.yaml":           "fields: {extras: {type: many_of, options: {milk: Milk, sugar: Sugar}}}\n",
		"flows/welcome.yaml": "flow: welcome\nsteps:\n  - {ask: extras, text: Any extras?, if_known: confirm}\n  - say: Thanks.\n",
	}))
	c.says("/start")
	c.taps("Milk")
	c.taps("Done")
	if got := labels(c.says("/start")); !slices.Equal(got, []string{"Yes", "Change"}) {
		t.Errorf("the buttons are %q", got)
	}
}
