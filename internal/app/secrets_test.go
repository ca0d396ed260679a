package app

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"testing/fstest"

	"repartee/config"
	"repartee/flows/steps"
)

const someToken = "123456789:AAsecretsecretsecretsecretsecretse"

// nothingSet takes all settings out of the environment, and puts them back when the test ends.
func nothingSet(t *testing.T) {
	t.Helper()
	for _, name := range secretNames() {
		for _, name := range []string{name, name + byFile} {
			t.Setenv(name, "")
			_ = os.Unsetenv(name)
		}
	}
}

// values are settings by the names of their variables.
func values(s Settings) map[string]string {
	got := map[string]string{}
	v := reflect.ValueOf(s)
	for i := range v.NumField() {
		name, _, _ := strings.Cut(v.Type().Field(i).Tag.Get("env"), ",")
		got[name] = fmt.Sprint(v.Field(i))
	}
	return got
}

// secretFile writes a file that nobody else may read.
func secretFile(t *testing.T, content string) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "secret")
	if err := os.WriteFile(file, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	return file
}

// TestEverySecretByFile reads each secret of the settings from a file, and leaves none of them in the environment.
func TestEverySecretByFile(t *testing.T) {
	names := secretsOf(reflect.TypeFor[Settings]())
	if len(names) < 4 {
		t.Fatalf("only %q are secret", names)
	}
	for _, name := range names {
		nothingSet(t)
		t.Setenv(name+byFile, secretFile(t, "the-secret\n"))
		s, err := parseSettings()
		if err != nil {
			t.Error(err)
		}
		if got := values(s)[name]; got != "the-secret" {
			t.Errorf("%s is %q", name, got)
		}
		nothingSet(t)
		t.Setenv(name, "the-secret")
		if s, err = parseSettings(); err != nil || values(s)[name] != "the-secret" {
			t.Errorf("%s is %q, %v", name, values(s)[name], err)
		}
		if left, ok := os.LookupEnv(name); ok {
			t.Errorf("%s stays in the environment as %q", name, left)
		}
	}
}

func TestSecretByFileRefused(t *testing.T) {
	missing := filepath.Join(t.TempDir(), "missing")
	long := secretFile(t, strings.Repeat("x", mostSecret+1))
	for _, c := range []struct {
		name, token, file, want string
		is                      error
	}{
		{name: "both", token: someToken, file: missing, want: "both set"},
		{name: "missing", file: missing, want: "TELEGRAM_TOKEN_FILE", is: fs.ErrNotExist},
		{name: "a folder", file: t.TempDir(), want: "TELEGRAM_TOKEN_FILE"},
		{name: "too long", file: long, want: "longer than"},
		{name: "no token in it", file: secretFile(t, "the-secret"), want: "TELEGRAM_TOKEN is no token"},
		{name: "empty", file: secretFile(t, "\n"), want: "TELEGRAM_TOKEN is not set"},
	} {
		t.Run(c.name, func(t *testing.T) {
			nothingSet(t)
			if c.token != "" {
				t.Setenv("TELEGRAM_TOKEN", c.token)
			}
			t.Setenv("TELEGRAM_TOKEN_FILE", c.file)
			_, err := ReadSettings()
			if err == nil || !strings.Contains(err.Error(), c.want) || c.is != nil && !errors.Is(err, c.is) {
				t.Fatalf("error %v", err)
			}
			if strings.Contains(err.Error(), "AAsecret") || strings.Contains(err.Error(), "the-secret") {
				t.Errorf("the error shows the secret: %v", err)
			}
		})
	}
}

// TestSecretOfAFlow is what flows get: their own secrets, by both ways and as they are now, and none of the settings'.
func TestSecretOfAFlow(t *testing.T) {
	nothingSet(t)
	file := secretFile(t, "first\r\n")
	t.Setenv("PARCELS_TOKEN_FILE", file)
	t.Setenv("CARD_TOKEN", "plain")
	t.Setenv("GONE_TOKEN_FILE", filepath.Join(t.TempDir(), "missing"))
	t.Setenv("REDIS_URL", "redis://user:the-secret@localhost")
	t.Setenv("MODEL_KEY_FILE", secretFile(t, "the-secret"))
	for name, want := range map[string]string{
		"PARCELS_TOKEN": "first", "CARD_TOKEN": "plain", "GONE_TOKEN": "", "NO_TOKEN": "", "REDIS_URL": "", "MODEL_KEY": "",
	} {
		if got, ok := Secret(name); got != want || ok != (want != "") {
			t.Errorf("%s is %q, %v", name, got, ok)
		}
	}
	if err := os.WriteFile(file, []byte("second"), 0o600); err != nil {
		t.Fatal(err)
	}
	if got, _ := Secret("PARCELS_TOKEN"); got != "second" {
		t.Errorf("after a change it is %q", got)
	}
}

// TestSettingsShowNothing prints settings in every way that they could get into a log.
func TestSettingsShowNothing(t *testing.T) {
	s := Settings{Token: someToken, RedisURL: "redis://user:AAsecret@localhost", WebhookSecret: "AAsecret", ModelKey: "AAsecret"}
	var out strings.Builder
	slog.New(slog.NewJSONHandler(&out, nil)).Info("it", "settings", s, "at", &s)
	slog.New(slog.NewTextHandler(&out, nil)).Info("it", "settings", s, "at", &s)
	for _, v := range []any{s, &s, []Settings{s}, struct{ S Settings }{s}, fmt.Errorf("with %v", s)} {
		raw, err := json.Marshal(v)
		if err != nil {
			t.Error(err)
		}
		fmt.Fprintf(&out, "%v %+v %#v %s %q %d %x %s", v, v, v, v, v, v, v, raw)
	}
	if strings.Contains(out.String(), "AAsecret") {
		t.Errorf("a secret shows in %s", out.String())
	}
}

// TestLogShowsNoSecret logs what holds each of the secrets.
func TestLogShowsNoSecret(t *testing.T) {
	t.Setenv("CARD_TOKEN", "card-secret-token")
	s := Settings{
		Token: someToken, RedisURL: "redis://user:redis-secret@localhost", WebhookSecret: "webhook-secret", ModelKey: "model-secret",
		SealKeys: "k2:" + strings.Repeat("A", 43) + "=,k1:" + strings.Repeat("B", 43) + "=",
	}
	loaded, found := config.Load(fstest.MapFS{
		"bot.yaml":     {Data: []byte("bot: B\nlanguages: [en]\ntime_zone: UTC\ncurrency: EUR\nstart: f\npayments: {card: {provider: $CARD_TOKEN}}\n")},
		"flows/f.yaml": {Data: []byte("flow: f\nsteps: [{say: Hello}]\n")},
	}, steps.Kinds())
	if loaded.Set == nil {
		t.Fatal(found)
	}
	for _, format := range []string{"text", "json"} {
		var out strings.Builder
		log, err := NewLog(&out, format, s.Secrets(loaded.Set)...)
		if err != nil {
			t.Fatal(err)
		}
		for _, secret := range []string{someToken, "redis-secret", "webhook-secret", "model-secret", strings.Repeat("A", 43), strings.Repeat("B", 43), "card-secret-token"} {
			out.Reset()
			log.With("with", secret).Error("it is "+secret, "err", fmt.Errorf("%s failed", secret), "all", []string{secret})
			if strings.Contains(out.String(), secret) {
				t.Errorf("%s shows in %s", secret, out.String())
			}
		}
	}
}
