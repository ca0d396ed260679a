package flows_test

import (
	"os"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"repartee/config"
	"repartee/flows"
	"repartee/flows/steps"
)

// bot compiles files given by name; bot.yaml begins with what every bot needs.
func bot(t testing.TB, files map[string]string) *flows.Set {
	t.Helper()
	tree := fstest.MapFS{"bot.yaml": {Data: []byte(botYAML + files["bot.yaml"])}}
	for name, text := range files {
		if name != "bot.yaml" {
			tree[name] = &fstest.MapFile{Data: []byte(text)}
		}
	}
	loaded, found := config.Load(tree, steps.Kinds())
	if found.HasErrors() {
		_ = found.WriteText(os.Stderr, false)
		t.Fatal("the bot has errors")
	}
	return loaded.Set
}

// customer is somebody talking to a bot whose files, facts and clock may change meanwhile. What a turn does is given as it is, effects and all.
type customer struct {
	t       testing.TB
	set     *flows.Set
	options flows.EngineOptions
	facts   flows.Facts
	now     time.Time
	state   flows.State
	sent    []flows.Send // all messages so far
}

func talkTo(t testing.TB, set *flows.Set) *customer {
	return &customer{t: t, set: set, options: flows.EngineOptions{Publication: 1, Username: "bot"}, now: noon}
}

// input runs one turn a second later and takes the state through JSON.
func (c *customer) input(in flows.Input) flows.Outcome {
	c.t.Helper()
	c.now = c.now.Add(time.Second)
	in.At = c.now
	out, err := flows.NewEngine(c.set, c.options).Turn(c.state, in, c.facts)
	if err != nil {
		c.t.Fatal(err)
	}
	data, err := out.State.Encode()
	if err != nil {
		c.t.Fatal(err)
	}
	if c.state, err = flows.DecodeState(data); err != nil {
		c.t.Fatal(err)
	}
	for _, effect := range out.Effects {
		if sent, ok := effect.(flows.Send); ok {
			c.sent = append(c.sent, sent)
		}
	}
	return out
}

// says types words, as message 5.
func (c *customer) says(words string) flows.Outcome {
	c.t.Helper()
	return c.input(flows.Input{What: flows.Message, Text: words, Message: 5})
}

// taps presses the newest button with a label.
func (c *customer) taps(label string) flows.Outcome {
	c.t.Helper()
	for i := len(c.sent) - 1; i >= 0; i-- {
		for _, row := range c.sent[i].Buttons {
			for _, button := range row {
				if strings.TrimPrefix(button.Label, "✓ ") == label && button.Data != "" {
					return c.input(flows.Input{What: flows.Press, Data: button.Data, Press: "p", On: i + 1})
				}
			}
		}
	}
	c.t.Fatalf("there is no button %q", label)
	return flows.Outcome{}
}

// sleeps lets time go by; what is due meanwhile happens at its time.
func (c *customer) sleeps(d time.Duration) (texts []string) {
	c.t.Helper()
	end := c.now.Add(d)
	for n := 0; n < 100; n++ {
		wake := c.state.Wake()
		if wake.IsZero() || wake.After(end) {
			break
		}
		if wake.After(c.now) {
			c.now = wake
		}
		for _, effect := range c.input(flows.Input{What: flows.Wake}).Effects {
			if sent, ok := effect.(flows.Send); ok {
				texts = append(texts, sent.Text)
			}
		}
	}
	c.now = end
	return texts
}

// effectsOf are the effects of one kind.
func effectsOf[E flows.Effect](out flows.Outcome) (all []E) {
	for _, effect := range out.Effects {
		if one, ok := effect.(E); ok {
			all = append(all, one)
		}
	}
	return all
}

// labels are the labels of all buttons of a turn.
func labels(out flows.Outcome) (all []string) {
	for _, sent := range effectsOf[flows.Send](out) {
		for _, row := range sent.Buttons {
			for _, button := range row {
				all = append(all, button.Label)
			}
		}
	}
	return all
}
