package flows

import "repartee/flows/value"

// wake takes what is due: a job whose time is over, a wait that has ended, the reminder of the open question, or the end of its patience.
func (t *Turn) wake() Move {
	if move, ok := t.dueJobs(); ok {
		return move
	}
	t.dueWorks()
	if move, ok := t.dueOrders(); ok {
		return move
	}
	if move, ok := t.dueBookings(); ok {
		return move
	}
	if move, ok := t.endWaits(); ok {
		return move
	}
	if move, ok := t.abandoned(); ok {
		return move
	}
	timers := t.state.Session.Timers
	if len(timers) == 0 || timers[0].At > t.in.At.Unix() {
		return Wait()
	}
	if calm := t.set.quiet.Next(t.in.At, t.locale.Zone); calm.After(t.in.At) {
		t.state.Session.Timers[0].At = calm.Unix()
		return Wait()
	}
	timer := timers[0]
	t.state.Session.Timers = nil
	q, lost := t.question()
	if q == nil || lost || timer.Serial != t.frame().Serial || q.keys.Silence == nil {
		return Wait()
	}
	reminders := q.keys.Silence.Remind.times()
	if timer.Round >= len(reminders) {
		t.event(Silent, q.step, "")
		if !q.keys.Silence.Then.written() {
			return Wait()
		}
		return t.target(&q.keys.Silence.Then, BackAsk)
	}
	t.event(Reminded, q.step, "")
	t.Took(reminders[timer.Round].Ref)
	names := map[string]value.Value{"question": value.Text(t.wording(q))}
	t.with(names, func() { t.put(q, t.render(&reminders[timer.Round], nil)) })
	t.setTimer(q.keys, timer.Round+1)
	return Wait()
}

// armSilence begins to wait anew after the customer's word. What was to come before is cancelled.
func (t *Turn) armSilence() {
	if !t.in.Customer() && !t.opened {
		return
	}
	t.state.Session.Timers = nil
	if keys := t.openKeys(); keys != nil && keys.Silence != nil {
		t.setTimer(keys, 0)
	}
}

// openKeys gives the keys of the open question without working out what it offers.
func (t *Turn) openKeys() *Question {
	frames := t.state.Session.Frames
	if len(frames) == 0 || t.frame().Job != "" {
		return nil
	}
	if step := t.set.step(t.frame().Flow, t.frame().Step); step != nil {
		if asking, ok := step.Body.(Asking); ok && !asksAboutCart(step.Body) {
			return asking.Shared()
		}
	}
	return nil
}

func (t *Turn) setTimer(keys *Question, round int) {
	at := t.set.quiet.Next(keys.Silence.After.After(t.in.At), t.locale.Zone)
	t.state.Session.Timers = []Timer{{At: at.Unix(), Serial: t.frame().Serial, Round: round}}
}

// Reminders is how many there are.
func (p *Pause) Reminders() int { return len(p.Remind.times()) }
