package rules

// conditionRules are about conditions, and the items and arms that they choose: see sitesOf.
func conditionRules() []Rule {
	return []Rule{
		armNeverHolds(), armShadowed(), branchNotCovered(), checkRefusesAll(), conditionAlwaysHolds(), nothingRecommended(),
		optionNeverOffered(), stepNeverTaken(),
	}
}
