package flows

import "repartee/flows/value"

// hours takes in the opening times by name.
func (c *compiler) hours() {
	c.set.hours = map[string]*Hours{}
	for _, hours := range c.src.Bot.Hours {
		if c.set.hours[string(hours.ID)] != nil {
			continue // config has reported it
		}
		c.set.hours[string(hours.ID)] = hours
		if hours.Times != nil {
			hours.Times = hours.Times.In(c.set.zone)
		}
	}
	if quiet := c.src.Bot.Attention.Quiet; quiet != nil {
		c.set.quiet = *quiet
	}
}

// orderType is what is known of an order.
func (c *compiler) orderType() *value.Type {
	return &value.Type{Base: value.TypeOrder, Fields: map[string]*value.Type{
		"number": textType, "date": {Base: value.TypeDate}, "total": {Base: value.TypeMoney}, "state": textType,
		"items": {Base: value.TypeList, Elem: c.lineType()}, "payment": textType, "shipping": textType,
	}}
}
