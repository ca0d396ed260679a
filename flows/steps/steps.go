package steps

import "repartee/flows"

// Kinds gives the built-in kinds.
func Kinds() []flows.Kind {
	return []flows.Kind{
		{Name: "say", Doc: "Says one or several messages.", New: func() flows.Body { return new(Say) }},
		{Name: "ask", Doc: "Asks a question and keeps the answer in a field.", New: func() flows.Body { return new(Ask) }},
		{Name: "menu", Doc: "Offers a choice of ways to go on, and keeps nothing.", New: func() flows.Body { return new(Menu) }},
		{Name: "branch", Doc: "Takes the steps of the first arm whose condition holds.", New: func() flows.Body { return new(Branch) }},
		{Name: "set", Doc: "Works out values and keeps them in fields.", New: func() flows.Body { return new(Set) }},
		{Name: "tag", Doc: "Gives the customer tags.", New: func() flows.Body { return new(Tag) }},
		{Name: "untag", Doc: "Takes tags away from the customer.", New: func() flows.Body { return new(Untag) }},
		{Name: "flow", Doc: "Runs another flow and comes back to the next step.", New: func() flows.Body { return new(Flow) }},
		{Name: "jump", Doc: "Leaves for another flow.", New: func() flows.Body { return new(Jump) }},
		{Name: "go", Doc: "Goes on at a step of this flow.", New: func() flows.Body { return new(Go) }},
		{Name: "goal", Doc: "Notes that a goal is reached; from here on its name is true.", New: func() flows.Body { return new(Goal) }},
		{Name: "end", Doc: "Ends the flow.", New: func() flows.Body { return new(End) }},
	}
}
