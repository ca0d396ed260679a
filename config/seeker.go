package config

import (
	"reflect"
	"slices"
	"strings"

	"repartee/config/document"
	"repartee/flows"
	"repartee/flows/shop"
)

// seeker goes down to the cursor, along the Go types that the file is decoded into. Each of its functions tells whether it has come to it.
type seeker struct {
	*loader
	spot Spot
}

// member is a key of a map with the type of its value. The name is "" for any other key.
type member struct {
	Key
	of reflect.Type
}

// value looks into what a Go type is decoded from.
func (s *seeker) value(t reflect.Type, n *document.Node) bool {
	if t.Kind() == reflect.Pointer {
		return s.value(t.Elem(), n)
	}
	if n.Kind == document.Scalar {
		return s.scalar(t, n)
	}
	if found, known := s.nested(t, n); known {
		return found
	}
	switch t.Kind() {
	case reflect.Slice:
		elem := t.Elem()
		if named := indirect(elem); named.Kind() == reflect.Struct && s.shapes.of(named).name != nil {
			return s.pairs(n, []member{{of: elem}})
		}
		return s.items(elem, n)
	case reflect.Struct:
		sh := s.shapes.of(t)
		switch {
		case n.Kind == document.List && sh.items != nil:
			return s.value(t.FieldByIndex(sh.items).Type, n)
		case len(sh.keys) > 0:
			return s.pairs(n, membersOf(t, sh))
		}
	}
	return s.halfWritten(t, n)
}

// halfWritten is a value that was taken for a key: the only pair of a map where none belongs.
func (s *seeker) halfWritten(t reflect.Type, n *document.Node) bool {
	if n.Kind == document.Map && len(n.Pairs) == 1 && holds(n.Pairs[0].Key) {
		return s.scalar(t, n.Pairs[0].Key)
	}
	return false
}

func (s *seeker) items(elem reflect.Type, n *document.Node) bool {
	for _, item := range n.Items {
		if holds(item) {
			return s.value(elem, item)
		}
	}
	return s.halfWritten(elem, n)
}

// scalar ends at a value.
func (s *seeker) scalar(t reflect.Type, n *document.Node) bool {
	for t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	s.word(n.Value)
	s.spot.Form, s.spot.Choices = s.formOf(t)
	if t == reflect.TypeFor[flows.Steps]() {
		s.spot.Keys = s.kindKeys()
	}
	return true
}

func (s *seeker) word(marked string) {
	s.spot.At = strings.Index(marked, cursor)
	s.spot.Word = strings.ReplaceAll(marked, cursor, "")
}

// pairs looks into a map that may have these keys.
func (s *seeker) pairs(n *document.Node, members []member) bool {
	if n.Kind != document.Map {
		return false
	}
	if from := n.Get("from"); from != nil && from.Kind == document.Scalar {
		s.spot.From = strings.ReplaceAll(from.Value, cursor, "")
	}
	for _, p := range n.Pairs {
		name := strings.ReplaceAll(p.Key.Value, cursor, "")
		i := slices.IndexFunc(members, func(m member) bool { return m.Name == name })
		any := slices.IndexFunc(members, func(m member) bool { return m.Name == "" })
		switch {
		case holds(p.Key):
			s.key(p.Key, n, members, i)
			return true
		case !holds(p.Value):
		case i >= 0:
			s.spot.Key = members[i].Key
			return s.value(members[i].of, p.Value)
		case any >= 0:
			return s.value(members[any].of, p.Value)
		default:
			return false
		}
	}
	return false
}

// key ends at a key.
func (s *seeker) key(key *document.Node, n *document.Node, members []member, i int) {
	s.word(key.Value)
	s.spot.IsKey, s.spot.Key = true, Key{}
	if i >= 0 {
		s.spot.Key = members[i].Key
	}
	for _, m := range members {
		if m.Name != "" && n.Get(m.Name) == nil {
			s.spot.Keys = append(s.spot.Keys, m.Key)
		}
	}
}

