package flows

import (
	"reflect"

	"repartee/flows/expr"
)

// Use is one place where the value of a name matters.
type Use struct {
	Name    string // as expressions know it: a field, "contact.first_name", "cart.total", "item" ...
	Ref     Ref    // of the name, with what follows it by dots
	Role    Role
	Guarded bool  // it does no harm there if the value is unknown
	Flow    *Flow // in whose names it is written; nil: of bot.yaml
	Step    *Step // that it stands at; nil: at the head of the flow, or in bot.yaml and its neighbours

	Into     string // of a RoleValue: the field that the value goes into
	IntoFlow *Flow  // of a RoleValue: the flow of that field, where it is another one
}

// Role says what a Use does with the value.
type Role uint8

// The roles of uses.
const (
	RoleText     Role = iota // customers read it
	RoleWording              // it chooses between texts
	RoleDecision             // it decides where the talk goes on, what is offered or taken, how often or when
	RoleChoice               // it chooses or sorts items
	RoleBound                // it bounds what a question takes
	RoleValue                // it is kept in a field, here or in another flow
	RoleOut                  // it is handed to a call
	RoleGoal                 // it is what a flow is for
)

// Telling is a body that shows fields without naming them in a text, as a review does.
type Telling interface{ Tells(f *Flow) []string }

// Uses are all places where the step reads a name, in the order written; also in the translations of its texts, and in the bounds and options of the fields it asks for.
func (s *Set) Uses(step *Step) []Use {
	u := uses{makeups: s.makeups, at: Use{Flow: step.flow, Step: step}}
	if step.When != nil {
		u.program(RoleDecision, step.When.Ref, step.When.program)
	}
	if step.Body == nil {
		return u.all
	}
	if x, _, ok := leadsOf(step.Body); ok {
		u.into = x.flow
	}
	_, u.out = step.Body.(interface{ Calls() (*Call, Passing) })
	u.walk(reflect.ValueOf(step.Body), RoleDecision)
	for _, name := range step.Keeps() {
		if field := s.field(string(step.flow.ID), name); field != nil {
			u.field(field)
		}
	}
	if body, ok := step.Body.(Telling); ok {
		for _, name := range body.Tells(step.flow) {
			u.add(Use{Name: name, Ref: step.Ref, Role: RoleText, Guarded: true})
		}
	}
	return u.all
}

// HeadUses are the places at the head of a flow where a name is read: its goal and its title.
func (s *Set) HeadUses(flow *Flow) []Use {
	u := uses{makeups: s.makeups, at: Use{Flow: flow}}
	u.label(RoleText, &flow.Title)
	if flow.Goal != nil {
		u.program(RoleGoal, flow.Goal.Ref, flow.Goal.program)
	}
	return u.all
}

// SharedUses are the places in bot.yaml and in faq.yaml where a name is read: vouchers, shipping, payments, phrases, answers.
func (s *Set) SharedUses() []Use { return s.uses }

// sharedUses gathers what is read outside of the flows.
func (c *compiler) sharedUses() []Use {
	u := uses{makeups: c.makeups}
	for _, part := range []any{&c.src.Bot.Phrases, &c.src.Bot.Shop, &c.src.Bot.Payments, &c.src.FAQ} {
		u.walk(reflect.ValueOf(part), RoleDecision)
	}
	return u.all
}

// uses gathers the places where names are read.
type uses struct {
	makeups makeups
	at      Use // what all of them have in common
	all     []Use
	into    *Flow // that a `with` of the body hands over to
	out     bool  // a `with` of the body leaves the bot
}

func (u *uses) add(use Use) {
	use.Flow, use.Step = u.at.Flow, u.at.Step
	u.all = append(u.all, use)
}

func (u *uses) program(role Role, ref Ref, program *expr.Program) {
	u.value(Use{Role: role}, ref, program)
}

// value adds what a program reads, each as the pattern says.
func (u *uses) value(pattern Use, ref Ref, program *expr.Program) {
	if program == nil {
		return
	}
	for _, read := range program.Reads() {
		use := pattern
		use.Name, use.Ref, use.Guarded = read.Name, ref.Span(read.From, read.To), read.Guarded
		u.add(use)
	}
}

