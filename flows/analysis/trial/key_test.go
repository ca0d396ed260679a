package trial

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"repartee/flows"
)

// keyOf is what two states have in common that go on alike: no ids, times and counters.
func (w *walk) keyOf(s *spot) string {
	var k strings.Builder
	for i := range s.state.Session.Frames {
		f := &s.state.Session.Frames[i]
		goals, picked := slices.Sorted(slices.Values(f.Goals)), slices.Sorted(slices.Values(f.Picked))
		fmt.Fprint(&k, f.Flow, " ", f.Step, " ", f.Back, min(f.Tries, 2), f.Page, f.Confirm, f.Reopened, f.Won, goals, picked, f.Rounds, remembered(f.Fields))
		if f.Near != nil {
			fmt.Fprint(&k, "near ", string(f.Near.Value.AppendJSON(nil)))
		}
		if w.strays {
			fmt.Fprint(&k, f.Trail, f.Later, f.Silent, len(f.Called), len(f.Came))
		}
		k.WriteByte('\n')
	}
	fmt.Fprint(&k, len(s.state.Session.Timers), remembered(s.state.Contact.Fields))
	for _, field := range w.set.Fields() {
		if a, ok := s.state.Contact.Fields[string(field.Name)]; ok && !field.FreshFor.Zero() {
			fmt.Fprint(&k, a.At < clock().AddDate(0, 0, -30).Unix())
		}
	}
	return k.String()
}

// remembered writes kept answers.
func remembered(fields map[string]flows.Answer) string {
	var all []string
	for _, name := range slices.Sorted(maps.Keys(fields)) {
		all = append(all, name+"="+string(fields[name].Value.AppendJSON(nil)))
	}
	return strings.Join(all, " ")
}

// way tells how a customer comes to a state.
func (s *spot) way() string {
	var all []string
	for at := s; at != nil; at = at.from {
		all = append(all, at.by)
	}
	slices.Reverse(all)
	return strings.Join(all, " | ")
}
