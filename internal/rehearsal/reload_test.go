package rehearsal

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"repartee/examples"
	"repartee/internal/console"
)

// folder is a copy of an example on the disk.
func folder(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.CopyFS(dir, examples.Coffee()); err != nil {
		t.Fatal(err)
	}
	return dir
}

// rewrite puts other words into a file.
func rewrite(t *testing.T, file, from, to string) {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(text), from) {
		t.Fatalf("%s has no %q", file, from)
	}
	if err := os.WriteFile(file, []byte(strings.Replace(string(text), from, to, 1)), 0o600); err != nil {
		t.Fatal(err)
	}
}

func (s *stage) reloads() console.Files {
	s.t.Helper()
	if err := s.reload(s.t.Context()); err != nil {
		s.t.Fatal(err)
	}
	return s.Files()
}

const advicePath = "flows/advice.yaml"

// TestReload changes a text, breaks the file, and mends it: the talk is played on what is good, and where it differs is told.
func TestReload(t *testing.T) {
	dir := folder(t)
	s := rehearse(t, Options{Files: os.DirFS(dir), Dir: dir})
	s.ada().Start("")
	s.ada().Say("/advice")
	s.taps("Espresso")
	was := s.texts()
	flow := filepath.Join(dir, filepath.FromSlash(advicePath))
	rewrite(t, flow, "How do you make your coffee at home?", "How do you brew?")
	got := s.reloads()
	if !got.Good || !got.Checked || len(got.Parted) != 1 || got.Parted[0].Turn != 2 || got.Parted[0].Did != "they: /advice" || got.Parted[0].Lost != 0 {
		t.Errorf("after the change: good %v, checked %v, parted %+v", got.Good, got.Checked, got.Parted)
	}
	if len(s.texts()) != len(was) {
		t.Errorf("the talk has other messages: %s", cmp.Diff(was, s.texts()))
	}
	shown := s.texts()
	rewrite(t, flow, "ask: brew", "aks: brew")
	if got := s.reloads(); got.Good || !got.Findings.HasErrors() || got.Findings[0].File != advicePath {
		t.Errorf("with a mistake: %+v", got)
	}
	if diff := cmp.Diff(shown, s.texts()); diff != "" {
		t.Errorf("the good version is not shown any more: %s", diff)
	}
	rewrite(t, flow, "aks: brew", "ask: brew")
	rewrite(t, flow, "How do you brew?", "How do you make your coffee at home?")
	if got := s.reloads(); !got.Good || got.Findings.HasErrors() {
		t.Errorf("mended: %+v", got)
	}
	if diff := cmp.Diff(was, s.texts()); diff != "" {
		t.Errorf("mended, the talk is not as it was: %s", diff)
	}
}

// TestReloadLosesDeeds takes the button away that was pressed: it is told, and comes back with the button.
func TestReloadLosesDeeds(t *testing.T) {
	dir := folder(t)
	s := rehearse(t, Options{Files: os.DirFS(dir), Dir: dir})
	s.ada().Say("/advice")
	s.taps("Espresso")
	was := s.texts()
	flow := filepath.Join(dir, filepath.FromSlash(advicePath))
	whole, err := os.ReadFile(flow)
	if err != nil {
		t.Fatal(err)
	}
	short := "flow: advice\nstart: {command: advice}\nsteps:\n  - say: We are closed.\n"
	if err := os.WriteFile(flow, []byte(short), 0o600); err != nil {
		t.Fatal(err)
	}
	got := s.reloads()
	if !got.Good || len(got.Parted) != 1 || got.Parted[0].Lost != 1 || s.last() != "We are closed." {
		t.Errorf("%q: %+v", s.last(), got.Parted)
	}
	if err := os.WriteFile(flow, whole, 0o600); err != nil {
		t.Fatal(err)
	}
	s.reloads()
	if diff := cmp.Diff(was, s.texts()); diff != "" {
		t.Error(diff)
	}
}

// TestFollow notices files that are changed, and a folder that is broken from the beginning.
func TestFollow(t *testing.T) {
	dir := folder(t)
	bot := filepath.Join(dir, "bot.yaml")
	rewrite(t, bot, "bot: ", "bto: ")
	s := rehearse(t, Options{Files: os.DirFS(dir), Dir: dir})
	if f := s.Files(); f.Good || !f.Findings.HasErrors() {
		t.Fatalf("a folder with an error: %+v", f)
	}
	events, cancel := s.Subscribe()
	defer cancel()
	ctx, stop := contextOf(t)
	ended := make(chan error, 1)
	go func() { ended <- s.Run(ctx) }()
	next(t, events, console.FilesChanged) // read once more, since it was not watched before
	rewrite(t, bot, "bto: ", "bot: ")
	for !s.Files().Good {
		next(t, events, console.FilesChanged)
	}
	s.ada().Start("")
	if !strings.Contains(strings.Join(s.texts(), "\n"), "Bean & Leaf") {
		t.Errorf("mended, the bot says %q", s.texts())
	}
	stop()
	if err := <-ended; err != nil {
		t.Error(err)
	}
}

// TestTalksAreNoPartOfTheBot: a talk that is written changes nothing of what is shown.
func TestTalksAreNoPartOfTheBot(t *testing.T) {
	dir := folder(t)
	s := rehearse(t, Options{Files: os.DirFS(dir), Dir: dir})
	shown := s.current()
	if err := os.WriteFile(filepath.Join(dir, "talks", "another.yaml"), []byte("talk: hello\nturns:\n  - they: /start\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if f := s.reloads(); !f.Good || s.current() != shown {
		t.Errorf("the world was made anew: %+v", f)
	}
}
