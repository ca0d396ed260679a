package rules

// dialogueRules are about what is asked, what becomes of it, and where the talk leads.
func dialogueRules() []Rule {
	return []Rule{
		answerChangesNothing(),
		asksKnown(),
		deadEnd(),
		endlessRepeat(),
		goalMissed(),
		goalUnreachable(),
		interruptionOverwrites(),
		kindNotMutual(),
		orphanLoop(),
		outcomeUnhandled(),
		overEffort(),
		readBeforeSet(),
		sameQuestionTwice(),
		trapped(),
		uselessQuestion(),
	}
}
