package compare

import (
	"repartee/flows"
	"repartee/flows/analysis/decide"
	"repartee/flows/expr"
	"repartee/flows/value"
)

// conditions tells what became of a condition: whether it means the same, else for whom it holds now, as far as that can be proved. One that refuses answers is
// told the other way round: it is stricter where it holds for more.
func (c *comparer) conditions(old, now *flows.Condition, refuses bool) (note string, same bool) {
	if c.old == nil || c.now == nil || old.Program() == nil || now.Program() == nil {
		return "", false
	}
	b := both{
		before: c.renamedFormula(old.Program().Formula(), old.Ref.Flow), after: now.Program().Formula(),
		currency: c.now.Currency,
	}
	if more, _ := b.gained(); more == decide.No {
		if fewer, _ := b.lost(); fewer == decide.No {
			return "", true
		}
	}
	// for whom is told of answers that can be given; that both mean the same has to be so for all that were ever kept
	b.domain = func(name string, _ *value.Type) decide.Domain { return c.domain(now.Ref.Flow, name) }
	if refuses {
		return b.refusing(), false
	}
	return b.holding(), false
}

// both is a condition in both versions.
type both struct {
	before, after *expr.Formula
	domain        func(string, *value.Type) decide.Domain
	currency      string
}

// gained tells whether it can hold now where it did not.
func (b both) gained() (decide.Answer, decide.Witness) {
	return decide.Decide(decide.Question{Hold: one(b.after), Fail: one(b.before), Domain: b.domain, Currency: b.currency})
}

// lost tells whether it can fail now where it held.
func (b both) lost() (decide.Answer, decide.Witness) {
	return both{before: b.after, after: b.before, domain: b.domain, currency: b.currency}.gained()
}

func one(f *expr.Formula) []*expr.Formula { return []*expr.Formula{f} }

func (b both) holding() string {
	more, witness := b.gained()
	fewer, lost := b.lost()
	switch {
	case more == decide.No && fewer == decide.No:
		return nobody
	case more == decide.No && fewer == decide.Yes:
		return "stricter: it holds no longer for " + b.who(lost)
	case more == decide.Yes && fewer == decide.No:
		return "laxer: it holds now for " + b.who(witness) + " too"
	case more == decide.Yes && fewer == decide.Yes:
		return "it holds for others: now for " + witness.String() + ", no longer for " + lost.String()
	case more == decide.No: // whether there is anybody for whom it holds no longer is not known
		return "stricter, if anything: it holds only where it held before"
	case fewer == decide.No:
		return "laxer, if anything: it still holds wherever it held before"
	}
	return ""
}

func (b both) refusing() string {
	more, witness := b.gained()
	fewer, lost := b.lost()
	switch {
	case more == decide.No && fewer == decide.No:
		return nobody
	case more == decide.No && fewer == decide.Yes:
		return "laxer: it takes now " + b.who(lost) + " too"
	case more == decide.Yes && fewer == decide.No:
		return "stricter: it refuses now " + b.who(witness) + " too"
	case more == decide.Yes && fewer == decide.Yes:
		return "it refuses others: now " + witness.String() + ", no longer " + lost.String()
	case more == decide.No:
		return "laxer, if anything: it refuses nothing that it took before"
	case fewer == decide.No:
		return "stricter, if anything: it still refuses all that it refused before"
	}
	return ""
}

// nobody is told where two conditions differ only for answers that nobody can give.
const nobody = "for all answers that can be given it is the same"

// domain is what a name can be in the new version: a field, within its bounds.
func (c *comparer) domain(flow, name string) decide.Domain {
	var field *flows.Field
	if f := c.now.Flow(flow); f != nil {
		field = f.Field(name)
	}
	if field == nil {
		field = c.now.Field(name)
	}
	if field == nil || field.ValueType() == nil {
		return decide.Domain{}
	}
	bounded := *field.ValueType()
	bounded.Min, bounded.Max = constant(field.Min), constant(field.Max)
	return decide.Domain{Type: &bounded}
}

// constant is a bound that is the same for everybody; nil where there is none.
func constant(e *flows.Expr) *value.Value {
	if e == nil || e.Program() == nil {
		return nil
	}
	v, ok := e.Program().Constant()
	if !ok || !v.Known() {
		return nil
	}
	return &v
}
