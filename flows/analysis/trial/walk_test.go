package trial

import (
	"fmt"
	"slices"
	"strconv"
	"time"

	"repartee/flows"
	"repartee/flows/value"
)

// walk is all that customers can do with a bot, and what was met on it.
type walk struct {
	set    *flows.Set
	engine *flows.Engine
	strays bool // customers also change their minds: they go back, start other flows, have everything erased
	most   int  // states that are gone on from

	known map[string]*spot
	open  []*spot
	all   []*spot
	left  bool // the walk is not complete
	turns int
	seen  seen
}

// spot is a state, with the way to it.
type spot struct {
	state  flows.State
	at     time.Time
	screen []string // the data of the buttons that can be pressed
	from   *spot
	by     string // what the customer did, or had been remembered from before
	next   []onward
}

// onward is where something leads that a customer does.
type onward struct {
	to     *spot
	answer bool // to the open question
	events []flows.Event
}

func clock() time.Time { return time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC) }

// walked walks a set out.
func walked(set *flows.Set, strays bool, most int) *walk {
	w := &walk{set: set, strays: strays, most: most, known: map[string]*spot{}, seen: newSeen()}
	w.engine = flows.NewEngine(set, flows.EngineOptions{Publication: 1, Username: "trial_bot", Trace: true, Explain: true})
	w.roots()
	for len(w.open) > 0 {
		if len(w.all)-len(w.open) >= w.most {
			w.left = true
			break
		}
		s := w.open[0]
		w.open = w.open[1:]
		w.goOn(s)
	}
	return w
}

// roots are customers with all that can be remembered of them: of each field each value, and nothing, from yesterday or from long ago.
func (w *walk) roots() {
	before := []map[string]flows.Answer{{}}
	for _, field := range w.set.Fields() {
		var grown []map[string]flows.Answer
		for _, fields := range before {
			grown = append(grown, fields)
			for _, v := range values(field.ValueType()) {
				for _, ago := range [...]time.Duration{24 * time.Hour, 60 * 24 * time.Hour} {
					if ago > 24*time.Hour && field.FreshFor.Zero() {
						continue
					}
					with := map[string]flows.Answer{string(field.Name): {Value: v, At: clock().Add(-ago).Unix(), How: flows.Typed}}
					for name, answer := range fields {
						with[name] = answer
					}
					grown = append(grown, with)
				}
			}
		}
		before = grown
	}
	for _, fields := range before {
		state := flows.State{}
		if len(fields) > 0 {
			state.Contact.Fields = fields
			state.Contact.Since, state.Contact.Heard, state.Contact.Visits = clock().AddDate(0, 0, -90).Unix(), clock().AddDate(0, 0, -1).Unix(), 1
		}
		w.found(&spot{state: state, at: clock(), by: fmt.Sprint("remembered: ", remembered(fields))})
	}
}

// values are all that can be answered.
func values(typ *value.Type) []value.Value {
	var all []value.Value
	switch typ.Base {
	case value.TypeInteger:
		for n := int64(1); n <= 4; n++ {
			all = append(all, value.Integer(n))
		}
	case value.TypeYesNo:
		all = []value.Value{value.Bool(true), value.Bool(false)}
	case value.TypeOneOf:
		for _, o := range typ.Options {
			all = append(all, value.Text(o.ID))
		}
	case value.TypeManyOf:
		all = []value.Value{value.List(value.Text("a")), value.List(value.Text("b")), value.List(value.Text("a"), value.Text("b"))}
	}
	return all
}

// words are all that can be typed for an answer that has no buttons.
func words(typ *value.Type) []string {
	if typ == nil {
		return nil
	}
	var all []string
	switch typ.Base {
	case value.TypeInteger:
		for n := int64(1); n <= 4 && (typ.Max == nil || n <= typ.Max.AsInt()); n++ {
			all = append(all, strconv.FormatInt(n, 10))
		}
		if typ.Max == nil {
			all = append(all, "0", "9")
		}
	case value.TypeMoney:
		all = []string{"1", "1.50", "2", "2.50", "3"}
	case value.TypeText:
		all = []string{"oak", "elm", "fir"}
	}
	return all
}

