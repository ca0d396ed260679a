package bot_test

import (
	"fmt"
	"testing"

	"repartee/bot"
	"repartee/flows"
)

// TestRetire drops what no session refers to but for the latest, and nothing while a state cannot be read.
func TestRetire(t *testing.T) {
	stores(t, func(t *testing.T, open func(testing.TB) fullStore) {
		s := open(t)
		for i := 1; i <= 9; i++ {
			if _, err := s.Publish(t.Context(), fmt.Append(nil, i)); err != nil {
				t.Fatal(err)
			}
		}
		keep := func(chat int64, state []byte) {
			t.Helper()
			if _, err := s.Commit(t.Context(), bot.Commit{Chat: chat, Next: "1.a", State: state, Now: s.Now()}); err != nil {
				t.Fatal(err)
			}
		}
		for chat, session := range map[int64]flows.Session{1: {Publication: 2, Last: 2}, 2: {Last: 4}, 3: {}} {
			state, err := flows.State{Session: session}.Encode()
			if err != nil {
				t.Fatal(err)
			}
			keep(chat, state)
		}
		kept := func() (numbers []int) {
			t.Helper()
			all, err := s.Publications(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			for _, p := range all {
				numbers = append(numbers, p.Number)
			}
			return numbers
		}
		if left, err := bot.Retire(t.Context(), s, s, 3); err != nil || left != 5 {
			t.Errorf("%d are left, %v", left, err)
		}
		same(t, []int{2, 4, 7, 8, 9}, kept())
		keep(4, []byte("{"))
		if _, err := bot.Retire(t.Context(), s, s, 1); err == nil {
			t.Error("what an unreadable state refers to is taken for known")
		}
		same(t, []int{2, 4, 7, 8, 9}, kept())
	})
}

// TestNewerElsewhere lets an instance with older files go on in the newer ones that another has begun to run.
func TestNewerElsewhere(t *testing.T) {
	moving := func(number int, step string) *flows.Set {
		return oneFlow(t, fmt.Sprintf("flow: order\nfields: {name: text}\nsteps:\n  - {id: %s, ask: name, text: \"Name, edition %d?\"}\n  - {say: \"Done, edition %d.\"}\n", step, number, number))
	}
	newer := moving(2, "who")
	r := newRig(t, newer, file(t), func(o *bot.Options) { o.Publication = 2 })
	ann := r.user(1)
	ann.Start("")
	ann.expects("Name, edition 2?")
	r.stop()
	r.start(moving(1, "name"), earlierIs(newer), func(o *bot.Options) { o.Publication = 1 })
	ann.Say("Ann")
	ann.expects("Name, edition 2?", "Done, edition 2.")
}
