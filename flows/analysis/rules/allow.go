package rules

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"repartee/flows"
	"repartee/flows/analysis"
	"repartee/flows/expr"
)

// The codes of what is found about `allow` itself.
const (
	allowUnused  = "allow-unused"
	allowUnknown = "allow-unknown"
)

// allowRules have no Check of their own: they are about what the other rules have found.
func allowRules() []Rule {
	return []Rule{
		{
			Code: allowUnused,
			What: "`allow` names a finding that is not there.",
			Why:  "What is allowed once is not looked at any more: a fault that comes later would pass unseen.",
			Mend: "Take the code out of `allow`.",
			Example: `
  flow: part
  start: {command: part}
  steps:
    - say: Our address is Main Street 1.
<     allow: [allow-unused]
`,
		},
		{
			Code: allowUnknown,
			What: "`allow` names something that is no finding of a dialogue.",
			Why:  "A misspelt code allows nothing, and errors cannot be allowed: the bot does not run with them.",
			Mend: "Write the code as it stands in brackets at the end of the finding.",
			Example: `
  flow: part
  start: {command: part}
  steps:
    - say: Our address is Main Street 1.
<     allow: [useless-qestion]
`,
		},
	}
}

// allowance is one code that a flow or a step allows.
type allowance struct {
	at   flows.Ref // of what it holds for, and all below
	ref  flows.Ref // where it is written
	code string
	used bool
}

// Left is what is left of all that the rules have found when what the set allows is taken out, in the order of its places; with what it allows in vain.
func Left(v *analysis.View, found []flows.Problem) []flows.Problem {
	allowances := allowancesOf(v)
	found = slices.DeleteFunc(found, func(p flows.Problem) bool {
		taken := false
		for i := range allowances {
			if a := &allowances[i]; a.covers(p) {
				a.used, taken = true, true
			}
		}
		return taken
	})
	codes := codesOf(All())
	for i := range allowances {
		switch a := &allowances[i]; {
		case !slices.Contains(codes, a.code):
			found = append(found, unknownCode(a, codes))
		case !a.used:
			report := Report{code: allowUnused}
			report.Found(a.ref, "take it out of `allow`", "nothing of the kind `%s` is found here", a.code)
			found = append(found, report.found...)
		}
	}
	slices.SortStableFunc(found, func(a, b flows.Problem) int {
		return cmp.Or(cmp.Compare(a.Ref.Flow, b.Ref.Flow), cmp.Compare(a.Ref.Path, b.Ref.Path), cmp.Compare(a.Code, b.Code))
	})
	return found
}

func unknownCode(a *allowance, codes []string) flows.Problem {
	help := "what can be allowed are the warnings about a dialogue; see `repartee explain`"
	if near := expr.Nearest(a.code, codes); near != "" {
		help = expr.DidYouMean(near)
	}
	report := Report{code: allowUnknown}
	report.Found(a.ref, help, "there is no finding `%s` that could be allowed", a.code)
	return report.found[0]
}

func codesOf(rules []Rule) []string {
	codes := make([]string, len(rules))
	for i, rule := range rules {
		codes[i] = rule.Code
	}
	return codes
}

func (a *allowance) covers(p flows.Problem) bool {
	if a.code != p.Code || a.at.Flow != p.Ref.Flow {
		return false
	}
	return a.at.Path == "" || p.Ref.Path == a.at.Path || strings.HasPrefix(p.Ref.Path, a.at.Path+".")
}

func allowancesOf(v *analysis.View) []allowance {
	var all []allowance
	add := func(at flows.Ref, codes []string) {
		for i, code := range codes {
			all = append(all, allowance{at: at, ref: at.At("allow", strconv.Itoa(i)), code: code})
		}
	}
	for i, code := range v.Set.Allows() {
		all = append(all, allowance{ref: flows.Ref{Path: "bot"}.At("allow", strconv.Itoa(i)), code: code})
	}
	for _, flow := range v.Flows() {
		add(flow.Ref, flow.Allow)
		for _, step := range flow.AllSteps() {
			add(step.Ref, step.Allow)
		}
	}
	return all
}
