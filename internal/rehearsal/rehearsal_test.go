package rehearsal

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/go-cmp/cmp"

	"repartee/examples"
	"repartee/internal/console"
)

// stage is a rehearsal with one customer, whose clock a test holds.
type stage struct {
	*Rehearsal
	t   *testing.T
	now time.Time
}

func rehearse(t *testing.T, o Options) *stage {
	t.Helper()
	s := &stage{t: t, now: time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)}
	o.Now, o.Seed = func() time.Time { return s.now }, "a test"
	r, err := Open(t.Context(), o)
	if err != nil {
		t.Fatal(err)
	}
	s.Rehearsal = r
	t.Cleanup(r.Close)
	return s
}

func (s *stage) ada() console.Phone {
	s.t.Helper()
	p, ok := s.Get(firstCustomer)
	if !ok {
		s.t.Fatal("Ada is gone")
	}
	return p
}

// taps presses the newest button of a label.
func (s *stage) taps(label string) {
	s.t.Helper()
	for _, m := range slices.Backward(s.ada().Messages()) {
		if b, ok := buttonIn(&m, func(b console.Button) bool { return strings.Contains(b.Text, label) }); ok {
			if err := s.ada().Press(m.ID, b.Data); err != nil {
				s.t.Fatal(err)
			}
			return
		}
	}
	s.t.Fatalf("there is no button %s in\n%s", label, strings.Join(s.texts(), "\n"))
}

func (s *stage) texts() (lines []string) {
	for _, m := range s.ada().Messages() {
		line := m.Text
		for _, row := range m.Buttons {
			for _, b := range row {
				line += " [" + b.Text + "]"
			}
		}
		lines = append(lines, line)
	}
	return lines
}

func (s *stage) last() string {
	texts := s.texts()
	return texts[len(texts)-1]
}

func (s *stage) undo() {
	s.t.Helper()
	if err := s.Undo(s.t.Context()); err != nil {
		s.t.Fatal(err)
	}
}

// TestUndo takes deeds back one by one, and finds the talk as it was each time.
func TestUndo(t *testing.T) {
	s := rehearse(t, Options{Files: examples.Coffee()})
	s.ada().Start("")
	var was [][]console.Message
	deeds := []func(){
		func() { s.ada().Say("/advice") },
		func() { s.now = s.now.Add(3 * time.Second); s.taps("Espresso") },
		func() { s.Pass(21 * time.Hour) },
		func() { s.ada().Say("12.50") },
		func() { s.ada().SetBlocked(true) },
	}
	for _, do := range deeds {
		was = append(was, s.ada().Messages())
		do()
	}
	for i := range slices.Backward(deeds) {
		s.undo()
		if diff := cmp.Diff(was[i], s.ada().Messages()); diff != "" {
			t.Fatalf("after taking back deed %d: %s", i, diff)
		}
	}
	s.undo()
	if got := s.texts(); len(got) > 0 {
		t.Errorf("all was taken back, and there is %q", got)
	}
	if err := s.Undo(t.Context()); !errors.Is(err, console.ErrNotFound) {
		t.Errorf("with nothing left to be taken back: %v", err)
	}
}

// TestTimeInSteps lets more time go by at once than two things are due in: each comes at its time.
func TestTimeInSteps(t *testing.T) {
	s := rehearse(t, Options{Files: fstest.MapFS{
		"bot.yaml": {Data: []byte("bot: Steps\nlanguages: [en]\ntime_zone: Etc/UTC\ncurrency: EUR\nstart: welcome\n")},
		"flows/welcome.yaml": {Data: []byte(`flow: welcome
steps:
  - ask: size
    text: Which size?
    options: {small: Small, large: Large}
    silence: {after: 2h, remind: [Still there?], then: end}
  - say: Bye.
`)},
	}})
	s.ada().Start("")
	asked := s.now
	s.Pass(5 * time.Hour)
	messages := s.ada().Messages()
	if len(messages) < 3 {
		t.Fatalf("no reminder: %q", s.texts())
	}
	if got := time.Unix(messages[2].Date, 0).Sub(asked); got != 2*time.Hour {
		t.Errorf("the reminder came after %s", got)
	}
	turns := s.current().record.of(firstCustomer)
	var did []string
	for i := range turns {
		did = append(did, turns[i].did(turns[:i]))
	}
	if diff := cmp.Diff([]string{"they: /start", "after: 2h", "after: 2h"}, did); diff != "" {
		t.Error(diff)
	}
}

// TestAgain begins anew with the same customers.
func TestAgain(t *testing.T) {
	s := rehearse(t, Options{Files: examples.Coffee()})
	ben := s.New("Ben", "de")
	s.ada().Start("")
	ben.Start("")
	hello := s.texts()
	if err := s.Again(t.Context()); err != nil {
		t.Fatal(err)
	}
	if len(s.All()) != 2 || len(s.texts()) > 0 || len(ben.Messages()) > 0 {
		t.Errorf("%d customers, %q", len(s.All()), s.texts())
	}
	s.ada().Start("")
	if diff := cmp.Diff(hello, s.texts()); diff != "" {
		t.Error(diff)
	}
}

// TestEvents: a page hears of deeds in whichever world is shown, and when that is exchanged.
func TestEvents(t *testing.T) {
	s := rehearse(t, Options{Files: examples.Coffee()})
	events, cancel := s.Subscribe()
	defer cancel()
	s.ada().Start("")
	if e := next(t, events, console.Turned); e.Customer != firstCustomer {
		t.Errorf("a turn of %d", e.Customer)
	}
	s.undo()
	next(t, events, console.Rebuilt)
	s.ada().Say("/advice")
	if m := next(t, events, console.MessageShown); m.Message.Text != "/advice" {
		t.Errorf("after the rebuilding: %+v", m.Message)
	}
}

func TestWithoutPhone(t *testing.T) {
	s := rehearse(t, Options{Files: examples.Coffee()})
	ben := s.New("Ben", "de")
	s.undo()
	if err := ben.Reply(1, "hello"); err == nil {
		t.Error("Ben is not there any more")
	}
	if _, err := ben.About(context.Background()); err == nil {
		t.Error("Ben is not there any more")
	}
}

func contextOf(t *testing.T) (context.Context, context.CancelFunc) {
	return context.WithTimeout(t.Context(), time.Minute)
}
