package deploy_test

import (
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"repartee/internal/app"
)

// secrets are what stands in the files that *_FILE names.
func secrets() map[string]string {
	return map[string]string{
		"TELEGRAM_TOKEN": "123456789:AAabcdefghijklmnopqrstuvwxyz0123456", "WEBHOOK_SECRET": "0123456789abcdef",
		"SEAL_KEYS": "k1:AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=",
	}
}

// notOurs is read by Go itself.
const notOurs = "GOMEMLIMIT"

// environments are those of the bot, by the file that sets them.
func environments(t *testing.T) map[string]map[string]string {
	t.Helper()
	return map[string]map[string]string{"compose": composeEnvironment(t), "kubernetes": podEnvironment(t), "systemd": unitEnvironment(t)}
}

func composeEnvironment(t *testing.T) map[string]string {
	t.Helper()
	out := map[string]string{}
	for name, value := range at[map[string]any](t, documents(t, "compose.yaml")[0], "services", "bot", "environment") {
		out[name] = text(t, value)
	}
	return out
}

func podEnvironment(t *testing.T) map[string]string {
	t.Helper()
	out := map[string]string{}
	for _, v := range at[[]any](t, container(t), "env") {
		out[at[string](t, v, "name")] = at[string](t, v, "value")
	}
	return out
}

func unitEnvironment(t *testing.T) map[string]string {
	t.Helper()
	out := map[string]string{}
	for _, line := range unit(t)["Environment"] {
		name, value, _ := strings.Cut(line, "=")
		out[name] = value
	}
	return out
}

// container is that of the bot in its pod.
func container(t *testing.T) any {
	t.Helper()
	return at[any](t, object(t, "bot.yaml", "Deployment", "repartee"), "spec", "template", "spec", "containers", 0)
}

// TestSettings starts with each environment as the program does: each name is one of its settings, and nothing is missing or wrong.
func TestSettings(t *testing.T) {
	for from, environment := range environments(t) {
		t.Run(from, func(t *testing.T) {
			if len(environment) < 4 {
				t.Errorf("only %v is set", slices.Sorted(maps.Keys(environment)))
			}
			settings := read(t, environment)
			if settings.SealKeys == "" || settings.MetricsListen == "" {
				t.Errorf("not read: %+v", environment)
			}
		})
	}
}

// read reads settings from an environment whose secrets lie in files.
func read(t *testing.T, environment map[string]string) app.Settings {
	t.Helper()
	known := app.SettingsHelp()
	for name, value := range environment {
		secret, byFile := strings.CutSuffix(name, "_FILE")
		switch {
		case name == notOurs:
		case !strings.Contains(known, "\n  "+secret+" ") && !strings.HasPrefix(known, "  "+secret+" "):
			t.Errorf("%s is no setting of the program", name)
		case byFile:
			if secrets()[secret] == "" {
				t.Fatalf("%s is no secret", name)
			}
			value = filepath.Join(t.TempDir(), filepath.Base(value))
			if err := os.WriteFile(value, []byte(secrets()[secret]+"\n"), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		t.Setenv(name, value)
	}
	settings, err := app.ReadSettings()
	if err != nil {
		t.Error(err)
	}
	return settings
}

// TestSecretsAreFiles looks for secrets that stand in an environment, where everybody sees them who may look at a container.
func TestSecretsAreFiles(t *testing.T) {
	for from, environment := range environments(t) {
		for name := range secrets() {
			if environment[name] != "" {
				t.Errorf("%s sets %s itself", from, name)
			}
		}
	}
}

// TestSecretsAreMounted follows each file to what mounts it.
func TestSecretsAreMounted(t *testing.T) {
	compose := documents(t, "compose.yaml")[0]
	for name, path := range composeEnvironment(t) {
		if strings.HasSuffix(name, "_FILE") {
			at[string](t, compose, "secrets", strings.TrimPrefix(path, "/run/secrets/"), "file")
			if !slices.Contains(at[[]any](t, compose, "services", "bot", "secrets"), any(filepath.Base(path))) {
				t.Errorf("compose does not mount %s", path)
			}
		}
	}
	mounted := at[string](t, container(t), "volumeMounts", 0, "mountPath")
	for name, path := range podEnvironment(t) {
		if secret, byFile := strings.CutSuffix(name, "_FILE"); byFile && path != mounted+"/"+secret {
			t.Errorf("the pod mounts no %s", path)
		}
	}
	for name, path := range unitEnvironment(t) {
		credential := strings.TrimPrefix(path, "%d/")
		loaded := slices.ContainsFunc(unit(t)["LoadCredential"], func(c string) bool { return strings.HasPrefix(c, credential+":") })
		if strings.HasSuffix(name, "_FILE") && !loaded {
			t.Errorf("the unit loads no %s", path)
		}
	}
}
