package bot

import (
	"slices"
	"time"
)

// restTime is how long a sender that has sent all leaves the store without word of it: the contact's next commit brings it along, which spares the store a step. Where
// a process dies within this time, its last words are said again, as far as they may be. It is short beside a pause in a talk between people.
const restTime = 10 * time.Millisecond

// rest lets a sender go that has sent all and has yet to say so. False: it has to say so now. The caller holds mu.
func (s *senders) rest(one *sender) bool {
	if one.roused || one.beyond || s.closing || s.byChat[one.chat] != one { // no commit finds one that took over what another left
		return false
	}
	one.running, one.restedAt = false, time.Now()
	if one.resting {
		return true // it went to work and is back
	}
	one.resting = true
	s.resting = append(s.resting, one)
	if len(s.resting) == 1 {
		s.alarm = time.AfterFunc(restTime, s.rouse)
	}
	return true
}

// rouse lets those tell the store who have rested long enough, all together.
func (s *senders) rouse() { s.rouseAfter(restTime) }

// hurry lets all tell the store who rest.
func (s *senders) hurry() { s.rouseAfter(0) }

func (s *senders) rouseAfter(rested time.Duration) {
	s.mu.Lock()
	defer s.mu.Unlock()
	now := time.Now()
	s.resting = slices.DeleteFunc(s.resting, func(one *sender) bool {
		one.resting = !one.running && one.told < one.last
		if one.resting && (s.closing || now.Sub(one.restedAt) >= rested) {
			one.resting, one.roused, one.running = false, true, true
			s.crew.do(func() { s.deliver(s.ctx, one) })
		}
		return !one.resting
	})
	if len(s.resting) > 0 {
		s.alarm.Reset(restTime / 4)
	}
}

// end lets nobody rest any more.
func (s *senders) end() {
	s.mu.Lock()
	s.closing = true
	if s.alarm != nil {
		s.alarm.Stop()
	}
	s.mu.Unlock()
	s.rouse()
}
