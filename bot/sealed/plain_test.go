package sealed_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"repartee/bot"
)

// TestFileHoldsNoName has a customer talk, order and fail, and looks for his name in the bytes of the file.
func TestFileHoldsNoName(t *testing.T) {
	const name = "Adalbertine"
	for keys, found := range map[string]bool{"": true, "k1": false} {
		path := filepath.Join(t.TempDir(), "bot.db")
		below := file(t, path)
		s := seal(t, below, keys)
		talk(t, s, 7, name)
		commit(t, s, bot.Commit{Chat: 7, State: []byte("{}"), Dead: &bot.DeadLetter{Chat: 7, Reason: "panic", Raw: []byte(name)}})
		if err := s.Bury(t.Context(), bot.DeadLetter{Reason: "unreadable", Raw: []byte(name)}); err != nil {
			t.Fatal(err)
		}
		letters, err := s.DeadLetters(t.Context(), 10)
		if err != nil || len(letters) != 2 || string(letters[0].Raw) != name || string(letters[1].Raw) != name {
			t.Errorf("dead letters: %+v, %v", letters, err)
		}
		if got := bytes.Contains(written(t, path), []byte(name)); got != found {
			t.Errorf("with keys %q the file holds the name: %v", keys, got)
		}
	}
}

// written is all that lies on disk of a SQLite file.
func written(t testing.TB, path string) (all []byte) {
	t.Helper()
	files, err := filepath.Glob(path + "*")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		content, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, content...)
	}
	return all
}

// TestDeadLetterWithoutItsKey is listed all the same, and says what it lacks.
func TestDeadLetterWithoutItsKey(t *testing.T) {
	below := file(t, ":memory:")
	if err := seal(t, below, "k1").Bury(t.Context(), bot.DeadLetter{Reason: "unreadable", Raw: []byte("{}")}); err != nil {
		t.Fatal(err)
	}
	if rekeyed := rekey(t, seal(t, below, "k2,k1")); rekeyed.Dead != 1 || rekeyed.Needed["k1"] != 1 {
		t.Errorf("rekeyed: %+v", rekeyed)
	}
	plain := []byte("an update that was never sealed")
	if err := below.Bury(t.Context(), bot.DeadLetter{Reason: "r", Raw: plain}); err != nil {
		t.Fatal(err)
	}
	letters, err := seal(t, below, "k1,k2").DeadLetters(t.Context(), 10)
	if err != nil || !bytes.Equal(letters[0].Raw, plain) || string(letters[1].Raw) != "{}" {
		t.Errorf("dead letters: %+v, %v", letters, err)
	}
	commit(t, below, bot.Commit{Chat: -1 << 63, State: []byte("{}")})
	letters, err = seal(t, below, "k2").DeadLetters(t.Context(), 10)
	if err != nil || len(letters) != 2 || letters[1].Raw != nil || !strings.Contains(letters[1].Reason, "sealed with key k1, which SEAL_KEYS has not") {
		t.Errorf("without its key: %+v, %v", letters, err)
	}
}
