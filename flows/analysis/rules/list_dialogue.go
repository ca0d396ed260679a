package rules

// dialogueRules are about what is asked, what becomes of it, and where the talk leads.
func dialogueRules() []Rule {
	return []Rule{
		asksKnown(),
		deadEnd(),
		endlessRepeat(),
		flowUnreachable(),
		goalMissed(),
		goalUnreachable(),
		itemNeverRecommended(),
		linkComparedWhole(),
		orphanLoop(),
		overEffort(),
		sameQuestionTwice(),
		splitGoalUnreached(),
		trapped(),
		waitIsOver(),
	}
}

// answerRules are about what an answer changes: see Influence.
func answerRules() []Rule {
	return []Rule{
		answerChangesNothing(),
		interruptionOverwrites(),
		kindNotMutual(),
		uselessQuestion(),
	}
}

// gapRules are about what may be unknown where it is read: see Gaps.
func gapRules() []Rule { return []Rule{outcomeUnhandled(), readBeforeSet()} }
