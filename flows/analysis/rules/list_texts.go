package rules

// textRules are about texts, money, consent, time, and what must always be in reach.
func textRules() []Rule {
	return []Rule{
		buttonTooLongFilled(),
		delayIntoQuietHours(),
		freshForUnused(),
		humanUnreachable(),
		keepTooShort(),
		linkMismatch(),
		markupMismatch(),
		noSuchCommand(),
		payWithoutReview(),
		personalWithoutConsent(),
		personalWithoutPolicy(),
		personalWithoutPurpose(),
		priceNotInvoiced(),
		pushWithoutConsent(),
		reminderTooLate(),
		restartUnreachable(),
		sameTranslation(),
		starsPairing(),
		stopUnreachable(),
		textTooLongFilled(),
		tooManyRows(),
		wordsTaken(),
	}
}
