package rules

import (
	"cmp"
	"fmt"
	"slices"

	"repartee/flows"
	"repartee/flows/analysis"
)

// Rule is one thing that a dialogue is held to.
type Rule struct {
	Code string // in kebab-case; stable. What a finding, `allow` and `explain` know it by

	What string // is found: one sentence
	Why  string // it hurts customers
	Mend string // how to

	Example Example // that `explain` shows, and that is the rule's test

	Check func(v *analysis.View, r *Report)
}

// All are the rules, in the order of the catalogue.
func All() []Rule {
	all := slices.Concat(Groups()...)
	slices.SortFunc(all, func(a, b Rule) int { return cmp.Compare(a.Code, b.Code) })
	return all
}

// Groups are all the rules, in groups whose rules need the same things of a View to be worked out: they are best held to the same one. Those that take long come first.
func Groups() [][]Rule {
	groups := [][]Rule{conditionRules(), answerRules(), gapRules(), translationRules()}
	for _, rule := range slices.Concat(wayRules(), textRules(), moneyRules(), timeRules(), trustRules(), allowRules()) {
		groups = append(groups, []Rule{rule})
	}
	return groups
}

// Check gives all that the rules find in a set, but for what it allows.
func Check(set *flows.Set) []flows.Problem { return CheckView(analysis.New(set)) }

// CheckView is Check where the View is at hand already.
func CheckView(v *analysis.View) []flows.Problem {
	return Left(v, Find(v, All()))
}

// Find gives what some rules find, also what the set allows.
func Find(v *analysis.View, all []Rule) []flows.Problem {
	var found []flows.Problem
	for _, rule := range all {
		found = append(found, rule.Find(v)...)
	}
	return found
}

// Find gives what one rule finds, also what the set allows.
func (rule Rule) Find(v *analysis.View) []flows.Problem {
	if rule.Check == nil {
		return nil
	}
	report := Report{code: rule.Code}
	rule.Check(v, &report)
	return report.found
}

// Report takes what a rule finds.
type Report struct {
	code  string
	found []flows.Problem
}

// Found reports a finding at a place: what is wrong, as one sentence, and what to write instead. Several lines, as of a transcript, are set off by line feeds.
func (r *Report) Found(ref flows.Ref, help, format string, args ...any) {
	r.found = append(r.found, flows.Problem{Ref: ref, Severity: flows.Warning, Code: r.code, Message: fmt.Sprintf(format, args...), Help: help})
}
