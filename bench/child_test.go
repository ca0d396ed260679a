package bench_test

import (
	"bytes"
	"context"
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

	"repartee/bench"
)

var profiles = flag.String("profiles", "", "`folder` into which each run of a bot writes its CPU profile")

// tick is what /proc counts CPU time in: USER_HZ, which is 100 on every Linux of today.
const tick = 10_000 // microseconds

// bots are the two programs, and the folder that ours runs.
type bots struct{ ours, floor, folder string }

// build compiles both bots.
func build(b *testing.B) bots {
	b.Helper()
	dir := b.TempDir()
	if out, err := exec.Command("go", "build", "-o", dir, "repartee/bench/ours", "repartee/bench/floor").CombinedOutput(); err != nil {
		b.Fatalf("build the bots: %v\n%s", err, out)
	}
	folder := filepath.Join(dir, "bot")
	if err := os.CopyFS(folder, bench.Files()); err != nil {
		b.Fatal(err)
	}
	return bots{ours: filepath.Join(dir, "ours"), floor: filepath.Join(dir, "floor"), folder: folder}
}

// child is one of the bots at work.
type child struct {
	*testing.B
	process *exec.Cmd
	said    bytes.Buffer
	ended   context.Context // with the process
}

// start runs a bot. It is ready when it takes the first update.
func start(b *testing.B, program string, env ...string) *child {
	b.Helper()
	ended, end := context.WithCancel(context.Background())
	c := &child{B: b, process: exec.Command(program), ended: ended}
	c.process.Env = append(append(os.Environ(), env...), profileFile(b, program))
	c.process.Stderr = &c.said
	if err := c.process.Start(); err != nil {
		b.Fatal(err)
	}
	go func() {
		_ = c.process.Wait() // what was wrong it has said
		end()
	}()
	return c
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

// memory is the most that the bot has had in memory, in MiB.
func (c *child) memory() float64 {
	c.Helper()
	raw, err := os.ReadFile("/proc/" + strconv.Itoa(c.process.Process.Pid) + "/status")
	if err != nil {
		c.Skipf("the memory of another process cannot be read here: %v", err)
	}
	for line := range strings.Lines(string(raw)) {
		if most, ok := strings.CutPrefix(line, "VmHWM:"); ok {
			kibibytes, err := strconv.ParseFloat(strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(most), "kB")), 64)
			if err != nil {
				c.Fatal(err)
			}
			return kibibytes / 1024
		}
	}
	c.Fatal("the system does not tell the memory of a process")
	return 0
}

// ownCPU is what this process has used, in microseconds.
func ownCPU(tb testing.TB) float64 {
	tb.Helper()
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		tb.Fatal(err)
	}
	return float64(u.Utime.Nano()+u.Stime.Nano()) / 1000
}

// stop ends the bot.
func (c *child) stop() {
	c.Helper()
	_ = c.process.Process.Signal(syscall.SIGTERM)
	<-c.ended.Done()
	if c.said.Len() > 0 {
		c.Logf("%s", &c.said)
	}
}
