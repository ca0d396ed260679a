package flows

// An entry is written at every turn, and hundreds of thousands are read for a table of numbers: as of a state, its JSON is put together and taken apart by hand.

func (l *Logged) appendJSON(dst []byte) []byte {
	arms := l.Arms
	if len(l.Events) > 0 && len(arms) == 0 {
		arms = l.Events[len(l.Events)-1].Arms
	}
	o := members(dst)
	o.text("who", l.Who)
	o.number("at", l.At)
	o.text("lang", l.Language)
	o.text("src", l.Source)
	o.number("wait", l.Waited)
	o.named("arms", arms)
	o.key("e")
	o.dst = appendList(o.dst, l.Events, Event.appendJSON)
	return o.close()
}

// appendJSON writes an event without its arms, which stand with the entry.
func (e Event) appendJSON(dst []byte) []byte {
	o := members(dst)
	o.text("e", string(e.Name))
	o.text("flow", e.Flow)
	o.text("step", e.Step)
	o.text("d", e.Detail)
	o.text("v", e.Value)
	if e.Heard != nil {
		o.plain("heard", e.Heard)
	}
	return o.close()
}

// readLogged reads what Encode wrote; not ok where it is anything else.
func readLogged(data []byte) (l Logged, ok bool) {
	r := reader{data: string(data)}
	r.members(func(key string) {
		switch key {
		case "who":
			l.Who = r.text()
		case "at":
			l.At = r.integer()
		case "lang":
			l.Language = r.text()
		case "src":
			l.Source = r.text()
		case "wait":
			l.Waited = r.integer()
		case "arms":
			l.Arms = mapOf(&r, (*reader).text)
		case "e":
			l.Events = make([]Event, 0, usualEvents)
			r.items(func() { l.Events = append(l.Events, r.event()) })
		default:
			r.gaveUp = true
		}
	})
	return l, !r.gaveUp && r.at == len(r.data)
}

// usualEvents is how many a turn mostly comes to, or less.
const usualEvents = 8

func (r *reader) event() (e Event) {
	r.members(func(key string) {
		switch key {
		case "e":
			e.Name = EventName(r.text())
		case "flow":
			e.Flow = r.text()
		case "step":
			e.Step = r.text()
		case "d":
			e.Detail = r.text()
		case "v":
			e.Value = r.text()
		case "heard":
			e.Heard = new(Heard)
			r.plain(e.Heard)
		default:
			r.gaveUp = true
		}
	})
	return e
}
