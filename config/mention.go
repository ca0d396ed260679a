package config

import (
	"cmp"
	"slices"
	"strconv"

	"repartee/config/document"
	"repartee/flows"
	"repartee/flows/value"
)

// Mention is one place where a name of the folder is written: where it is defined, or where something calls it.
type Mention struct {
	Name    Name  // that is meant
	Range   Range // of the name alone, without quotes and what it belongs to
	Defines bool

	of  called
	at  place // the value that it stands in, or is the key of
	ref flows.Ref
}

// called is what a name is known by: two mentions of the same mean the same.
type called struct {
	sort NameSort
	of   string // the flow of a step, a goal or an answer, and with a point behind it of a list's column; what an option belongs to; the catalog of a column
	name string
}

// Mentions are all places where names are written, file by file and from top to bottom, a step behind what it is known by: flows, steps, fields, options, goals,
// items, catalogs, phrases, calls and entries of the FAQ, in flows and the files beside them, in expressions and {{ }}, in translations and in talks. There must be
// a Set.
func (l *Loaded) Mentions() []Mention {
	return l.mentioned().all
}

func (l *Loaded) mentioned() *mentions {
	m := &mentions{Loaded: l, owners: map[*value.Option]string{}, wordings: map[flows.Ref]*flows.Wording{}, seen: map[mentioned]bool{}, names: map[called]Name{}, ties: map[string]string{}}
	texts := l.Set.Texts()
	for i := range texts {
		m.wordings[texts[i].Ref] = &texts[i]
	}
	m.known()
	m.bot()
	for _, flow := range l.source.Flows {
		m.flow(flow)
	}
	m.talks()
	m.together()
	for i := range m.all {
		m.all[i].Name = m.names[m.all[i].of]
	}
	slices.SortStableFunc(m.all, func(a, b Mention) int {
		return cmp.Or(cmp.Compare(a.Range.File, b.Range.File), cmp.Compare(a.Range.Line, b.Range.Line), cmp.Compare(a.Range.Col, b.Range.Col), cmp.Compare(a.rank(), b.rank()))
	})
	return m
}

// rank puts a step behind what it is known by.
func (m Mention) rank() int {
	if m.of.sort == NameStep {
		return 1
	}
	return 0
}

// Holds tells whether a place is within the name, or directly behind it.
func (m Mention) Holds(file string, line, col int) bool {
	return m.Range.File == file && m.Range.Line == line && m.Range.Col <= col && col <= m.Range.EndCol
}

// Same tells whether two mentions mean the same.
func (m Mention) Same(other Mention) bool { return m.of == other.of }

// mentions gathers them.
type mentions struct {
	*Loaded
	all      []Mention
	names    map[called]Name
	owners   map[*value.Option]string // whose options they are, by the first of them
	ties     map[string]string        // of owners whose options are held against each other
	wordings map[flows.Ref]*flows.Wording
	seen     map[mentioned]bool

	alike    map[string][]called // those of a name; made when all are known
	doubtful []doubt

	inside string      // the flow that is looked into; "" elsewhere
	step   *flows.Step // that is looked into; nil elsewhere
}

// mentioned is one name at one place.
type mentioned struct {
	of called
	at Range
}

// known takes in the names that there are.
func (m *mentions) known() {
	for _, name := range m.Names() {
		if name.Sort == NameOption {
			continue // they are met with what they belong to
		}
		of := called{name.Sort, name.Flow, name.Name}
		if name.Sort == NameColumn {
			of.of = name.Of
		}
		if _, known := m.names[of]; !known {
			m.names[of] = name
		}
	}
	for _, field := range m.source.Bot.Fields {
		m.own(field, string(field.Name))
		m.columns("", field)
	}
	for _, flow := range m.source.Flows {
		for _, field := range flow.Fields {
			m.columns(string(flow.ID), field)
		}
		for _, field := range flow.Answers() {
			m.own(field, string(flow.ID)+"."+string(field.Name))
		}
	}
	for _, catalog := range m.source.Catalogs {
		for _, column := range catalog.Columns {
			m.own(column, "catalog."+string(catalog.ID)+"."+string(column.Name))
		}
	}
}

// columns takes in those of a list: the questions of a `repeat` keep their answers in them.
func (m *mentions) columns(flow string, list *flows.Field) {
	if list.Of == nil {
		return
	}
	for _, column := range list.Of.Fields {
		name := string(column.Name)
		m.names[called{NameColumn, flow + ".", name}] = Name{Sort: NameColumn, Of: string(list.Name), Flow: flow, Name: name, Text: column.Type, Ref: column.Ref}
		if kept := (called{NameField, flow, name}); m.names[kept].Ref.Path != "fields."+name {
			delete(m.names, kept)
		}
	}
}

// own notes whose options they are: the first who has them lends them to others.
func (m *mentions) own(field *flows.Field, owner string) {
	if first := firstOption(field.ValueType()); first != nil && m.owners[first] == "" {
		m.owners[first] = owner
	}
}

func firstOption(t *value.Type) *value.Option {
	if t == nil || len(t.Options) == 0 {
		return nil
	}
	return &t.Options[0]
}

// add notes a name at a part of a value, or of the key in front of it, if it is written there as it is.
func (m *mentions) add(of called, at place, in *document.Node, from, to int, defines bool) *Mention {
	if _, known := m.names[of]; !known || in == nil || in.Kind != document.Scalar || from < 0 || to > len(in.Value) || in.Value[from:to] != of.name {
		return nil
	}
	r := at.doc.Span(in, from, to)
	made := Mention{Range: Range{File: at.doc.Name, Line: r.Line, Col: r.Col, EndCol: r.End}, Defines: defines, of: of, at: at}
	key := mentioned{of, made.Range}
	if m.seen[key] || r.End-r.Col != len(of.name) {
		return nil
	}
	m.seen[key] = true
	m.all = append(m.all, made)
	return &m.all[len(m.all)-1]
}

// value notes a name that is all of a value, or all of what stands behind some letters of it.
func (m *mentions) value(of called, ref flows.Ref, behind string, defines bool) {
	if at, ok := m.places.span(ref); ok {
		if made := m.add(of, at, at.node, len(behind), len(behind)+len(of.name), defines); made != nil {
			made.ref = ref
		}
	}
}

// key notes a name that is the key of something.
func (m *mentions) key(of called, ref flows.Ref, defines bool) {
	if at, exact, ok := m.places.find(ref); ok && exact {
		in := at.key
		if in == nil {
			in = at.node
		}
		if made := m.add(of, at, in, 0, len(of.name), defines); made != nil {
			made.ref = ref
		}
	}
}

// field is what a name of a field means in a flow.
func (m *mentions) field(flow, name string) called {
	for _, own := range []called{{NameField, flow, name}, {NameColumn, flow + ".", name}} {
		if m.names[own].Name != "" {
			return own
		}
	}
	return called{NameField, "", name}
}

// held is the type of a field, for what is put into it.
func (m *mentions) held(flow, name string) *value.Type {
	if typ := m.Set.Type(flow, name); typ != nil {
		return typ
	}
	return m.Set.Type("", name)
}

// span is the place of a value; also of an entry of a list that nobody has noted.
func (p *places) span(ref flows.Ref) (place, bool) {
	if at, exact, ok := p.find(ref); ok && exact {
		return at, true
	}
	list, exact, ok := p.find(parent(ref))
	if i, err := strconv.Atoi(lastOf(ref.Path)); ok && exact && err == nil && i < len(list.node.Items) {
		return place{doc: list.doc, node: list.node.Items[i]}, true
	}
	return place{}, false
}
