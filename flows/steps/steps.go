package steps

import "repartee/flows"

// Kinds gives the built-in kinds.
func Kinds() []flows.Kind {
	return []flows.Kind{
		{Name: "say", Doc: "Says one or several messages.", New: func() flows.Body { return new(Say) }},
		{Name: "ask", Doc: "Asks a question and keeps the answer in a field.", New: func() flows.Body { return new(Ask) }},
		{Name: "menu", Doc: "Offers a choice of ways to go on, and keeps nothing.", New: func() flows.Body { return new(Menu) }},
		{Name: "recommend", Doc: "Says which items fit this customer best and why, and keeps the one that is taken.", New: func() flows.Body { return new(Recommend) }},
		{Name: "show", Doc: "Shows items as cards to leaf through, or side by side, and keeps the one that is taken.", New: func() flows.Body { return new(Show) }},
		{Name: "cart", Doc: "Puts items into the cart or takes them out, or shows it and lets it be changed and ordered.", New: func() flows.Body { return new(Cart) }},
		{Name: "pay", Doc: "Makes an order of the cart and lets the customer pay it.", New: func() flows.Body { return new(Pay) }},
		{Name: "book", Doc: "Finds a free time with the customer and makes an appointment of it, or moves or cancels one.", New: func() flows.Body { return new(Book) }},
		{Name: "review", Doc: "Shows the answers of this flow, and lets each be changed.", New: func() flows.Body { return new(Review) }},
		{Name: "repeat", Doc: "Asks the same questions for each entry of a list.", New: func() flows.Body { return new(Repeat) }},
		{Name: "branch", Doc: "Takes the steps of the first arm whose condition holds.", New: func() flows.Body { return new(Branch) }},
		{Name: "set", Doc: "Works out values and keeps them in fields.", New: func() flows.Body { return new(Set) }},
		{Name: "tag", Doc: "Gives the customer tags.", New: func() flows.Body { return new(Tag) }},
		{Name: "untag", Doc: "Takes tags away from the customer.", New: func() flows.Body { return new(Untag) }},
		{Name: "flow", Doc: "Runs another flow and comes back to the next step.", New: func() flows.Body { return new(Flow) }},
		{Name: "jump", Doc: "Leaves for another flow.", New: func() flows.Body { return new(Jump) }},
		{Name: "go", Doc: "Goes on at a step of this flow.", New: func() flows.Body { return new(Go) }},
		{Name: "goal", Doc: "Notes that a goal is reached; from here on its name is true.", New: func() flows.Body { return new(Goal) }},
		{Name: "split", Doc: "Divides the customers over several arms, to try out which does best.", New: func() flows.Body { return new(Split) }},
		{Name: "wait", Doc: "Steps aside for a while, until a date or until an event.", New: func() flows.Body { return new(Wait) }},
		{Name: "call", Doc: "Asks something outside and takes what it gives.", New: func() flows.Body { return new(Call) }},
		{Name: "rate", Doc: "Asks how something was, for the reports.", New: func() flows.Body { return new(Rate) }},
		{Name: "share", Doc: "Gives a button with which the customer tells others.", New: func() flows.Body { return new(Share) }},
		{Name: "end", Doc: "Ends the flow.", New: func() flows.Body { return new(End) }},
	}
}
