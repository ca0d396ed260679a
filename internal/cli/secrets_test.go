package cli

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestNoCommandShowsASecret calls each command that reads the settings, with secrets that are right, wrong and of no form at all: none of them is printed.
func TestNoCommandShowsASecret(t *testing.T) {
	dir := t.TempDir()
	files := map[string]string{
		"bot.yaml":     "bot: B\nlanguages: [en]\ntime_zone: UTC\ncurrency: EUR\nstart: f\npayments: {card: {provider: $CARD_TOKEN}}\n",
		"flows/f.yaml": "flow: f\nsteps: [{say: Hello}]\n",
	}
	for name, text := range files {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	const token = "123456789:AAhidden-hidden-hidden-hidden-hidden"
	for _, set := range []map[string]string{
		{"TELEGRAM_TOKEN": token, "REDIS_URL": "redis://user:hidden-pw@127.0.0.1:1", "WEBHOOK_URL": "https://bot.example.com/", "WEBHOOK_SECRET": "hidden-hook", "MODEL_KEY": "hidden-key", "CARD_TOKEN": "284685063:TEST:hidden-card"},
		{"TELEGRAM_TOKEN": "AAhidden", "REDIS_URL": "hidden-pw", "WEBHOOK_URL": "https://bot.example.com/", "WEBHOOK_SECRET": "hidden hook!", "MODEL_URL": "http://user:hidden-pw@model.example", "SEAL_KEYS": "hidden"},
		{"TELEGRAM_TOKEN": token + "\n", "REDIS_URL": "redis://:hidden-pw@", "SEAL_KEYS": "k1:hidden=,k2"},
		{"TELEGRAM_TOKEN": token, "REDIS_URL": "redis://user:hidden%zz@127.0.0.1:1", "TELEGRAM_API_URL": "https://user:hidden-pw@telegram.example"},
		{"TELEGRAM_TOKEN": token, "SEAL_KEYS": "k1:" + strings.Repeat("hidden12", 8)},
	} {
		for _, args := range [][]string{
			{"run", dir}, {"doctor", dir}, {"orders", "list", dir}, {"ledger", "verify", dir}, {"session", "1", "--dir", dir}, {"dead", dir}, {"rekey", dir}, {"unanswered", dir}, {"check", dir},
		} {
			t.Setenv("TELEGRAM_API_URL", "http://127.0.0.1:1")
			t.Setenv("TELEGRAM_TOKEN", "")
			for _, name := range []string{"REDIS_URL", "WEBHOOK_URL", "WEBHOOK_SECRET", "MODEL_URL", "MODEL_KEY", "SEAL_KEYS", "CARD_TOKEN"} {
				t.Setenv(name, "")
			}
			for name, value := range set {
				t.Setenv(name, value)
			}
			if args[0] == "run" && set["REDIS_URL"] == "" {
				continue // it would run
			}
			var out bytes.Buffer
			root := newRoot()
			root.SetArgs(args)
			root.SetOut(&out)
			root.SetErr(&out)
			err := root.ExecuteContext(t.Context())
			if text := fmt.Sprint(out.String(), err); strings.Contains(text, "hidden") {
				t.Errorf("%v prints\n%s", args, text)
			}
		}
	}
}
