package app

import (
	"errors"
	"strings"
	"testing"
	"testing/fstest"

	"repartee/bot"
	"repartee/flows"
)

// namedBot is a bot that asks one thing, at a step of a name.
func namedBot(head, step string) fstest.MapFS {
	return fstest.MapFS{
		"bot.yaml":           {Data: []byte(shopBot)},
		"flows/welcome.yaml": {Data: []byte("flow: welcome\n" + head + "fields: {name: text}\nsteps:\n  - {" + step + "ask: name, text: Name?}\n")},
	}
}

// TestStrandedFiles refuses files without a question at which somebody stands, and admits them where nobody does, where the files say what becomes of him, and
// where an operator wants it so.
func TestStrandedFiles(t *testing.T) {
	for name, tt := range map[string]struct {
		stands, force bool
		head, step    string
		refused       bool
	}{
		"nobody stands there":     {step: "id: who, "},
		"somebody stands there":   {stands: true, step: "id: who, ", refused: true},
		"the question moved":      {stands: true, step: "id: who, was: name, "},
		"the flow drains":         {stands: true, head: "on_publish: drain\n", step: "id: who, "},
		"the flow begins anew":    {stands: true, head: "on_publish: restart\n", step: "id: who, "},
		"the flow says resume_at": {stands: true, head: "resume_at: who\n", step: "id: who, "},
		"the operator wants it":   {stands: true, force: true, step: "id: who, "},
	} {
		t.Run(name, func(t *testing.T) {
			p := newPress(t, fstest.MapFS{})
			store := p.library.(interface {
				people
				bot.Store
			})
			p.people, p.force = store, tt.force
			if _, err := p.publish(t.Context(), load(t, namedBot("", ""))); err != nil {
				t.Fatal(err)
			}
			if tt.stands {
				state := flows.State{Session: flows.Session{Last: 1, Frames: []flows.Frame{{Flow: "welcome", Step: "name", Serial: 1}}}}
				raw, err := state.Encode()
				if err != nil {
					t.Fatal(err)
				}
				if _, err := store.Commit(t.Context(), bot.Commit{Chat: 7, Next: "1.a", State: raw, Moves: bot.Enters, Now: store.Now()}); err != nil {
					t.Fatal(err)
				}
			}
			_, err := p.publish(t.Context(), load(t, namedBot(tt.head, tt.step)))
			var stranded *StrandedError
			switch refused := errors.As(err, &stranded); {
			case refused != tt.refused:
				t.Errorf("refused: %v, %v", refused, err)
			case refused && (stranded.People != 1 || !strings.Contains(err.Error(), "flow welcome, name: 1 person; write `was: name`")):
				t.Errorf("says %v", err)
			case !refused && err != nil:
				t.Error(err)
			}
		})
	}
}
