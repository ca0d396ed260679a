package flows

import (
	"maps"
	"slices"
	"strings"
	"time"

	"repartee/flows/expr"
	"repartee/flows/shop"
	"repartee/flows/value"
)

// Turn is one turn at work: what a kind's Run sees and does. It is valid only during Engine.Turn.
type Turn struct {
	set    *Set
	in     Input
	locale value.Locale
	lang   int // of the customer, index in the set's languages

	facts       Facts
	publication int
	username    string
	model       bool
	tracing     bool
	noted       *Heard // nil: it is not recorded
	taken       []Ref
	explaining  bool
	decisions   []Decision

	state   State
	owned   bool  // the customer's fields in it are a copy that may be changed
	before  *Step // the one taken before this one
	step    *Step
	link    string // of the deep link that came in; for the flow it starts
	forget  bool
	rewound bool // an answered question is open again by this input
	opened  bool // a question was opened by this input
	still   bool // the flow does not go on: see Engine.Settle
	peeking bool // what is rendered is not said
	effects []Effect
	events  []Event
	counts  []Count
	ledger  []shop.Entry
	written []string               // numbers of the orders that were made or changed
	item    value.Value            // the one at hand
	serial  int                    // that a question which is about to be put will have; 0: none is
	pages   map[uint32]string      // the buttons that turn a page, by the hash of their id
	places  map[string]value.Value // names that are known only where a text is said: question, hint, the answer being checked

	words struct{ said, folded string } // what was last looked at of the customer's words, and value.Fold of it

	room struct { // for what a turn mostly comes to
		events  [6]Event
		effects [4]Effect
	}
}

func newTurn(set *Set, state State, in Input) *Turn {
	t := &Turn{set: set, in: in, state: state}
	t.events, t.effects = t.room.events[:0], t.room.effects[:0]
	t.rename()
	t.speak()
	return t
}

// speak settles the language from what was chosen, else from what Telegram tells.
func (t *Turn) speak() {
	t.lang = t.set.languageIndex(t.state.Contact.Language, t.state.Contact.Telegram)
	t.locale = value.Locale{Language: t.set.Languages[t.lang], Zone: t.set.zoneNamed(t.state.Contact.Zone), Currency: t.set.Currency, Now: t.in.At}
}

// visitGap is the silence after which a customer's next word begins a new visit.
const visitGap = 30 * time.Minute

// meet notes who is there and since when.
func (t *Turn) meet() {
	if !t.in.Customer() {
		return
	}
	c := &t.state.Contact
	if from := t.in.From; from != (Person{}) {
		c.FirstName, c.LastName, c.Username, c.Telegram = from.FirstName, from.LastName, from.Username, from.Language
		t.speak()
	}
	now := t.in.At.Unix()
	if c.Since == 0 {
		c.Since = now
	}
	if c.Key == "" {
		c.Key = t.jobID("contact")[:16]
	}
	if c.Visits == 0 || now-c.Heard > int64(visitGap/time.Second) {
		c.Visits++
		t.events = append(t.events, Event{Name: Visited})
	}
	c.Heard, c.Blocked = now, 0
}

// close ends the turn: goals, the next reminder, and the customer's keyboard.
func (t *Turn) close() {
	if len(t.state.Session.Frames) > 0 {
		t.countGoal()
	}
	t.armSilence()
	t.rearmCart()
	t.putKeyboardAway()
	t.noteAsked()
	t.dropJobs()
	t.retain()
	t.retainOrders()
	t.forgetAgain()
	t.pin()
	t.tellArms()
}

// countGoal counts the goal of the flow on top, once in a run.
func (t *Turn) countGoal() {
	frame := t.frame()
	flow := t.set.flows[frame.Flow]
	if flow == nil || flow.Goal == nil || frame.Won || !t.Holds(flow.Goal) {
		return
	}
	frame.Won = true
	t.events = append(t.events, Event{Name: Reached, Flow: frame.Flow})
}

// Input is what the turn is about.
func (t *Turn) Input() Input { return t.in }

// Set is what the turn runs on.
func (t *Turn) Set() *Set { return t.set }

