package sqlitestore_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"repartee/bot"
	"repartee/flows/shop"
)

// Of a forgotten contact no word is left in the file, not even where SQLite has deleted it: not of short and long states, the inbox, orders or letters.
func TestForgottenLeavesNoWord(t *testing.T) {
	const secret = "Ann of Elm Street"
	path := filepath.Join(t.TempDir(), "bot.db")
	s := open(t, path)
	for chat := range int64(60) {
		words := strings.Repeat(fmt.Sprintf("%s %d ", secret, chat), int(1+chat*chat%90))
		for i, post := range []string{"a", "b"} {
			if err := s.Post(t.Context(), chat, bot.Posted{ID: post + words, Input: []byte(words)}, s.Now()); err != nil {
				t.Fatal(err)
			}
			c := bot.Commit{Chat: chat, Next: fmt.Sprintf("%d.n", i+1), State: []byte(words), Now: s.Now(), Dead: &bot.DeadLetter{Chat: chat, Raw: []byte(words)},
				Orders: []bot.OrderWrite{{Number: "N1", State: shop.Delivered, Body: []byte(words)}}}
			if i > 0 {
				c.Version = "1.n"
			}
			if _, err := s.Commit(t.Context(), c); err != nil {
				t.Fatal(err)
			}
		}
		if out, err := s.Commit(t.Context(), bot.Commit{Chat: chat, Version: "2.n", Next: "3.n", Now: s.Now()}); err != nil || out.Status != bot.OK {
			t.Fatalf("forget: %+v, %v", out, err)
		}
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob(path + "*")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		raw, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if n := bytes.Count(raw, []byte("Ann of")); n > 0 {
			t.Errorf("%s still has the words of the forgotten %d times", filepath.Base(file), n)
		}
	}
}