// templates adds what a text reads in any language. Only in the first the places are known.
func (u *uses) templates(role Role, ref Ref, templates []*expr.Template) {
	var seen map[string]bool // made for texts with values
	for i, template := range templates {
		if template == nil || len(template.Reads()) == 0 {
			continue
		}
		if seen == nil {
			seen = map[string]bool{}
		}
		for _, read := range template.Reads() {
			if i > 0 && seen[read.Name] {
				continue
			}
			seen[read.Name] = true
			at := ref
			if i == 0 {
				at = ref.Span(read.From, read.To)
			}
			u.add(Use{Name: read.Name, Ref: at, Role: role, Guarded: read.Guarded})
		}
	}
}

func (u *uses) label(role Role, l *Label) { u.templates(role, l.Ref, l.templates) }

// field adds the bounds of a field that is asked for, and the conditions of its options.
func (u *uses) field(f *Field) {
	for _, bound := range []*Expr{f.Min, f.Max} {
		if bound != nil {
			u.program(RoleBound, bound.Ref, bound.program)
		}
	}
	for i := range f.Options.List {
		if when := f.Options.List[i].When; when != nil {
			u.program(RoleBound, when.Ref, when.program)
		}
	}
}

// walk goes through a form. The role is what conditions and expressions decide there.
func (u *uses) walk(v reflect.Value, role Role) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			u.walk(v.Elem(), role)
		}
	case reflect.Slice:
		if v.CanAddr() && u.list(v.Addr().Interface()) {
			return
		}
		for i := range v.Len() {
			u.walk(v.Index(i), role)
		}
	case reflect.Struct:
		if v.CanAddr() && u.form(v.Addr().Interface(), role) {
			return
		}
		for _, member := range u.makeups.of(v.Type()) {
			within := role
			if member.ranks {
				within = RoleChoice // as all of a Listing chooses
			}
			u.walk(v.Field(member.at), within)
		}
	}
}

// list adds what a list of pairs reads; false where it is none.
func (u *uses) list(x any) bool {
	switch x := x.(type) {
	case *Steps:
	case *Assignments:
		for i := range *x {
			u.value(Use{Role: RoleValue, Into: (*x)[i].Name.Name}, (*x)[i].Expr.Ref, (*x)[i].Expr.program)
		}
	case *Passing:
		u.passing(*x, u.into)
	case *Taking:
		u.taking(*x)
	default:
		return false
	}
	return true
}

func (u *uses) passing(pairs Passing, into *Flow) {
	for i := range pairs {
		pattern := Use{Role: RoleValue, Into: pairs[i].Name.Name, IntoFlow: into}
		if u.out {
			pattern = Use{Role: RoleOut}
		}
		u.value(pattern, pairs[i].Expr.Ref, pairs[i].Expr.program)
	}
}

// taking adds what is taken from another flow: it is written in the names of that one. What a call gives is no name.
func (u *uses) taking(pairs Taking) {
	if u.into == nil {
		return
	}
	from := len(u.all)
	for i := range pairs {
		u.value(Use{Role: RoleValue, Into: pairs[i].Name.Name, IntoFlow: u.at.Flow}, pairs[i].Expr.Ref, pairs[i].Expr.program)
	}
	for i := from; i < len(u.all); i++ {
		u.all[i].Flow = u.into
	}
}

// form adds what one of the recurring forms reads; false where its parts are to be looked at.
func (u *uses) form(x any, role Role) bool {
	switch x := x.(type) {
	case *Line:
		u.templates(RoleText, x.Ref, x.templates)
	case *Label:
		u.label(RoleText, x)
	case *TextArm:
		if x.When != nil {
			u.program(RoleWording, x.When.Ref, x.When.program)
		}
		u.walk(reflect.ValueOf(&x.Text), role)
	case *Condition:
		u.program(role, x.Ref, x.program)
	case *Expr:
		u.program(role, x.Ref, x.program)
	case *Crossing:
		u.passing(x.With, x.flow)
	case *Listing:
		if x.source != nil {
			u.program(RoleChoice, x.From.Ref, x.source.program)
		}
		if x.Where != nil {
			u.program(RoleChoice, x.Where.Ref, x.Where.program)
		}
	case *Option:
		u.option(x)
	default:
		return false
	}
	return true
}

// option adds what an option reads; its values go to the flow that it leads to.
func (u *uses) option(o *Option) {
	u.label(RoleText, &o.Label)
	if o.When != nil {
		u.program(RoleDecision, o.When.Ref, o.When.program)
	}
	into := o.target.Jump.into()
	if into == nil {
		into = o.target.Flow.into()
	}
	u.passing(o.With, into)
}
