package talk

import (
	"fmt"
	"strings"

	"repartee/flows"
	"repartee/flows/value"
)

// Tap presses the newest button with a label or an id. A key of a reply keyboard types its label.
func (c *Conversation) Tap(name string) ([]Said, error) {
	for i := len(c.shown) - 1; i >= 0; i-- {
		for _, row := range c.shown[i].Buttons {
			for _, button := range row {
				if button.Data != "" && (flows.Means(button.Data, name) || sameLabel(button.Label, name)) {
					return c.Press(i+1, button)
				}
			}
		}
		for _, row := range c.shown[i].Keyboard {
			for _, key := range row {
				if key.ShareContact && (key.Is(name) || sameLabel(key.Label, name)) {
					return c.Share(ownPhone)
				}
				if key.ShareLocation && (key.Is(name) || sameLabel(key.Label, name)) {
					return c.Be(ownPlace)
				}
				if key.Is(name) || sameLabel(key.Label, name) {
					return c.Say(key.Label)
				}
			}
		}
	}
	return nil, fmt.Errorf("there is no button %q; there is %s", name, c.labels())
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
