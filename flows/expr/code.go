package expr

import "repartee/flows/value"

// code is a checked part of an expression, ready to run. Closures call closures:
// nothing is looked up or decided at run time that was known before.
type code struct {
	typ  *value.Type // never nil; any where a problem was reported
	eval func(Env) value.Value
	test func(Env) bool   // of conditions: eval without the way through a Value
	text func(Env) string // where the parts print themselves differently than typ says
	name string           // of the scope, where the code does nothing but look it up
	same bool             // the result is the same for everybody: eval needs no Env
}

var (
	anyType      = &value.Type{Base: value.TypeAny}
	boolType     = &value.Type{Base: value.TypeYesNo}
	numberType   = &value.Type{Base: value.TypeNumber}
	integerType  = &value.Type{Base: value.TypeInteger}
	moneyType    = &value.Type{Base: value.TypeMoney}
	textType     = &value.Type{Base: value.TypeText}
	dateType     = &value.Type{Base: value.TypeDate}
	timeType     = &value.Type{Base: value.TypeTime}
	dateTimeType = &value.Type{Base: value.TypeDateTime}
	durationType = &value.Type{Base: value.TypeDuration}
	lengthType   = &value.Type{Base: value.TypeInteger, Min: whole(0)}
	hourType     = &value.Type{Base: value.TypeInteger, Min: whole(0), Max: whole(23)}
	weekdayType  = &value.Type{Base: value.TypeOneOf, Options: value.Weekdays()}
)

func whole(n int64) *value.Value {
	v := value.Integer(n)
	return &v
}

// constant is code that always gives v.
func constant(v value.Value, typ *value.Type) code {
	return code{typ: typ, same: true, eval: func(Env) value.Value { return v }}
}

// broken stands for a part that a problem was reported in. It fits everywhere, so
// that one mistake is reported once.
func broken() code { return constant(value.Value{}, anyType) }

// condition is code that gives yes or no and nothing else.
func condition(test func(Env) bool) code {
	return code{typ: boolType, test: test, eval: func(env Env) value.Value { return value.Bool(test(env)) }}
}

// tester is the code as a condition: unknown is false.
func (c code) tester() func(Env) bool {
	if c.test != nil {
		return c.test
	}
	eval := c.eval
	return func(env Env) bool { return eval(env).AsBool() }
}

// printer writes the result as the customer reads it; unknown is "".
func (c code) printer() func(Env) string {
	if c.text != nil {
		return c.text
	}
	eval, typ := c.eval, c.typ
	return func(env Env) string { return value.Format(eval(env), typ, env.Locale()) }
}

// folded runs code that is the same for everybody once and for all.
func (c code) folded(parts ...code) code {
	for _, part := range parts {
		if !part.same {
			return c
		}
	}
	v := c.eval(nil)
	same := constant(v, c.typ)
	if c.test != nil {
		holds := v.AsBool()
		same.test = func(Env) bool { return holds }
	}
	return same
}

func (c code) kind() value.Kind { return c.typ.Kind() }

// mayBe reports whether the code can be of the kind: it is, or nobody knows.
func (c code) mayBe(kinds ...value.Kind) bool {
	if c.typ.Base == value.TypeAny {
		return true
	}
	for _, k := range kinds {
		if c.kind() == k {
			return true
		}
	}
	return false
}
