package compare

import (
	"repartee/flows"
	"repartee/flows/analysis/decide"
	"repartee/flows/expr"
)

// conditions tells what became of a condition: whether it means the same, else for whom it holds now, as far as that can be proved.
func (c *comparer) conditions(old, now *flows.Condition) (note string, same bool) {
	if c.old == nil || c.now == nil || old.Program() == nil || now.Program() == nil {
		return "", false
	}
	before, after := old.Program().Formula(), now.Program().Formula()
	currency := c.now.Currency
	more, witness := decide.Decide(decide.Question{Hold: one(after), Fail: one(before), Currency: currency})
	fewer, lost := decide.Decide(decide.Question{Hold: one(before), Fail: one(after), Currency: currency})
	switch {
	case more == decide.No && fewer == decide.No:
		return "", true
	case more == decide.No && fewer == decide.Yes:
		return "stricter: it holds no longer for " + lost.String(), false
	case more == decide.Yes && fewer == decide.No:
		return "laxer: it holds now for " + witness.String() + " too", false
	case more == decide.Yes && fewer == decide.Yes:
		return "it holds for others: now for " + witness.String() + ", no longer for " + lost.String(), false
	}
	return "", false
}

func one(f *expr.Formula) []*expr.Formula { return []*expr.Formula{f} }
