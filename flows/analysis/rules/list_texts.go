package rules

// textRules are about texts, money, consent, time, and what must always be in reach.
func textRules() []Rule {
	return []Rule{
		humanUnreachable(),
		noSuchCommand(),
		payWithoutReview(),
		personalWithoutConsent(),
		personalWithoutPolicy(),
		personalWithoutPurpose(),
		priceNotInvoiced(),
		pushWithoutConsent(),
		restartUnreachable(),
		starsPairing(),
		stopUnreachable(),
		wordsTaken(),
	}
}
