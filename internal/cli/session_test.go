package cli

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"repartee/bot"
	"repartee/config"
	"repartee/flows"
	"repartee/flows/steps"
)

const sizes = `flow: welcome
fields:
  size: {type: one_of, options: {small: Small, large: Large}}
  cups: {type: integer, max: 12}
  words: text
  birthday: {type: date, personal: true}
  pin: {type: text, secret: true}
steps:
  - {ask: size, text: Which size?}
  - {ask: words, text: Your words?}
  - {ask: birthday, text: Your birthday?}
  - {ask: pin, text: Your PIN?}
  - {ask: cups, text: How many?, silence: {after: 20h, remind: [Still there?], then: end}}
`

// spoken makes a bot's folder whose store has a customer in the middle of a talk: something is unsent, something is in the inbox.
func spoken(t *testing.T) (dir string) {
	t.Helper()
	dir = t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, "flows"), 0o700); err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string]string{
		"bot.yaml": "bot: Test\nlanguages: [en]\ntime_zone: UTC\ncurrency: EUR\nstart: welcome\n", "flows/welcome.yaml": sizes,
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	loaded, found, err := config.LoadDir(dir, steps.Kinds())
	if err != nil || found.HasErrors() {
		t.Fatal(err, found)
	}
	engine := flows.NewEngine(loaded.Set)
	var state flows.State
	for i, words := range []string{"/start ad", "Large", "private words", "2.3.1990", "1234", "many"} {
		in := flows.Input{
			What: flows.Message, Text: words, At: time.Unix(noon+int64(60*i), 0).UTC(), From: flows.Person{FirstName: "Ada", Username: "ada99", Language: "en"},
		}
		outcome, err := engine.Turn(state, in, flows.Facts{})
		if err != nil {
			t.Fatal(err)
		}
		state = outcome.State
	}
	raw, err := state.Encode()
	if err != nil {
		t.Fatal(err)
	}
	store := openStore(t, dir, false)
	defer store.Close()
	commit(t, store, bot.Commit{
		Chat: 7, Next: "6.a", State: raw, Now: noon * 1000, Wake: state.Wake().UnixMilli(), Claim: bot.Claim{Nonce: "x", Until: noon*1000 + 30_000},
		Outbox: []bot.Entry{{Policy: bot.Resend, Call: []byte(`{"method":"sendMessage","text":"private"}`)}},
	})
	if err := store.Post(t.Context(), 7, bot.Posted{ID: "x", Input: encoded(t, flows.Input{What: flows.Happened, Event: "sale"})}, noon*1000); err != nil {
		t.Fatal(err)
	}
	return dir
}

func TestSession(t *testing.T) {
	dir := spoken(t)
	_, text, _ := strings.Cut(printed(t, "session", "7", "--dir", dir), "\n") // the first line has today's time
	golden(t, "session.golden", text)
	for _, private := range []string{"Ada", "ada99", "private", "1990", "1234"} {
		if strings.Contains(text, private) {
			t.Errorf("it shows %q", private)
		}
	}
	shown := printed(t, "session", "7", "--dir", dir, "--show-personal", "--format", "json")
	for _, words := range []string{`"name": "Ada"`, `"private words"`, "1990-03-02", `"step": "cups"`, `"tries": 1`, `"chosen": true`} {
		if !strings.Contains(shown, words) {
			t.Errorf("as JSON, without %s:\n%s", words, shown)
		}
	}
	if strings.Contains(shown, "1234") {
		t.Error("a secret is shown")
	}
}

// TestSessionWithoutFiles shows what the store has, where nobody can say what it means.
func TestSessionWithoutFiles(t *testing.T) {
	dir := spoken(t)
	if err := os.WriteFile(filepath.Join(dir, "flows", "welcome.yaml"), []byte("flow: welcome\nsteps: 5\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	text := printed(t, "session", "7", "--dir", dir)
	if !strings.Contains(text, "today's files have errors") || strings.Contains(text, "large") || !strings.Contains(text, "size = •••") {
		t.Errorf("it says\n%s", text)
	}
	for says, args := range map[string][]string{"nothing is kept of this chat": {"8"}, "is no number": {"Ada"}, "there is no format": {"7", "--format", "xml"}} {
		if _, err := call(t, append([]string{"session", "--dir", dir}, args...)...); err == nil || !strings.Contains(err.Error(), says) {
			t.Errorf("%v: %v", args, err)
		}
	}
}

// golden compares with a file of testdata; UPDATE=1 writes it anew.
func golden(t *testing.T, name, got string) {
	t.Helper()
	file := filepath.Join("testdata", name)
	if os.Getenv("UPDATE") != "" {
		if err := os.WriteFile(file, []byte(got), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	same(t, name, got, string(want))
}
