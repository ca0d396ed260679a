package talk

import (
	"fmt"

	"repartee/flows"
	"repartee/flows/value"
)

// Press presses a button under the message of a number.
func (c *Conversation) Press(message int, button flows.PressButton) ([]Said, error) {
	if button.Data == "" {
		return nil, fmt.Errorf("this button opens the page %s", button.URL)
	}
	return c.hear(flows.Input{What: flows.Press, Data: button.Data, Press: "press", On: message})
}

// TakesNumber tells whether a number that is typed now is an answer: the open question asks for one, or for words in which one may stand.
func (c *Conversation) TakesNumber(typed string) bool {
	state, err := c.State()
	if err != nil {
		return false
	}
	typ := c.engine.Awaits(state, c.now, c.facts)
	if typ == nil {
		return false
	}
	switch typ.Base {
	case value.TypeAny, value.TypeText, value.TypeNumber, value.TypeInteger, value.TypeMoney, value.TypeRating, value.TypeDate, value.TypeTime, value.TypeDateTime, value.TypePhone:
		return true
	}
	set := c.engine.Set()
	_, misread := value.Read(typ, typed, value.Locale{Language: set.Languages[0], Zone: set.Zone(), Currency: set.Currency, Now: c.now})
	return misread == nil
}
