package flows

// The built-in flows that only some bots need.
const (
	ordersFlow       = "orders"
	paySupportFlow   = "paysupport"
	appointmentsFlow = "appointments"
)

// sellingFlows can have buttons, where they are needed.
var sellingFlows = []string{ordersFlow, paySupportFlow, appointmentsFlow}

// needed tells whether a built-in flow belongs to the bot: orders where money is taken, appointments where there is a step that makes them.
func (c *compiler) needed(flow *Flow) bool {
	switch flow.ID {
	case ordersFlow, paySupportFlow:
		return len(c.src.Bot.Payments) > 0
	case appointmentsFlow:
		return c.makesAppointments()
	}
	return true
}

func (c *compiler) makesAppointments() bool {
	for _, flow := range c.src.Flows {
		if c.booksIn(flow.Steps) {
			return true
		}
	}
	return false
}

func (c *compiler) booksIn(steps Steps) bool {
	for _, step := range steps {
		if _, books := step.Body.(Reminding); books {
			return true
		}
		for _, nested := range c.makeups.steps(step.Body) {
			if c.booksIn(nested) {
				return true
			}
		}
	}
	return false
}
