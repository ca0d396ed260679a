package chaos

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"syscall"
	"time"
)

// again is after how long a process that has ended is started anew, as a supervisor would.
const again = 500 * time.Millisecond

// program is one place for a process of the bot, with a port and a log of its own. It is there as long as the run: processes come and go.
type program struct {
	name    string   // of the place
	path    string   // of the program
	args    []string // to it
	address string   // of its webhook; "" where it polls
	env     func(process string) []string
	log     string // the file
	ctx     context.Context

	mu      sync.Mutex
	process *exec.Cmd
	count   int        // of processes so far
	gone    []absence  // when a process could not do its work, and which
	wanted  bool       // there is to be a process
	stopped *time.Time // the process at hand is stopped since then
	restart sync.WaitGroup
}

// absence is a time in which a process was killed (until the end of the run) or stopped.
type absence struct {
	process  string
	dead     bool
	from, to time.Time
}

// start begins a process, unless there is one.
func (p *program) start() error {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.wanted = true
	return p.begin()
}

// begin begins a process where there is to be one and is none. The caller holds mu.
func (p *program) begin() error {
	if p.process != nil || !p.wanted {
		return nil
	}
	p.count++
	log, err := os.OpenFile(filepath.Clean(p.log), os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o600)
	if err != nil {
		return fmt.Errorf("the log of %s: %w", p.name, err)
	}
	defer func() { _ = log.Close() }()
	cmd := exec.CommandContext(context.WithoutCancel(p.ctx), p.path, p.args...)
	cmd.Env = p.env(p.id())
	cmd.Stdout, cmd.Stderr = log, log
	if err := cmd.Start(); err != nil {
		return fmt.Errorf("start %s: %w", p.name, err)
	}
	p.process = cmd
	p.restart.Go(func() { p.watch(cmd, p.id()) })
	return nil
}

// id names the process at hand. The caller holds mu.
func (p *program) id() string { return fmt.Sprintf("%s.%d", p.name, p.count) }

// watch waits for the end of a process, and begins another if there is to be one.
func (p *program) watch(cmd *exec.Cmd, id string) {
	_ = cmd.Wait() // most are killed
	p.mu.Lock()
	p.process, p.stopped = nil, nil
	if status, ok := cmd.ProcessState.Sys().(syscall.WaitStatus); ok && status.Signaled() { // one that ends when it is asked to has told all
		p.gone = append(p.gone, absence{process: id, dead: true, from: time.Now()})
	}
	wanted := p.wanted
	p.mu.Unlock()
	if !wanted {
		return
	}
	wait(p.ctx, again)
	if p.ctx.Err() != nil {
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	_ = p.begin() // where it cannot be started, customers wait in vain, and the report says so
}

// signal sends a signal to the process; false where there is none.
func (p *program) signal(s syscall.Signal) bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.process != nil && p.process.Process.Signal(s) == nil
}

// kill ends the process as a power cut would. It is started anew after again.
func (p *program) kill() bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	killed := p.process != nil && p.process.Process.Kill() == nil
	p.noteStop()
	p.process = nil // it is as good as gone
	return killed
}

// noteStop notes that a process was stopped until now, if it was. The caller holds mu.
func (p *program) noteStop() {
	if p.stopped != nil {
		p.gone = append(p.gone, absence{process: p.id(), from: *p.stopped, to: time.Now()})
		p.stopped = nil
	}
}

// end asks the process to end, as an update of the program does.
func (p *program) end() bool { return p.signal(syscall.SIGTERM) }

// stop lets the process stand still until resume.
func (p *program) stop() bool {
	if !p.signal(syscall.SIGSTOP) {
		return false
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	now := time.Now()
	p.stopped = &now
	return true
}

func (p *program) resume() {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.process == nil || p.stopped == nil {
		return
	}
	p.noteStop()
	_ = p.process.Process.Signal(syscall.SIGCONT) // it is there: mu is held
}

// close ends the process for good and waits for it; one that does not end in time is killed.
func (p *program) close(within time.Duration) (inTime bool) {
	p.mu.Lock()
	p.wanted = false
	p.mu.Unlock()
	p.resume()
	p.end()
	ended := make(chan struct{})
	go func() {
		p.restart.Wait()
		close(ended)
	}()
	select {
	case <-ended:
		return true
	case <-time.After(within):
		p.kill()
		<-ended
		return false
	}
}

// absences are all so far.
func (p *program) absences() []absence {
	p.mu.Lock()
	defer p.mu.Unlock()
	return append([]absence(nil), p.gone...)
}
