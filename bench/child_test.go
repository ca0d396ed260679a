package bench_test

import (
	"bufio"
	"bytes"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync/atomic"
	"syscall"
	"testing"
)

var profiles = flag.String("profiles", "", "`folder` into which each run of a bot writes its CPU profile")

// tick is what /proc counts CPU time in: USER_HZ, which is 100 on every Linux of today.
const tick = 10_000 // microseconds

// build compiles both bots.
func build(b *testing.B) (ours, floor string) {
	b.Helper()
	dir := b.TempDir()
	if out, err := exec.Command("go", "build", "-o", dir, "repartee/bench/ours", "repartee/bench/floor").CombinedOutput(); err != nil {
		b.Fatalf("build the bots: %v\n%s", err, out)
	}
	return filepath.Join(dir, "ours"), filepath.Join(dir, "floor")
}

// child is one of the bots at work.
type child struct {
	*testing.B
	process *exec.Cmd
	said    bytes.Buffer
}

// start runs a bot and returns it with the first line that it says: where its webhook is.
func start(b *testing.B, program string, env ...string) (*child, string) {
	b.Helper()
	c := &child{B: b, process: exec.Command(program)}
	c.process.Env = append(append(os.Environ(), env...), profileFile(b, program))
	c.process.Stderr = &c.said
	out, err := c.process.StdoutPipe()
	if err != nil {
		b.Fatal(err)
	}
	if err := c.process.Start(); err != nil {
		b.Fatal(err)
	}
	line, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		_ = c.process.Process.Kill()
		_ = c.process.Wait()
		b.Fatalf("%s says nothing: %v\n%s", program, err, &c.said)
	}
	return c, strings.TrimSpace(line)
}

// runs tells the profiles of one process of the benchmark apart.
var runs atomic.Int64

// profileFile names the file for the profile of the next run, in the form of an environment's entry.
func profileFile(b *testing.B, program string) string {
	b.Helper()
	if *profiles == "" {
		return "CPUPROFILE="
	}
	folder, err := filepath.Abs(*profiles)
	if err != nil {
		b.Fatal(err)
	}
	if err := os.MkdirAll(folder, 0o750); err != nil {
		b.Fatal(err)
	}
	return "CPUPROFILE=" + filepath.Join(folder, fmt.Sprintf("%s-%d.pprof", filepath.Base(program), runs.Add(1)))
}

// cpu is what the bot has used, in microseconds.
func (c *child) cpu() float64 {
	c.Helper()
	raw, err := os.ReadFile("/proc/" + strconv.Itoa(c.process.Process.Pid) + "/stat")
	if err != nil {
		c.Skipf("the CPU time of another process cannot be read here: %v", err)
	}
	_, rest, _ := strings.Cut(string(raw), ") ") // the name may have spaces in it
	fields := strings.Fields(rest)
	var sum float64
	for _, field := range fields[11:13] { // utime and stime: https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html
		ticks, err := strconv.ParseFloat(field, 64)
		if err != nil {
			c.Fatal(err)
		}
		sum += ticks * tick
	}
	return sum
}

// stop ends the bot.
func (c *child) stop() {
	c.Helper()
	_ = c.process.Process.Signal(syscall.SIGTERM)
	_ = c.process.Wait()
	if c.said.Len() > 0 {
		c.Logf("%s", &c.said)
	}
}