// Contact is the customer as known now.
func (t *Turn) Contact() Contact { return t.state.Contact }

// Locale is what reading and writing for this customer depend on.
func (t *Turn) Locale() value.Locale { return t.locale }

// Holds tells whether a condition holds; unknown does not.
func (t *Turn) Holds(c *Condition) bool {
	holds := c.program.True(t)
	if t.explaining && !t.peeking {
		t.decided(c, holds)
	}
	return holds
}

// Eval gives the value of an expression.
func (t *Turn) Eval(e *Expr) value.Value { return e.program.Eval(t) }

// Assign keeps a value worked out by the flow. Unknown forgets the field.
func (t *Turn) Assign(field string, v value.Value) {
	t.Keep(field, t.Worked(expr.Convert(v, t.set.Type(t.flowID(), field), t.set.Currency)))
}

// Worked makes an answer of a value that the flow worked out.
func (t *Turn) Worked(v value.Value) Answer {
	return Answer{Value: v, At: t.in.At.Unix(), Flow: t.flowID(), How: Worked}
}

// Kept is the answer that is kept under a name, of the flow or of the customer.
func (t *Turn) Kept(field string) (Answer, bool) {
	if len(t.state.Session.Frames) > 0 {
		if answer, ok := t.frame().Fields[field]; ok {
			return answer, true
		}
	}
	answer, ok := t.state.Contact.Fields[field]
	return answer, ok
}

// Keep puts an answer where its field is declared; one without a value forgets the field.
func (t *Turn) Keep(field string, a Answer) {
	if field == languageField {
		t.state.Contact.Language = a.Value.AsText()
		t.speak()
		return
	}
	if field == zoneField {
		t.state.Contact.Zone = a.Value.AsText()
		t.speak()
		return
	}
	kept := t.fieldsWith(field)
	if !a.Value.Known() {
		delete(*kept, field)
		return
	}
	if a.Publication == 0 {
		a.Publication = t.publication
	}
	if declared := t.set.fields[field]; declared != nil && a.Value.AsBool() && t.set.pushes(declared) {
		t.state.Contact.OptedOut = 0
	}
	if declared := t.set.field(t.flowID(), field); declared != nil && declared.typ.Base == value.TypeItem {
		if a.How != Worked {
			t.chose(a.Value)
		}
		a.Value = keptItem(a.Value)
	}
	if *kept == nil {
		*kept = map[string]Answer{}
	}
	(*kept)[field] = a
}

// fieldsWith gives the fields among which one is kept: the customer's, or those of the run.
func (t *Turn) fieldsWith(field string) *map[string]Answer {
	if t.set.fields[field] == nil {
		return &t.frame().Fields
	}
	t.ownFields()
	return &t.state.Contact.Fields
}

// ownFields makes the customer's fields this turn's own, before one of them is changed: there may be many, and most turns change none.
func (t *Turn) ownFields() {
	if !t.owned {
		t.state.Contact.Fields, t.owned = maps.Clone(t.state.Contact.Fields), true
	}
}

// Tag gives the customer a tag.
func (t *Turn) Tag(tag string) {
	if !slices.Contains(t.state.Contact.Tags, tag) {
		t.state.Contact.Tags = append(t.state.Contact.Tags, tag)
	}
}

// Untag takes a tag away.
func (t *Turn) Untag(tag string) {
	t.state.Contact.Tags = slices.DeleteFunc(t.state.Contact.Tags, func(kept string) bool { return kept == tag })
}

// Reach notes that a goal of the flow is reached, and what it is worth, if that is known; once in a run.
func (t *Turn) Reach(goal string, worth value.Value) {
	frame := t.frame()
	if slices.Contains(frame.Goals, goal) {
		return
	}
	frame.Goals = append(frame.Goals, goal)
	t.event(Reached, t.step, goal)
	if worth.Known() {
		t.events[len(t.events)-1].Value = plainWorth(worth)
	}
}