// found takes a state in.
func (w *walk) found(s *spot) *spot {
	key := w.keyOf(s)
	if known := w.known[key]; known != nil {
		return known
	}
	w.known[key] = s
	w.all = append(w.all, s)
	w.open = append(w.open, s)
	return s
}

const gibberish = "qwrtz xkvb"

// goOn tries all that a customer can do.
func (w *walk) goOn(s *spot) {
	if len(s.state.Session.Frames) == 0 {
		w.start(s)
		return
	}
	for _, data := range s.screen {
		w.try(s, flows.Input{What: flows.Press, Data: data, Press: "1", On: 1}, "press "+w.label(s, data), true)
	}
	typ := w.engine.Awaits(s.state, s.at, flows.Facts{})
	for _, text := range words(typ) {
		w.try(s, flows.Input{What: flows.Message, Text: text}, text, true)
	}
	if typ == nil || typ.Base != value.TypeText {
		w.try(s, flows.Input{What: flows.Message, Text: gibberish}, gibberish, false)
	}
	if wake := s.state.Wake(); len(s.state.Session.Timers) > 0 && !wake.IsZero() {
		later := *s
		later.at = wake
		w.take(s, &later, flows.Input{What: flows.Wake}, "(silence)", false)
	}
	if w.strays && len(s.state.Session.Frames) < 4 {
		w.start(s)
		for _, command := range []string{"/cancel", "/forget"} {
			w.try(s, flows.Input{What: flows.Message, Text: command}, command, false)
		}
	}
}

// start begins each flow that has a command.
func (w *walk) start(s *spot) {
	w.try(s, flows.Input{What: flows.Message, Text: "/start"}, "/start", false)
	for _, flow := range w.set.Flows {
		if command := string(flow.Start.Command); command != "" && !flow.Builtin() {
			w.try(s, flows.Input{What: flows.Message, Text: "/" + command}, "/"+command, false)
		}
	}
}

func (w *walk) try(s *spot, in flows.Input, by string, answer bool) { w.take(s, s, in, by, answer) }

func (w *walk) take(from, s *spot, in flows.Input, by string, answer bool) {
	w.turns++
	in.ID, in.At, in.Me, in.From = "1", s.at, "customer", flows.Person{FirstName: "Alex", Language: "en"}
	out, err := w.engine.Turn(s.state, in, flows.Facts{})
	if err != nil {
		w.seen.failed(from, by, err)
		return
	}
	next := &spot{state: out.State, at: s.at, from: from, by: by, screen: screenOf(out.Effects, s.screen)}
	to := w.found(next)
	from.next = append(from.next, onward{to, answer && !refused(out.Events), out.Events})
	w.seen.look(w, from, next, out)
}

// screenOf are the buttons that can be pressed after a turn.
func screenOf(effects []flows.Effect, before []string) []string {
	var now []string
	shown := false
	put := func(rows [][]flows.PressButton) {
		for _, row := range rows {
			for _, button := range row {
				if button.Data != "" {
					now, shown = append(now, button.Data), true
				}
			}
		}
	}
	for _, effect := range effects {
		switch effect := effect.(type) {
		case flows.Send:
			shown = true // older buttons lead back, which is changing one's mind
			put(effect.Buttons)
		case flows.Edit:
			put(effect.Buttons)
		case flows.EditButtons:
			put(effect.Buttons)
		}
	}
	if !shown {
		return before
	}
	return now
}

// label is what a button stands for.
func (w *walk) label(s *spot, data string) string {
	asked, _, _ := w.engine.Standing(s.state, s.at, flows.Facts{})
	for _, choice := range asked.Choices {
		if flows.Means(data, choice.ID) {
			return choice.ID
		}
	}
	return data
}

// refused tells of an answer that did not fit, or was one too many of those.
func refused(events []flows.Event) bool {
	return slices.ContainsFunc(events, func(e flows.Event) bool { return e.Name == flows.Refused || e.Name == flows.GaveUp })
}
