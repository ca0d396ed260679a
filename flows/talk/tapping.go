package talk

import (
	"fmt"
	"strings"

	"repartee/flows"
	"repartee/flows/value"
)

// Tap presses the newest button with a label or an id, one of the open question before those of earlier ones. A key of a reply keyboard types its label.
func (c *Conversation) Tap(name string) ([]Said, error) { return c.TapOlder(name, 0) }

// TapOlder presses a button of a message before the newest that has it: so many messages with such a button are newer. With 0 it is Tap.
func (c *Conversation) TapOlder(name string, older int) ([]Said, error) {
	switch on := c.find(name, older); {
	case on.button.Data != "":
		return c.Press(on.message, on.button)
	case on.message > 0:
		return c.key(on.key)
	case older > 0:
		return nil, fmt.Errorf("there are not as many messages with a button %q", name)
	}
	return nil, fmt.Errorf("there is no button %q; there is %s", name, c.labels())
}

// Older is how many messages newer than the one of a button have one of a name, as TapOlder takes it; not ok where the name means another button.
func (c *Conversation) Older(message int, button flows.PressButton, name string) (older int, ok bool) {
	is := func(on found) bool { return on.message == message && on.button.Data == button.Data }
	if is(c.find(name, 0)) {
		return 0, true
	}
	for i := len(c.shown) - 1; i >= message; i-- {
		if c.findIn(i, name).message > 0 {
			older++
		}
	}
	return older, older > 0 && is(c.find(name, older))
}

// found is a button, or a key, on the screen.
type found struct {
	message  int // 0 where nothing was found
	button   flows.PressButton
	key      flows.Key
	question string // an earlier one that the button belongs to; to press it is to change one's mind
}

func (c *Conversation) find(name string, older int) (first found) {
	if older > 0 {
		return c.findOlder(name, older)
	}
	for i := len(c.shown) - 1; i >= 0; i-- {
		on := c.findIn(i, name)
		if on.message > 0 && on.question == "" {
			return on
		}
		if first.message == 0 {
			first = on
		}
	}
	return first
}

// findOlder leaves so many messages that have such a button out.
func (c *Conversation) findOlder(name string, older int) found {
	for i := len(c.shown) - 1; i >= 0; i-- {
		on := c.findIn(i, name)
		if on.message == 0 {
			continue
		}
		if older == 0 {
			return on
		}
		older--
	}
	return found{}
}

func (c *Conversation) findIn(i int, name string) found {
	for _, row := range c.shown[i].Buttons {
		for _, button := range row {
			if button.Data != "" && (flows.Means(button.Data, name) || sameLabel(button.Label, name)) {
				return found{message: i + 1, button: button, question: c.earlier(button)}
			}
		}
	}
	for _, row := range c.shown[i].Keyboard {
		for _, key := range row {
			if key.Is(name) || sameLabel(key.Label, name) {
				return found{message: i + 1, key: key}
			}
		}
	}
	return found{}
}

// key taps a key of a reply keyboard.
func (c *Conversation) key(key flows.Key) ([]Said, error) {
	switch {
	case key.ShareContact:
		return c.Share(ownPhone)
	case key.ShareLocation:
		return c.Be(ownPlace)
	}
	return c.Say(key.Label)
}

func sameLabel(label, name string) bool {
	return value.Fold(strings.TrimPrefix(label, "✓ ")) == value.Fold(name)
}

// labels lists the buttons of the newest message that has some.
func (c *Conversation) labels() string {
	for i := len(c.shown) - 1; i >= 0; i-- {
		var labels []string
		for _, row := range c.shown[i].Buttons {
			for _, button := range row {
				labels = append(labels, "["+button.Label+"]")
			}
		}
		for _, row := range c.shown[i].Keyboard {
			for _, key := range row {
				labels = append(labels, "["+key.Label+"]")
			}
		}
		if labels != nil {
			return strings.Join(labels, " ")
		}
	}
	return "none"
}

// TapAny presses one of the buttons on the screen, old ones too: the nth, counted from the newest. Where there is none, nothing happens.
func (c *Conversation) TapAny(n int) ([]Said, error) {
	var on []int
	var data []string
	for i := len(c.shown) - 1; i >= 0; i-- {
		for _, row := range c.shown[i].Buttons {
			for _, button := range row {
				if button.Data != "" {
					on, data = append(on, i+1), append(data, button.Data)
				}
			}
		}
	}
	if len(data) == 0 {
		return nil, nil
	}
	return c.hear(flows.Input{What: flows.Press, Data: data[n%len(data)], Press: "press", On: on[n%len(data)]})
}