// OptOut notes that the customer wants no more marketing: every consent is taken back.
func (t *Turn) OptOut() {
	t.state.Contact.OptedOut = t.in.At.Unix()
	for _, field := range t.set.order {
		if kept, ok := t.state.Contact.Fields[string(field.Name)]; ok && kept.Value.AsBool() && t.set.pushes(field) {
			t.Keep(string(field.Name), Answer{Value: value.Bool(false), At: t.in.At.Unix(), Flow: t.flowID(), How: Typed})
		}
	}
}

// pushes tells of a consent without which nothing is sent for its purpose.
func (s *Set) pushes(field *Field) bool {
	if field.typ.Base != value.TypeConsent {
		return false
	}
	for _, purpose := range s.Privacy.Purposes {
		if purpose.ID == field.Purpose {
			return purpose.Consent
		}
	}
	return true
}

// Forget erases all that is kept of the contact when the turn is over, and ends the talk.
//
// While money is on its way, nothing is: that is said.
func (t *Turn) Forget() Move {
	if t.MoneyOnItsWay() {
		t.SayPhrase("forget_money")
		return Next()
	}
	t.forget = true
	for i := range t.state.Contact.Orders {
		if o := &t.state.Contact.Orders[i]; o.State == shop.Open {
			t.setOrder(o, shop.Expired)
		} else {
			t.CancelOrder(o)
		}
	}
	for _, b := range t.Bookings() {
		t.drop(b.ID)
	}
	t.events = append(t.events, Event{Name: Forgot})
	return Wait()
}

// FieldLabel is what a customer reads as the name of a field.
func (t *Turn) FieldLabel(f *Field) string {
	if label := t.Read(&f.Label); label != "" {
		return label
	}
	return strings.ToUpper(string(f.Name[:1])) + strings.ReplaceAll(string(f.Name[1:]), "_", " ")
}

// Call runs another flow and comes back to the next step.
func (t *Turn) Call(c *Crossing) Move {
	if t.calledBefore(c) {
		return Next()
	}
	t.frame().Step, t.frame().Serial = t.step.name, 0
	return Move{kind: moveCall, flow: c.flow, with: t.passed(c.flow, c.With), back: BackNext}
}

// Jump leaves for another flow.
func (t *Turn) Jump(c *Crossing) Move {
	return Move{kind: moveJump, flow: c.flow, with: t.passed(c.flow, c.With)}
}

// excursion runs another flow and comes back to the open question.
func (t *Turn) excursion(c *Crossing) Move {
	return Move{kind: moveCall, flow: c.flow, with: t.passed(c.flow, c.With), back: BackAsk}
}

func (t *Turn) passed(to *Flow, with Passing) map[string]Answer {
	if len(with) == 0 {
		return nil
	}
	fields := make(map[string]Answer, len(with))
	for i := range with {
		name := with[i].Name.Name
		v := expr.Convert(t.Eval(&with[i].Expr), t.set.Type(string(to.ID), name), t.set.Currency)
		if v.Known() {
			fields[name] = t.Worked(v)
		}
	}
	return fields
}

// Event records something that a kind decided.
func (t *Turn) Event(name EventName, detail string) { t.event(name, t.step, detail) }

// Now is the time of the input.
func (t *Turn) Now() time.Time { return t.in.At }

// Hours gives opening times by name; nil where there are none.
func (t *Turn) Hours(id string) *shop.Hours {
	if hours := t.set.hours[id]; hours != nil {
		return hours.Times
	}
	return nil
}

// folded is value.Fold of words that are looked at several times.
func (t *Turn) folded(words string) string {
	if words != t.words.said {
		t.words.said, t.words.folded = words, value.Fold(words)
	}
	return t.words.folded
}

func (t *Turn) flowID() string {
	if len(t.state.Session.Frames) == 0 {
		return ""
	}
	return t.frame().Flow
}

func (t *Turn) event(name EventName, step *Step, detail string) {
	e := Event{Name: name, Detail: detail}
	if step != nil {
		e.Flow, e.Step = string(step.flow.ID), step.name
	}
	t.events = append(t.events, e)
}

// Type is what a field of the flow on top, or of the customer, may hold; nil where there is none.
func (t *Turn) Type(field string) *value.Type { return t.set.Type(t.flowID(), field) }
