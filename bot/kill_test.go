package bot_test

import (
	"bytes"
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"sync"
	"testing"
	"time"

	"repartee/bot/storetest"
	"repartee/bot/telegram/telegramtest"
)

// TestKill ends the program with SIGKILL again and again in the middle of many talks, and starts it again: every talk must come to its end. What was said twice is
// counted: a message that had arrived when the program died, but was not known to have.
func TestKill(t *testing.T) {
	t.Parallel() // much of the time it waits for claims of the dead to end
	customers, kills := 500, 4
	if testing.Short() {
		customers, kills = 30, 1
	}
	program := buildProgram(t)
	t.Run("sqlite", func(t *testing.T) { killed(t, program, customers, kills, "") })
	t.Run("redis", func(t *testing.T) { killed(t, program, customers, kills, storetest.StartRedis(t)) })
}

func buildProgram(t *testing.T) string {
	t.Helper()
	program := filepath.Join(t.TempDir(), "repartee")
	if out, err := exec.Command("go", "build", "-o", program, "repartee/cmd/repartee").CombinedOutput(); err != nil {
		t.Fatalf("build the program: %v\n%s", err, out)
	}
	return program
}

func killed(t *testing.T, program string, customers, kills int, redisURL string) {
	server := telegramtest.NewServer(telegramtest.Options{CallLog: -1})
	t.Cleanup(server.Close)
	if err := server.Start(); err != nil {
		t.Fatal(err)
	}
	p := &mortalProgram{T: t, program: program, dir: folder(t), server: server, redisURL: redisURL}
	r := &rig{TB: t, server: server}
	p.start()

	var talks sync.WaitGroup
	for i := range customers {
		talks.Go(func() {
			c, k := r.user(int64(1000+i)), talkOf(i)
			for n, act := range k.acts(c) {
				act()
				c.hearsWithin(mortalPatience, k.script()[n], nil)
			}
		})
	}
	expected := len(talkOf(0).script()) * customers
	for range kills {
		p.killAfter(1 + rand.N(int64(expected/kills)))
	}
	talks.Wait()
	eventually(t, "every update is received", func() bool { return server.Pending() == 0 })
	p.stop()

	heard, repeated, lost := 0, 0, 0
	for i := range customers {
		got, want := said(r.user(int64(1000+i)).Messages()), talkOf(i).script()
		heard += len(got)
		repeated += len(got) - len(want)
		for _, text := range want {
			if !slices.Contains(got, text) {
				lost++
			}
		}
		if !inOrder(got, want) {
			t.Errorf("customer %d heard %q", i, got)
		}
	}
	t.Logf("%d kills, %d talks, %d replies expected, %d heard, %d repeated, %d lost", kills, customers, expected, heard, repeated, lost)
	if lost > 0 {
		t.Errorf("%d replies were lost", lost)
	}
}

// mortalPatience is for a reply that each kill leaves with the dead once more, until their claim has ended.
const mortalPatience = 5 * time.Minute

// inOrder tells whether all was said in order; a run of messages may be said again after the last of them.
func inOrder(got, want []string) bool {
	next := 0
	for _, text := range got {
		at := slices.Index(want, text)
		if at < 0 || at > next {
			return false
		}
		next = at + 1
	}
	return next == len(want)
}

// folder is a bot's folder on the disk.
func folder(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range map[string]string{"bot.yaml": botYAML, "flows/order.yaml": orderFlow} {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// mortalProgram is the program itself, as a process.
type mortalProgram struct {
	*testing.T
	program, dir, redisURL string
	server                 *telegramtest.Server
	process                *exec.Cmd
	log                    bytes.Buffer
}

func (p *mortalProgram) start() {
	p.Helper()
	p.log.Reset()
	p.process = exec.Command(p.program, "run", p.dir)
	p.process.Env = append(os.Environ(), "TELEGRAM_TOKEN="+p.server.Token(), "TELEGRAM_API_URL="+p.server.URL(), "REDIS_URL="+p.redisURL)
	p.process.Stdout, p.process.Stderr = &p.log, &p.log
	if err := p.process.Start(); err != nil {
		p.Fatal(err)
	}
	p.Cleanup(func() { _ = p.process.Process.Kill() })
}

// killAfter kills the program when it has made so many more calls, and starts it again.
func (p *mortalProgram) killAfter(calls int64) {
	p.Helper()
	at := p.server.Served() + calls
	eventually(p.T, "the program makes calls", func() bool { return p.server.Served() >= at })
	if err := p.process.Process.Kill(); err != nil {
		p.Fatalf("%v\n%s", err, &p.log)
	}
	_ = p.process.Wait() // says that it was killed
	p.start()
}

// stop ends the program as an operator would, and looks that it ends well.
func (p *mortalProgram) stop() {
	p.Helper()
	if err := p.process.Process.Signal(os.Interrupt); err != nil {
		p.Fatal(err)
	}
	ended := make(chan error, 1)
	go func() { ended <- p.process.Wait() }()
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	select {
	case err := <-ended:
		if err != nil {
			p.Errorf("the program ended with %v\n%s", err, &p.log)
		}
	case <-ctx.Done():
		p.Error(fmt.Errorf("the program does not end\n%s", &p.log))
	}
}
