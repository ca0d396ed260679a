package expr

import (
	"fmt"

	"repartee/flows/value"
)

// operand reads what stands between operators, with the signs before it and the
// parts behind it.
func (p *parser) operand() (*node, *Problem) {
	t := p.peek()
	switch {
	case t.is("-"):
		return p.unary(levelSign)
	case t.isWord("not"):
		return p.unary(levelNot)
	}
	n, problem := p.primary()
	for problem == nil && p.peek().is(".") {
		p.take()
		part := p.take()
		if part.kind != tokenName {
			return nil, p.syntax(part, "a name is missing behind the dot", "")
		}
		if n.kind == nodeName {
			n = &node{kind: nodeName, from: n.from, to: part.to, text: n.text + "." + part.text}
		} else {
			n = &node{kind: nodeField, from: n.from, to: part.to, text: part.text, args: []*node{n}}
		}
	}
	return n, problem
}

func (p *parser) unary(level int) (*node, *Problem) {
	op := p.take()
	n, problem := p.expression(level)
	if problem != nil {
		return nil, problem
	}
	return &node{kind: nodeUnary, from: op.from, to: n.to, text: op.text, args: []*node{n}}, nil
}

func (p *parser) primary() (*node, *Problem) {
	t := p.take()
	switch {
	case t.kind == tokenLiteral:
		return &node{kind: nodeLiteral, from: t.from, to: t.to, val: t.val}, nil
	case t.kind == tokenName && p.peek().is("("):
		return p.call(t)
	case t.kind == tokenName:
		return p.word(t)
	case t.is("("):
		return p.bracketed(t)
	case t.is("["):
		args, end, problem := p.arguments(t, "]")
		return &node{kind: nodeList, from: t.from, to: end, args: args}, problem
	default:
		return nil, p.unexpected(t)
	}
}

// word is a literal that is a word, or a name.
func (p *parser) word(t token) (*node, *Problem) {
	n := &node{kind: nodeLiteral, from: t.from, to: t.to, text: t.text}
	switch t.text {
	case "yes", "true":
		n.val = value.Bool(true)
		return n, nil
	case "no", "false":
		n.val = value.Bool(false)
		return n, nil
	case "unknown":
		return n, nil
	case "and", "or", "in":
		return nil, p.unexpected(t)
	}
	if next := p.peek(); isFunction(t.text) && (next.kind == tokenName && levelOf(next) == 0 || next.kind == tokenLiteral) {
		return nil, p.syntax(t, fmt.Sprintf("`%s` is a function", t.text), "write `"+functionNamed(t.text).usage+"`")
	}
	n.kind = nodeName
	return n, nil
}

func (p *parser) bracketed(open token) (*node, *Problem) {
	n, problem := p.expression(0)
	if problem != nil {
		return nil, problem
	}
	if !p.peek().is(")") {
		return nil, p.unclosed(open, ")")
	}
	end := p.take().to
	if n.kind != nodeName { // a name's place is that of the name alone
		n.from, n.to = open.from, end
	}
	return n, nil
}

func (p *parser) call(name token) (*node, *Problem) {
	p.take()
	args, end, problem := p.arguments(name, ")")
	return &node{kind: nodeCall, from: name.from, to: end, text: name.text, args: args}, problem
}

// arguments reads expressions with commas between them, up to the closing sign.
func (p *parser) arguments(open token, closing string) (args []*node, end int, problem *Problem) {
	for !p.peek().is(closing) {
		if len(args) > 0 {
			if !p.peek().is(",") {
				return nil, 0, p.unclosed(open, closing)
			}
			p.take()
		}
		arg, problem := p.expression(0)
		if problem != nil {
			return nil, 0, problem
		}
		args = append(args, arg)
	}
	return args, p.take().to, nil
}

func (p *parser) unclosed(open token, closing string) *Problem {
	if t := p.peek(); t.kind != tokenEnd {
		return p.unexpected(t)
	}
	at := token{from: open.from, to: p.last.to}
	return p.syntax(at, fmt.Sprintf("a `%s` is missing", closing), fmt.Sprintf("write `%s` where this ends", closing))
}

// follows tells whether a number stands right behind the sign that is next.
func (p *parser) follows(sign token) bool {
	return len(p.tokens) > 1 && p.tokens[0] == sign && p.tokens[1].from == sign.to && p.tokens[1].val.Kind() == value.KindNumber
}

// spokenOperators are words that people write for an operator.
var spokenOperators = map[string]string{
	"is": "==", "equals": "==", "eq": "==", "isnt": "!=", "AND": "and", "OR": "or", "NOT": "not", "IN": "in",
	"contains": "in", "und": "and", "oder": "or", "et": "and", "ou": "or", "plus": "+", "minus": "-", "times": "*",
}

func (p *parser) unexpected(t token) *Problem {
	switch {
	case t.is(",") && p.last.to == t.from && p.last.val.Kind() == value.KindNumber && p.follows(t):
		number := token{from: p.last.from, to: p.tokens[1].to}
		return p.syntax(number, "a number has a point, not a comma", fmt.Sprintf("write `%s.%s`", p.last.text, p.tokens[1].text))
	case t.kind == tokenEnd:
		return p.syntax(p.last, fmt.Sprintf("something is missing behind `%s`", p.last.text), "")
	case t.isWord("not"):
		return p.syntax(t, "`not` does not belong here", "write `not` before the comparison: `not (a in b)`")
	case t.kind == tokenName && spokenOperators[t.text] != "":
		return p.syntax(t, fmt.Sprintf("`%s` does not belong here", t.text), fmt.Sprintf("write `%s`", spokenOperators[t.text]))
	default:
		return p.syntax(t, fmt.Sprintf("`%s` does not belong here", t.text), "")
	}
}
