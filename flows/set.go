package flows

import (
	"maps"
	"slices"
	"strings"
	"time"

	"repartee/flows/shop"
	"repartee/flows/understand"
	"repartee/flows/value"
)

// Set is all that a folder compiles to. It is immutable and shared by all turns.
type Set struct {
	Name      string
	Languages []string
	Currency  string
	Privacy   Privacy
	Flows     []*Flow // the folder's own, then the built-in ones that it does not replace

	zone           *time.Location
	zones          map[string]*time.Location // that customers can be in, by name; nil: only zone
	start          *Flow
	listed         []*Flow           // in Telegram's menu of commands
	flows          map[string]*Flow  // by id and by former id
	fields         map[string]*Field // of the customer
	order          Fields            // the same, as written
	fleeting       Fields            // those of them that are forgotten after a time
	phrases        map[string]*Phrase
	commands       map[string]*Flow
	linked         []*Flow
	words          map[string]string
	triggers       *understand.Index
	triggerFlows   []*Flow
	buttonCommands map[uint32]string
	buttonFlows    map[uint32]*Flow
	dictionary     *dictionary
	shared         *part            // of all that is in no flow
	parts          map[string]*part // of the flows, by their ids
	renames        renames
	formerFlows    map[string]string // the ids that flows have now, by those that they had before
	formerItems    map[string]string // the same of items, as "catalog.item"

	Persona      string // who speaks
	texts        []Wording
	said         []Said
	catalogs     map[string]*Catalog
	catalogOrder []*Catalog
	faq          map[string]*FAQ
	faqOrder     []*FAQ
	faqItems     [][]value.Value // by language, in the order of faqOrder
	calls        map[string]*Call
	hours        map[string]*Hours
	quiet        shop.Quiet
	media        map[string]*MediaFile
	files        map[string]MediaEntry // that were there
	started      map[string][]*Flow    // by event
	Shop         Shop
	payments     []*Payment
	vouchers     map[string]*Voucher // by code
	ways         []shop.Shipping
	minimum      int64           // of an order's goods, minor units
	answered     map[uint32]*FAQ // by the hash of their button
	uses         []Use           // see SharedUses
	makeups      makeups         // of all kinds of step
	allow        []string        // see Allows
	triggerFAQ   []*FAQ          // as triggerFlows: one of the two is nil
}

// Command is one line of Telegram's menu of commands.
type Command struct{ Name, Title string }

// Flow finds a flow by its id, or by the one that it had before.
func (s *Set) Flow(id string) *Flow { return s.flows[id] }

// Start is the flow behind /start.
func (s *Set) Start() *Flow { return s.start }

// Fields are the customer's fields, as written.
func (s *Set) Fields() Fields { return s.order }

// Commands is Telegram's menu of commands in a language.
func (s *Set) Commands(language string) []Command {
	t := newTurn(s, State{Contact: Contact{Language: language}}, Input{})
	var commands []Command
	for _, flow := range s.listed {
		name := string(flow.Start.Command)
		if name == "" {
			name = string(flow.ID)
		}
		commands = append(commands, Command{Name: name, Title: s.title(flow, t)})
	}
	return commands
}

// Phrase gives one of the phrases that the bot says of itself, in the language that fits best.
func (s *Set) Phrase(id, language string) string {
	return newTurn(s, State{Contact: Contact{Language: language}}, Input{}).phrase(id).Text
}

// Answers are the fields of a run of the flow, by name.
func (f *Flow) Answers() Fields {
	fields := make(Fields, 0, len(f.fields))
	for _, name := range sorted(slices.Collect(maps.Keys(f.fields))) {
		fields = append(fields, f.fields[name])
	}
	return fields
}

// Asks tells whether the flow has a question of that name.
func (f *Flow) Asks(step string) bool {
	s := f.resting[step]
	if s == nil {
		return false
	}
	_, ok := s.Body.(Asking)
	return ok
}

// Zone is the time zone that the set's dates and times are meant in.
func (s *Set) Zone() *time.Location { return s.zone }

// Wordings gives how a text, as it is written in a flow, is worded in a language: its translations, or the text itself in the first.
func (s *Set) Wordings(source, language string) []string {
	var texts []string
	for _, said := range [][]Said{s.shared.worded, s.said} {
		for i := range said {
			if said[i].Source == source && said[i].Language == language {
				texts = append(texts, said[i].Text)
			}
		}
	}
	return texts
}

// Type is what a field of the flow, or of the customer, may hold; nil where there is none.
func (s *Set) Type(flow, field string) *value.Type {
	if f := s.flows[flow]; f != nil && f.fields[field] != nil {
		return f.fields[field].typ
	}
	if f := s.fields[field]; f != nil {
		return f.typ
	}
	return nil
}

func (s *Set) title(flow *Flow, t *Turn) string {
	if title := t.Read(&flow.Title); title != "" {
		return title
	}
	if title := t.phrase("title_" + string(flow.ID)).Text; title != "" {
		return title
	}
	return string(flow.ID)
}

// step finds a step of a flow by the name it is known by, or was before.
func (s *Set) step(flow, name string) *Step {
	if f := s.flows[flow]; f != nil && name != "" {
		return f.resting[name]
	}
	return nil
}

// languageIndex gives the language to speak: the one chosen, else the one that Telegram tells ("de" for "de-AT"), else the first.
func (s *Set) languageIndex(chosen, told string) int {
	for _, wish := range []string{chosen, told} {
		base, _, _ := strings.Cut(strings.ToLower(wish), "-")
		if i := slices.Index(s.Languages, base); i >= 0 {
			return i
		}
	}
	return 0
}

// Item finds an item by its id in whichever catalog has it.
func (s *Set) Item(id string) (value.Value, bool) {
	for _, catalog := range s.catalogOrder {
		if item, ok := catalog.sold.Item(id); ok {
			return item, true
		}
	}
	return value.Value{}, false
}

// Catalogs are the catalogs, as written.
func (s *Set) Catalogs() []*Catalog { return s.catalogOrder }

// IDs are the ids of a catalog's items, in the order of the file.
func (c *Catalog) IDs() []string {
	var ids []string
	for _, item := range c.sold.Items(0) {
		ids = append(ids, item.Field("id").AsText())
	}
	return ids
}

// Calls are the names of the calls that flows may make.
func (s *Set) Calls() []string { return slices.Sorted(maps.Keys(s.calls)) }

// Goals are the names of the goals that flows reach by a step.
func (s *Set) Goals() []string {
	var goals []string
	for _, flow := range s.Flows {
		goals = slices.AppendSeq(goals, maps.Keys(flow.goals))
	}
	slices.Sort(goals)
	return slices.Compact(goals)
}

// Rests are the names of the flow's steps at which the talk can rest.
func (f *Flow) Rests() []string {
	var names []string
	for name, step := range f.resting {
		if waits(step) {
			names = append(names, name)
		}
	}
	return sorted(names)
}
