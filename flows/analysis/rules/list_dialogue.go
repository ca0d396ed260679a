package rules

// dialogueRules are about what is asked, what becomes of it, and where the talk leads.
func dialogueRules() []Rule {
	return []Rule{
		outcomeUnhandled(),
		readBeforeSet(),
	}
}
