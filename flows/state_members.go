package flows

import "repartee/flows/value"

func (r *reader) state() (s State) {
	r.members(func(key string) {
		switch key {
		case "f":
			s.Format = r.number()
		case "c":
			r.contact(&s.Contact)
		case "s":
			r.session(&s.Session)
		default:
			r.gaveUp = true
		}
	})
	return s
}

func (r *reader) contact(c *Contact) {
	r.members(func(key string) {
		switch key {
		case "key":
			c.Key = r.text()
		case "first":
			c.FirstName = r.text()
		case "last":
			c.LastName = r.text()
		case "user":
			c.Username = r.text()
		case "tl":
			c.Telegram = r.text()
		case "lang":
			c.Language = r.text()
		case "zone":
			c.Zone = r.text()
		case "src":
			c.Source = r.text()
		case "ref":
			c.Referrer = r.text()
		case "since":
			c.Since = r.integer()
		case "heard":
			c.Heard = r.integer()
		case "visits":
			c.Visits = r.number()
		case "out":
			c.OptedOut = r.integer()
		case "blocked":
			c.Blocked = r.integer()
		case "expires":
			c.Expires = r.integer()
		default:
			r.kept(c, key)
		}
	})
}

// kept reads what a contact has several of.
func (r *reader) kept(c *Contact, key string) {
	switch key {
	case "fields":
		c.Fields = mapOf(r, (*reader).answer)
	case "tags":
		c.Tags = listOf(r, (*reader).text)
	case "vary":
		c.Varied = mapOf(r, (*reader).number)
	case "arms":
		c.Arms = mapOf(r, (*reader).text)
	case "chosen":
		c.Chosen = listOf(r, (*reader).text)
	case "orders":
		r.plain(&c.Orders)
	case "vouch":
		c.Vouchers = mapOf(r, (*reader).number)
	case "books":
		r.plain(&c.Bookings)
	case "works":
		r.plain(&c.Works)
	default:
		r.gaveUp = true
	}
}

func (r *reader) session(s *Session) {
	r.members(func(key string) {
		switch key {
		case "frames":
			s.Frames = listOf(r, (*reader).frame)
		case "serial":
			s.Serial = r.number()
		case "asked":
			s.Asked = listOf(r, (*reader).asking)
		case "timers":
			r.plain(&s.Timers)
		case "kb":
			s.Keyboard = r.yes()
		case "pub":
			s.Publication = r.number()
		case "last":
			s.Last = r.number()
		case "aside":
			s.Aside = listOf(r, (*reader).aside)
		case "jobs":
			r.plain(&s.Jobs)
		case "album":
			s.Album = r.text()
		case "spoke":
			s.Spoke = r.integer()
		case "hold":
			s.Hold = r.text()
		case "held":
			s.Held = r.text()
		case "cart":
			r.plain(&s.Cart)
		default:
			r.gaveUp = true
		}
	})
}

func (r *reader) aside() (a Aside) {
	r.members(func(key string) {
		switch key {
		case "frames":
			a.Frames = listOf(r, (*reader).frame)
		case "at":
			a.At = r.integer()
		case "event":
			a.Event = r.text()
		default:
			r.gaveUp = true
		}
	})
	return a
}

func (r *reader) frame() (f Frame) {
	r.members(func(key string) {
		switch key {
		case "flow":
			f.Flow = r.text()
		case "step":
			f.Step = r.text()
		case "back":
			f.Back = Back(r.text())
		case "link":
			f.Link = r.text()
		case "fields":
			f.Fields = mapOf(r, (*reader).answer)
		case "goals":
			f.Goals = listOf(r, (*reader).text)
		case "won":
			f.Won = r.yes()
		case "rounds":
			f.Rounds = mapOf(r, (*reader).number)
		case "job":
			f.Job = r.text()
		case "event":
			f.Event = r.text()
		case "passed":
			f.Passed = mapOf(r, (*reader).text)
		case "called":
			f.Called = listOf(r, (*reader).run)
		case "came":
			f.Came = listOf(r, (*reader).run)
		case "pay":
			r.plain(&f.Paying)
		case "pub":
			f.Publication = r.number()
		default:
			r.rested(&f, key)
		}
	})
	return f
}

// rested reads of a frame what is known of the question at which it rests, and of those before.
func (r *reader) rested(f *Frame, key string) {
	switch key {
	case "serial":
		f.Serial = r.number()
	case "tries":
		f.Tries = r.number()
	case "re":
		f.Reopened = r.yes()
	case "picked":
		f.Picked = listOf(r, (*reader).text)
	case "later":
		f.Later = listOf(r, (*reader).text)
	case "trail":
		f.Trail = listOf(r, (*reader).text)
	case "silent":
		f.Silent = listOf(r, (*reader).text)
	case "conf":
		f.Confirm = r.yes()
	case "near":
		near := r.answer()
		f.Near = &near
	case "page":
		f.Page = r.text()
	default:
		r.gaveUp = true
	}
}

func (r *reader) run() (run Run) {
	r.members(func(key string) {
		switch key {
		case "step":
			run.Step = r.text()
		case "frame":
			run.Frame = r.frame()
		default:
			r.gaveUp = true
		}
	})
	return run
}

func (r *reader) asking() (a Asked) {
	parts := 0
	r.items(func() {
		switch parts++; parts {
		case 1:
			a.Serial = r.number()
		case 2:
			a.Flow = r.text()
		case 3:
			a.Step = r.text()
		case 4:
			a.Chosen = r.text()
		default:
			r.gaveUp = true
		}
	})
	return a
}

func (r *reader) answer() (a Answer) {
	parts := 0
	r.items(func() {
		switch parts++; parts {
		case 1:
			a.Value = r.value()
		case 2:
			a.At = r.integer()
		case 3:
			a.Flow = r.text()
		case 4:
			a.How = How(r.text())
		case 5:
			a.Words = r.text()
		case 6:
			a.Publication = r.number()
		default:
			r.gaveUp = true
		}
	})
	return a
}

func (r *reader) value() (v value.Value) {
	if r.at < len(r.data) && r.data[r.at] == '"' {
		return value.Text(r.text())
	}
	if raw := r.raw(); !r.gaveUp && v.UnmarshalJSON([]byte(raw)) != nil {
		r.gaveUp = true
	}
	return v
}
