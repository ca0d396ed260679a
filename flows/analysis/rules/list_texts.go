package rules

// textRules are about texts, money, consent, time, and what must always be in reach.
func textRules() []Rule {
	return []Rule{
		personalWithoutConsent(),
		personalWithoutPolicy(),
		personalWithoutPurpose(),
		pushWithoutConsent(),
	}
}
