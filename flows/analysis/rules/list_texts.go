package rules

// textRules are about texts, money, consent, time, and what must always be in reach.
func textRules() []Rule {
	return []Rule{
		humanUnreachable(),
		personalWithoutConsent(),
		personalWithoutPolicy(),
		personalWithoutPurpose(),
		pushWithoutConsent(),
		restartUnreachable(),
		stopUnreachable(),
		unknownCommand(),
		wordsTaken(),
	}
}
