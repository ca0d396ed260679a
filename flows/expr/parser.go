package expr

import "fmt"

// The bounds of a source: nothing that people write comes near them, and what is
// within them compiles and runs in no time.
const (
	maxSource = 4096 // bytes
	maxDepth  = 64   // of brackets, calls, and signs that nest to the right
)

// usualTokens are as many as most sources have.
const usualTokens = 24

// parser makes nodes of tokens: by precedence, the first problem ends it.
type parser struct {
	src    string
	tokens []token // those ahead; the last is tokenEnd
	last   token   // the one before them
	depth  int
}

func parse(src string) (*node, *Problem) {
	if len(src) > maxSource {
		p := problemAt(0, len(src), CodeTooLong, "this expression is longer than %d bytes", maxSource)
		return nil, &p
	}
	var room [usualTokens]token
	tokens, problem := tokenize(src, room[:0])
	if problem != nil {
		return nil, problem
	}
	p := parser{src: src, tokens: tokens}
	if p.peek().kind == tokenEnd {
		return nil, p.syntax(p.peek(), "there is no expression here", "")
	}
	n, problem := p.expression(0)
	if problem == nil && p.peek().kind != tokenEnd {
		problem = p.unexpected(p.peek())
	}
	return n, problem
}

// The levels of binding, the loosest first. They are those of Swift and Kotlin:
// `a <= b ?? 1` is `a <= (b ?? 1)`, and `not a == b` is `not (a == b)`.
const (
	levelChoice = iota + 1
	levelOr
	levelAnd
	levelNot
	levelCompare
	levelElse
	levelSum
	levelProduct
	levelSign
)

func levelOf(t token) int {
	if t.kind != tokenSign && t.kind != tokenName {
		return 0
	}
	switch t.text {
	case "?":
		return levelChoice
	case "or":
		return levelOr
	case "and":
		return levelAnd
	case "==", "!=", "<", "<=", ">", ">=", "in":
		return levelCompare
	case "??":
		return levelElse
	case "+", "-":
		return levelSum
	case "*", "/":
		return levelProduct
	default:
		return 0
	}
}

// expression reads all that binds tighter than level.
func (p *parser) expression(level int) (*node, *Problem) {
	if p.depth++; p.depth > maxDepth {
		t := p.peek()
		problem := problemAt(t.from, t.to, CodeTooDeep, "this is nested deeper than %d levels", maxDepth)
		return nil, &problem
	}
	defer func() { p.depth-- }()
	left, problem := p.operand()
	for problem == nil {
		op := p.peek()
		binding := levelOf(op)
		if binding == 0 || binding <= level {
			return left, nil
		}
		p.take()
		switch binding {
		case levelChoice:
			left, problem = p.choice(left)
		case levelElse:
			left, problem = p.binary(left, op, binding-1)
		case levelCompare:
			left, problem = p.comparison(left, op)
		default:
			left, problem = p.binary(left, op, binding)
		}
	}
	return nil, problem
}

func (p *parser) binary(left *node, op token, level int) (*node, *Problem) {
	right, problem := p.expression(level)
	if problem != nil {
		return nil, problem
	}
	return &node{kind: nodeBinary, from: left.from, to: right.to, text: op.text, args: []*node{left, right}}, nil
}

func (p *parser) comparison(left *node, op token) (*node, *Problem) {
	n, problem := p.binary(left, op, levelCompare)
	if problem != nil {
		return nil, problem
	}
	if next := p.peek(); levelOf(next) == levelCompare {
		return nil, p.chained(n, next)
	}
	return n, nil
}

// chained reports `a < b < c`, and writes it as it should be.
func (p *parser) chained(first *node, op token) *Problem {
	middle, last := p.src[first.args[1].from:first.args[1].to], "..."
	p.take()
	if right, problem := p.expression(levelCompare); problem == nil {
		last = p.src[right.from:right.to]
	}
	return p.syntax(op, "only two things can be compared at a time",
		fmt.Sprintf("write `%s and %s %s %s`", p.src[first.from:first.to], middle, op.text, last))
}

func (p *parser) choice(condition *node) (*node, *Problem) {
	then, problem := p.expression(levelChoice - 1)
	if problem != nil {
		return nil, problem
	}
	if !p.peek().is(":") {
		return nil, p.syntax(p.last, "the `?` lacks its `:`", "write `condition ? this : that`")
	}
	p.take()
	other, problem := p.expression(levelChoice - 1)
	if problem != nil {
		return nil, problem
	}
	return &node{kind: nodeChoice, from: condition.from, to: other.to, args: []*node{condition, then, other}}, nil
}

func (p *parser) peek() token { return p.tokens[0] }

func (p *parser) take() token {
	t := p.tokens[0]
	if t.kind != tokenEnd {
		p.tokens, p.last = p.tokens[1:], t
	}
	return t
}

func (p *parser) syntax(at token, message, help string) *Problem {
	problem := Problem{From: at.from, To: at.to, Code: CodeSyntax, Message: message, Help: help}
	return &problem
}
