package flows_test

import (
	"slices"
	"strings"
	"testing"

	"repartee/flows"
)

const accountFlow = `flow: welcome
steps:
  - {ask: email, text: Your e-mail?}
  - {ask: pin, text: Your PIN?}
  - menu: Anything else?
    options: {"no": Nothing}
`

// TestSecretsLeaveNoTrace shows that what is typed at a secret question is deleted from the chat whether it fits or not, and that its words go nowhere: not into
// the state, not into counts, not to a model, not into what the bot says.
func TestSecretsLeaveNoTrace(t *testing.T) {
	c := talkTo(t, bot(t, map[string]string{
		"bot.yaml":           "fields: {email: {type: email, secret: true}, pin: {type: integer, secret: true, min: 1000}}\n",
		"flows/welcome.yaml": accountFlow,
		"flows/other.yaml":   "flow: other\nstart: {words: [other things]}\nsteps: [{say: Other.}]\n",
	}))
	c.options.Model = true
	c.says("/start")
	for _, said := range []struct{ words, step string }{
		{"ann@gmai.com", ""}, // nearly gmail.com
		{"it is ann(at)example, I think?", "email"},
		{"ann@example.com", "pin"},
		{"my pin is 47 11 ok", "pin"},
		{"is my pin twelve or so?", "pin"},
		{"12", "pin"}, // too small
		{"4711", ""},
	} {
		out := c.says(said.words)
		if !slices.Contains(effectsOf[flows.Delete](out), flows.Delete{Message: 5}) {
			t.Errorf("%q is left in the chat", said.words)
		}
		if jobs := effectsOf[flows.Job](out); len(jobs) > 0 || len(out.Counts) > 0 {
			t.Errorf("%q leaves as %v, %v", said.words, jobs, out.Counts)
		}
		for _, text := range texts(out) {
			if strings.Contains(text, said.words) || strings.Contains(text, "ann") {
				t.Errorf("to %q the bot says %q", said.words, text)
			}
		}
		data, err := out.State.Encode()
		if err != nil {
			t.Fatal(err)
		}
		if step := c.state.Session.Frames[0].Step; said.step != "" && (step != said.step || said.step != "pin" && strings.Contains(string(data), "ann")) {
			t.Errorf("after %q the question is %s, the state %s", said.words, step, data)
		}
	}
	if back := c.says("/back"); !slices.Equal(labels(back), []string{"Keep: •••"}) {
		t.Errorf("the buttons are %q", labels(back))
	}
}

// TestSecretsAreNotExported shows that the file of what is kept holds no secret, also of the entries of a list.
func TestSecretsAreNotExported(t *testing.T) {
	c := talkTo(t, bot(t, map[string]string{
		"bot.yaml": "fields: {pin: {type: text, secret: true}, guests: {type: list, of: {name: text, code: {type: text, secret: true}}}}\n",
		"flows/welcome.yaml": "flow: welcome\nsteps:\n  - {ask: pin, text: PIN?}\n  - repeat: guests\n    more: More?\n    do: [{ask: name, text: Name?}, {ask: code, text: Code?}]\n" +
			"  - say: Thanks.\n",
	}))
	for _, words := range []string{"/start", "4711", "Ann", "0815", "no", "/mydata"} {
		c.says(words)
	}
	var file string
	for _, sent := range effectsOf[flows.Send](c.says("/mydata_export")) {
		for _, attached := range sent.Media {
			file += string(attached.Data)
		}
	}
	if !strings.Contains(file, "Ann") || strings.Contains(file, "4711") || strings.Contains(file, "0815") {
		t.Errorf("the file is %s", file)
	}
}