// nested looks into the forms that decoder.form decodes in a way of their own; not known for any other type.
func (s *seeker) nested(t reflect.Type, n *document.Node) (found, known bool) {
	text, steps, condition := reflect.TypeFor[flows.Text](), reflect.TypeFor[flows.Steps](), reflect.TypeFor[flows.Condition]()
	switch t {
	case text:
		if n.Kind == document.List {
			return s.items(text, n), true
		}
		return s.pairs(n, []member{when(condition), keyed("text", "What is said.", text), keyed("else", "What is said to all others.", text), keyed("vary", "One of these, not the last one again.", reflect.TypeFor[[]flows.Text]())}), true
	case steps:
		return s.steps(n), true
	case reflect.TypeFor[flows.Arm]():
		return s.pairs(n, []member{when(condition), keyed("do", "Steps to take.", steps), keyed("else", "Steps for all others.", steps)}), true
	case reflect.TypeFor[flows.Target]():
		if n.Kind == document.List {
			return s.steps(n), true
		}
		name := reflect.TypeFor[flows.FlowName]()
		return s.pairs(n, []member{keyed("flow", "Another flow, and back.", name), keyed("jump", "Another flow, for good.", name), keyed("faq", "An answer of the FAQ.", reflect.TypeFor[flows.FAQName]()),
			keyed("with", "What the other flow is given.", reflect.TypeFor[flows.Passing]())}), true
	case reflect.TypeFor[flows.Options]():
		return s.pairs(n, []member{{of: reflect.TypeFor[flows.Option]()}}), true
	case reflect.TypeFor[flows.Of]():
		return s.pairs(n, []member{{of: reflect.TypeFor[flows.Field]()}}), true
	case reflect.TypeFor[flows.Passing](), reflect.TypeFor[flows.Taking](), reflect.TypeFor[flows.Assignments]():
		return s.passing(t, n), true
	case reflect.TypeFor[flows.Interrupts]():
		return s.items(reflect.TypeFor[flows.FlowName](), n), true
	case reflect.TypeFor[flows.MediaFiles]():
		return s.items(t, n), true
	case reflect.TypeFor[[]flows.Item]():
		return s.items(reflect.TypeFor[flows.Item](), n), true
	case reflect.TypeFor[flows.Item]():
		return s.pairs(n, columnKeys()), true
	case reflect.TypeFor[[]*flows.Voucher]():
		return s.pairs(n, []member{{of: reflect.TypeFor[flows.Voucher]()}}), true
	case reflect.TypeFor[[]*flows.Hours]():
		return s.pairs(n, []member{{of: reflect.TypeFor[flows.Hours]()}}), true
	}
	return false, false
}

// passing looks into names with expressions. The names of a `set` and of a `take` are fields of this flow.
func (s *seeker) passing(t reflect.Type, n *document.Node) bool {
	found := s.pairs(n, []member{{of: reflect.TypeFor[flows.Expr]()}})
	if found && s.spot.IsKey && t != reflect.TypeFor[flows.Passing]() {
		s.spot.Form = FormField
	}
	return found
}

func when(condition reflect.Type) member {
	return keyed("when", "It is so only if this holds.", condition)
}

func keyed(name, doc string, of reflect.Type) member { return member{Key{Name: name, Doc: doc}, of} }

// steps looks into a list of steps.
func (s *seeker) steps(n *document.Node) bool {
	for _, item := range n.Items {
		switch {
		case !holds(item):
		case item.Kind == document.Scalar:
			return s.scalar(reflect.TypeFor[flows.Steps](), item)
		default:
			return s.step(item)
		}
	}
	return false
}

// step looks into one step. Before it has a kind, each kind may be written.
func (s *seeker) step(n *document.Node) bool {
	own := membersOf(reflect.TypeFor[flows.Step](), s.shapes.of(reflect.TypeFor[flows.Step]()))
	for _, p := range n.Pairs {
		kind, ok := s.kinds[p.Key.Value]
		if !ok || n.Get(p.Key.Value) != p.Value {
			continue
		}
		body := reflect.TypeOf(kind.New()).Elem()
		members := slices.Concat(membersOf(body, s.shapes.of(body)), own)
		for i := range members {
			if members[i].Name == kind.Name && members[i].Doc == "" {
				members[i].Doc = kind.Doc
			}
		}
		return s.pairs(n, members)
	}
	for _, key := range s.kindKeys() {
		own = append(own, member{Key: key, of: reflect.TypeFor[flows.Expr]()})
	}
	return s.pairs(n, own)
}

// kindKeys are the keys that open a step.
func (s *seeker) kindKeys() []Key {
	keys := make([]Key, 0, len(s.names))
	for _, name := range s.names {
		keys = append(keys, Key{Name: name, Doc: s.kinds[name].Doc})
	}
	return keys
}

func membersOf(t reflect.Type, sh *shape) []member {
	members := make([]member, 0, len(sh.keys))
	for _, k := range sh.keys {
		members = append(members, member{Key{Name: k.name, Doc: k.doc, Required: k.required}, t.FieldByIndex(k.index).Type})
	}
	return members
}

func columnKeys() []member {
	var keys []member
	for _, column := range shop.GivenColumns() {
		keys = append(keys, member{Key{Name: column.Name}, reflect.TypeFor[string]()})
	}
	return append(keys, member{of: reflect.TypeFor[string]()})
}
