package cli

import (
	"bytes"
	"context"
	"strings"
	"testing"

	"repartee/bot"
	"repartee/bot/sqlitestore"
	"repartee/flows"
)

// askedInVain makes a bot's folder whose store has counted questions.
func askedInVain(t *testing.T, counts map[string]int) (dir string) {
	t.Helper()
	dir = t.TempDir()
	store, err := sqlitestore.Open(t.Context(), sqlitestore.Options{Path: dir + "/.repartee/bot.db", Bot: 42})
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	chat := int64(0)
	for wording, n := range counts {
		for range n {
			chat++
			c := bot.Commit{Chat: chat, Next: "1.a", State: []byte("{}"), Counts: []bot.Count{{Table: flows.CountUnanswered, Key: wording}}}
			if _, err := store.Commit(context.Background(), c); err != nil {
				t.Fatal(err)
			}
		}
	}
	return dir
}

func runUnanswered(t *testing.T, args ...string) string {
	t.Helper()
	var out bytes.Buffer
	cmd := newUnanswered()
	cmd.SetArgs(args)
	cmd.SetOut(&out)
	cmd.SetErr(&out)
	cmd.SilenceUsage = true
	if err := cmd.ExecuteContext(t.Context()); err != nil {
		return "error: " + err.Error()
	}
	return out.String()
}

func TestUnanswered(t *testing.T) {
	dir := askedInVain(t, map[string]int{
		"en do you ship to poland": 3, "en to poland you do ships": 2, "en have you got decaf": 4, "de versenden sie nach polen": 1, "de versendet sie nach polen": 1,
	})
	want := "     5  en  do you ship to poland (and to poland you do ships)\n" +
		"     4  en  have you got decaf\n" +
		"     1  de  versenden sie nach polen\n     1  de  versendet sie nach polen\n"
	if got := runUnanswered(t, dir); got != want {
		t.Errorf("text:\n%s\nnot\n%s", got, want)
	}
	want = `{"language":"en","words":"do you ship to poland","count":5,"others":["to poland you do ships"]}` + "\n" + `{"language":"en","words":"have you got decaf","count":4}` + "\n"
	if got := runUnanswered(t, dir, "--lang", "en", "--format", "json"); got != want {
		t.Errorf("json:\n%s\nnot\n%s", got, want)
	}
	runUnanswered(t, dir, "--clear")
	if got := runUnanswered(t, dir); got != "nothing was asked in vain\n" {
		t.Errorf("cleared: %s", got)
	}
	for says, args := range map[string][]string{"no format": {dir, "--format", "xml"}, "no bot has written": {t.TempDir()}} {
		if got := runUnanswered(t, args...); !strings.Contains(got, says) {
			t.Errorf("%v: %q does not say %q", args, got, says)
		}
	}
}
