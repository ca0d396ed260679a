package deploy_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// unit are the settings of the systemd unit; those that are there several times are lists.
func unit(t *testing.T) map[string][]string {
	t.Helper()
	content, err := os.ReadFile(filepath.Join("systemd", "repartee.service"))
	if err != nil {
		t.Fatal(err)
	}
	out := map[string][]string{}
	for line := range strings.Lines(string(content)) {
		name, value, ok := strings.Cut(strings.TrimSpace(line), "=")
		if ok && !strings.HasPrefix(name, "#") {
			out[name] = append(out[name], value)
		}
	}
	return out
}

// TestUnit has systemd look at the unit, where there is one. That the program is not installed here is no fault of it.
func TestUnit(t *testing.T) {
	if got := unit(t)["ExecStart"]; len(got) != 1 || !strings.HasSuffix(got[0], "/repartee run /srv/bot") {
		t.Errorf("it starts %q", got)
	}
	if got := unit(t)["ReadWritePaths"]; len(got) != 1 || got[0] != "/srv/bot/.repartee" {
		t.Errorf("it may write %q: a bot without Redis keeps all in .repartee", got)
	}
	if _, err := exec.LookPath("systemd-analyze"); err != nil {
		t.Skip("systemd is not installed: nothing else can look at the unit")
	}
	out, _ := exec.CommandContext(t.Context(), "systemd-analyze", "verify", filepath.Join("systemd", "repartee.service")).CombinedOutput() // fails where it warns
	for line := range strings.Lines(string(out)) {
		if !strings.Contains(line, "/usr/local/bin/repartee is not executable") {
			t.Error(line)
		}
	}
}
