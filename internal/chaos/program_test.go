package chaos

import (
	"context"
	"path/filepath"
	"testing"
)

// sleeper is a process that does nothing.
func sleeper(t *testing.T) *program {
	t.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	p := &program{name: "p", path: "/bin/sleep", args: []string{"1000"}, log: filepath.Join(t.TempDir(), "log"), ctx: ctx, env: func(string) []string { return nil }}
	t.Cleanup(func() {
		cancel()
		p.close(patient)
	})
	if err := p.start(); err != nil {
		t.Fatal(err)
	}
	return p
}

// TestProgram: what is killed comes again, what is stopped and goes on is noted, and what is closed stays away.
func TestProgram(t *testing.T) {
	p := sleeper(t)
	if !p.kill() {
		t.Fatal("it cannot be killed")
	}
	err := eventually(t.Context(), patient, "it comes again", func() error {
		if !p.stop() {
			return errPatience
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	p.resume()
	if !p.close(patient) {
		t.Error("it does not end")
	}
	if p.kill() {
		t.Error("it is there again")
	}
	gone := p.absences()
	if len(gone) != 3 || gone[0].process != "p.1" || !gone[0].dead || gone[1].process != "p.2" || gone[1].dead || !gone[2].dead { // it is a signal that ends a sleep
		t.Errorf("%+v", gone)
	}
}
