package deploy_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"
)

// instructions are those of the Dockerfile, without comments.
func instructions(t *testing.T) (all []string) {
	t.Helper()
	content, err := os.ReadFile(filepath.Join("..", "Dockerfile"))
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(content)) {
		if line = strings.TrimSpace(line); line != "" && !strings.HasPrefix(line, "#") {
			all = append(all, line)
		}
	}
	return all
}

// TestImage wants the image built by the Go of go.mod, without C, and the program in it run by nobody in particular and by no shell.
func TestImage(t *testing.T) {
	mod, err := os.ReadFile(filepath.Join("..", "go.mod"))
	if err != nil {
		t.Fatal(err)
	}
	version := regexp.MustCompile(`(?m)^go (\d+\.\d+)`).FindSubmatch(mod)
	if version == nil {
		t.Fatal("go.mod names no version of Go")
	}
	text := strings.Join(instructions(t), "\n")
	for _, want := range []string{
		"FROM golang:" + string(version[1]) + " AS build", "CGO_ENABLED=0 go build ", "./cmd/repartee", "\nUSER 65532:65532",
		`ENTRYPOINT ["/repartee"]`, `CMD ["run", "/bot"]`,
	} {
		if !strings.Contains(text, want) {
			t.Errorf("the Dockerfile does not say %q", want)
		}
	}
	final := text[strings.LastIndex(text, "FROM "):]
	if strings.Contains(final, "RUN ") || !strings.Contains(final, "static") {
		t.Errorf("the image has a shell, or needs one:\n%s", final)
	}
	main, err := os.ReadFile(filepath.Join("..", "cmd", "repartee", "main.go"))
	if err != nil || !strings.Contains(string(main), `_ "time/tzdata"`) {
		t.Errorf("the program brings no time zones, and neither does the image: %v", err)
	}
}

// TestNobodyIsRoot wants the same of all who run the program.
func TestNobodyIsRoot(t *testing.T) {
	pod := at[any](t, object(t, "bot.yaml", "Deployment", "repartee"), "spec", "template", "spec")
	if text(t, at[any](t, pod, "securityContext", "runAsUser")) != "65532" || !at[bool](t, container(t), "securityContext", "readOnlyRootFilesystem") {
		t.Error("the pod does not say who runs the program, or lets it write to its image")
	}
	if !at[bool](t, documents(t, "compose.yaml")[0], "services", "bot", "read_only") {
		t.Error("compose lets the program write to its image")
	}
	if user := unit(t)["User"]; len(user) != 1 || user[0] == "root" {
		t.Errorf("the unit is run by %q", user)
	}
}

// enough is how long a bot may take to end: what was taken in is finished, and what can be sent is sent.
const enough = 15 * time.Second

// TestTimeToEnd wants a bot to be waited for before it is killed.
func TestTimeToEnd(t *testing.T) {
	seconds := func(v string) time.Duration {
		n, err := strconv.Atoi(strings.TrimSuffix(v, "s"))
		if err != nil {
			t.Fatal(err)
		}
		return time.Duration(n) * time.Second
	}
	pod := at[any](t, object(t, "bot.yaml", "Deployment", "repartee"), "spec", "template", "spec")
	before := seconds(text(t, at[any](t, container(t), "lifecycle", "preStop", "sleep", "seconds")))
	for from, waits := range map[string]time.Duration{
		"kubernetes": seconds(text(t, at[any](t, pod, "terminationGracePeriodSeconds"))) - before,
		"compose":    seconds(at[string](t, documents(t, "compose.yaml")[0], "services", "bot", "stop_grace_period")),
		"systemd":    seconds(unit(t)["TimeoutStopSec"][0]),
	} {
		if waits < enough {
			t.Errorf("%s waits for %s", from, waits)
		}
	}
}

// TestSomebodyStays wants more instances than are to stay when nodes are emptied, and one made before another ends.
func TestSomebodyStays(t *testing.T) {
	spec := at[any](t, object(t, "bot.yaml", "Deployment", "repartee"), "spec")
	stay := at[any](t, object(t, "bot.yaml", "PodDisruptionBudget", "repartee"), "spec", "minAvailable")
	replicas, err := strconv.Atoi(text(t, at[any](t, spec, "replicas")))
	if err != nil {
		t.Fatal(err)
	}
	if least, err := strconv.Atoi(text(t, stay)); err != nil || least < 1 || least >= replicas {
		t.Errorf("of %d instances %v have to stay", replicas, stay)
	}
	if text(t, at[any](t, spec, "strategy", "rollingUpdate", "maxUnavailable")) != "0" {
		t.Error("an instance ends before another is ready")
	}
}
