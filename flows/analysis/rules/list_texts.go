package rules

// textRules are about texts, money, consent, time, and what must always be in reach.
func textRules() []Rule {
	return []Rule{
		buttonTooLongFilled(),
		delayIntoQuietHours(),
		freshForUnused(),
		humanUnreachable(),
		keepTooShort(),
		noSuchCommand(),
		payWithoutReview(),
		personalWithoutConsent(),
		personalWithoutPolicy(),
		personalWithoutPurpose(),
		priceNotInvoiced(),
		pushWithoutConsent(),
		reminderTooLate(),
		restartUnreachable(),
		starsPairing(),
		stopUnreachable(),
		textTooLongFilled(),
		tooManyRows(),
		wordsTaken(),
	}
}

// translationRules are about the texts of the other languages: see translations.
func translationRules() []Rule {
	return []Rule{figureMismatch(), linkMismatch(), markupMismatch(), sameTranslation()}
}
