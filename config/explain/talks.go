package explain

// talkPages are about talks, the tests of conversations.
func talkPages() []Page {
	return []Page{
		{
			Code: "two-turns",
			What: "One line of a talk says two things.",
			Why:  "Which of the two came first decides what the bot answers.",
			Mend: "Put a dash in front of each: `- they: ...`, `- bot: ...`.",
		},
	}
}
