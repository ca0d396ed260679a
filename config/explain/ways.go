package explain

// wayPages are about the ways of a talk.
func wayPages() []Page {
	return []Page{
		{
			Code: "arm-after-else",
			What: "An arm stands behind `else` and is never taken.",
			Why:  "What it says is said to nobody.",
			Mend: "Move `else` to the end.",
		},
		{
			Code: "empty-flow",
			What: "A flow has no steps.",
			Why:  "Customers who start it hear nothing.",
			Mend: "Write at least one step, as `- say: Hello!`.",
		},
		{
			Code: "endless-loop",
			What: "The talk comes back to a step without waiting for the customer.",
			Why:  "After a hundred steps the turn fails and customers read an apology.",
			Mend: "Put a question (ask, menu) into the loop, or lead it out.",
		},
		{
			Code: "limit-too-high",
			What: "More items are recommended at once than customers would read.",
			Why:  "A long list leaves the choice to the customer, who came to be spared it.",
			Mend: "Write a smaller `limit`, or use `show`, which is leafed through.",
		},
		{
			Code: "missing-start",
			What: "`bot.yaml` does not say which flow begins.",
			Why:  "Customers who press Start hear nothing.",
			Mend: "Write `start: welcome`, the flow behind /start.",
		},
		{
			Code: "too-many-options",
			What: "There are more options than can be offered.",
			Why:  "Telegram takes 100 buttons, and nobody reads that many.",
			Mend: "Ask in two steps, or let customers type.",
		},
		{
			Code: "unreachable-step",
			What: "Nothing leads to a step.",
			Why:  "What it says is said to nobody; most often a `go` is missing.",
			Mend: "Remove it, or lead there: with `go`, or by an outcome of a step above, as `none: sorry` for when no item is left.",
		},
	}
}
