package rules

// conditionRules are about conditions, and the items and arms that they choose: see sitesOf.
func conditionRules() []Rule {
	return []Rule{
		armNeverHolds(),
		armShadowed(),
		branchNotCovered(),
		checkRefusesAll(),
		checkRefusesNone(),
		conditionAlwaysHolds(),
		nothingRecommended(),
		skipFindsNothing(),
		optionNeverOffered(),
		stepNeverTaken(),
	}
}

// answerRules are about what an answer changes: see Influence.
func answerRules() []Rule {
	return []Rule{answerChangesNothing(), interruptionOverwrites(), kindNotMutual(), uselessQuestion()}
}

// gapRules are about what may be unknown where it is read: see Gaps.
func gapRules() []Rule { return []Rule{outcomeUnhandled(), readBeforeSet()} }

// translationRules are about the texts of the other languages: see translations.
func translationRules() []Rule {
	return []Rule{figureMismatch(), linkMismatch(), markupMismatch(), sameTranslation()}
}

// wayRules are about where the talk leads, and what it asks on the way.
func wayRules() []Rule {
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
	}
}

// textRules are about what is said, and the words that customers say.
func textRules() []Rule {
	return []Rule{buttonTooLongFilled(), noSuchCommand(), textTooLongFilled(), tooManyRows(), wordsTaken()}
}

// moneyRules are about prices and payments.
func moneyRules() []Rule { return []Rule{payWithoutReview(), priceNotInvoiced(), starsPairing()} }

// timeRules are about when the bot speaks, and how long it remembers.
func timeRules() []Rule {
	return []Rule{delayIntoQuietHours(), freshForUnused(), keepTooShort(), reminderTooLate(), waitIsOver()}
}

// trustRules are about what customers have a right to: their yes, a person, a way out.
func trustRules() []Rule {
	return []Rule{
		humanUnreachable(),
		personalWithoutConsent(),
		personalWithoutPolicy(),
		personalWithoutPurpose(),
		pushWithoutConsent(),
		restartUnreachable(),
		stopUnreachable(),
	}
}
