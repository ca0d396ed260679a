package rules

// conditionRules are about conditions, and the items and arms that they choose.
func conditionRules() []Rule {
	return []Rule{
		armNeverHolds(), armShadowed(), branchNotCovered(), checkRefusesAll(), conditionAlwaysHolds(), itemNeverRecommended(), nothingRecommended(),
		optionNeverOffered(), splitGoalUnreached(), stepNeverTaken(),
	}
}
