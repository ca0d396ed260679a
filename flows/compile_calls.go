package flows

import (
	"regexp"
	"slices"
	"strings"

	"repartee/flows/value"
)

// callNames settles which calls there are.
func (c *compiler) callNames() {
	c.set.calls = map[string]*Call{}
	for _, call := range slices.Concat(c.src.Calls, c.src.Bot.Calls) {
		id := string(call.ID)
		if c.set.calls[id] != nil {
			c.fail(call.Ref, "duplicate-id", "rename one of them", "there is another call named %s", id)
			continue
		}
		c.set.calls[id] = call
		call.needs, call.gives = map[string]*Field{}, map[string]*Field{}
		at := place{c: c, at: "calls." + id}
		for _, field := range call.Needs {
			c.fieldType(field, at)
			call.needs[string(field.Name)] = field
		}
		for _, field := range call.Gives {
			c.fieldType(field, at)
			call.gives[string(field.Name)] = field
		}
	}
}

// callTexts compiles the addresses of the calls.
func (c *compiler) callTexts() {
	for _, call := range c.src.Bot.Calls {
		c.request(call)
	}
}

// request checks that a call has one address.
func (c *compiler) request(call *Call) {
	for _, way := range []struct {
		method string
		url    *Line
	}{{"GET", call.Get}, {"POST", call.Post}, {"PUT", call.Put}, {"PATCH", call.Patch}, {"DELETE", call.Delete}} {
		switch {
		case way.url == nil:
		case call.method != "":
			c.fail(way.url.Ref, "two-ways", "keep one of get, post, put, patch and delete", "the call %s has more than one address", call.ID)
		default:
			call.method = way.method
			call.url = c.template(way.url.Ref, way.url.Source, place{c: c, only: fieldTypes(call.needs)}, addressText)
			if strings.Contains(way.url.Source, "{{") && !fixedHost.MatchString(way.url.Source) {
				c.fail(way.url.Ref, "open-address", "write the host as it is, and a slash behind it: https://api.example.com/{{ number }}", "a value must not say where the call goes")
			}
		}
	}
	if call.method == "" {
		c.fail(call.Ref, "missing-key", "write `get: https://...`", "the call %s has no address", call.ID)
	}
	if call.Token != "" && !strings.HasPrefix(call.Token, "$") {
		c.fail(call.Ref.At("token"), "open-secret", "write `token: $API_TOKEN` and set API_TOKEN in the environment", "a token must not stand in the file")
	}
}

// fixedHost is an address that says before its first value where it leads.
var fixedHost = regexp.MustCompile(`^https?://[^{}/?#@\s]+[/?#]`)

func fieldTypes(fields map[string]*Field) map[string]*value.Type {
	types := map[string]*value.Type{}
	for name, field := range fields {
		types[name] = field.typ
	}
	return types
}

// Call finds a call and holds what it is given, and what is taken from it, against its names and types.
func (k *Checker) Call(name CallName, with Passing, take Taking) *Call {
	call := k.c.set.calls[name.Name]
	if call == nil {
		var ids []string
		for id := range k.c.set.calls {
			ids = append(ids, id)
		}
		if name.Name != "" {
			k.Fail(name.Ref, "unknown-call", didYouMean(name.Name, sorted(ids), "declare it in bot.yaml under `calls:`"), "there is no call named %s", name.Name)
		}
		return nil
	}
	k.callGiven(call, with)
	inside := place{c: k.c, only: fieldTypes(call.gives)}
	for i := range take {
		pair := &take[i]
		k.c.expr(&pair.Expr, inside)
		if to := k.c.assignable(pair.Name, k.place); to != nil && pair.Expr.program != nil {
			k.c.fits(&pair.Expr, to, "field "+pair.Name.Name)
		}
	}
	return call
}

func (k *Checker) callGiven(call *Call, with Passing) {
	given := map[string]bool{}
	for i := range with {
		pair := &with[i]
		field := call.needs[pair.Name.Name]
		if field == nil {
			var names []string
			for name := range call.needs {
				names = append(names, name)
			}
			k.Fail(pair.Name.Ref, "unknown-field", didYouMean(pair.Name.Name, sorted(names), "declare it there under `needs:`"), "the call %s needs no %s", call.ID, pair.Name.Name)
			continue
		}
		given[pair.Name.Name] = true
		if pair.Expr.program != nil {
			k.c.fits(&pair.Expr, field.typ, pair.Name.Name+" of the call "+string(call.ID))
		}
	}
	for _, field := range call.Needs {
		if !given[string(field.Name)] {
			k.Fail(k.place.step.Ref, "missing-value", "write `with: {"+string(field.Name)+": ...}`", "the call %s needs %s", call.ID, field.Name)
		}
	}
}
