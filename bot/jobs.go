package bot

import (
	"context"
	"encoding/json"
	"fmt"
	"strconv"
	"sync"

	"repartee/flows"
)

const (
	mostJobs    = 64   // at work at once
	mostWaiting = 4096 // for their turn; those beyond are left to their deadline
	postTries   = 3
)

// jobs does what turns want done outside. A job is not tried again here, and none is kept: it stands open in the contact's state with a deadline, and the engine
// wants it anew when that has come.
type jobs struct {
	do      func(context.Context, *flows.Job) ([]byte, error)
	done    func(context.Context, int64, *flows.Job, []byte, error)
	room    chan struct{} // one token a job at work
	ctx     context.Context
	stop    context.CancelFunc
	running sync.WaitGroup

	mu     sync.Mutex
	atWork map[string]bool // by id: a commit whose answer was lost begins no job twice
	closed bool
}

func newJobs(do func(context.Context, *flows.Job) ([]byte, error), done func(context.Context, int64, *flows.Job, []byte, error)) *jobs {
	j := &jobs{do: do, done: done, room: make(chan struct{}, mostJobs), atWork: map[string]bool{}}
	j.ctx, j.stop = context.WithCancel(context.Background())
	return j
}

// begin does jobs beside the caller. Those that cannot be taken now come again at their deadline.
func (j *jobs) begin(chat int64, list []flows.Job) {
	j.mu.Lock()
	defer j.mu.Unlock()
	for _, job := range list {
		if j.closed || j.atWork[job.ID] || len(j.atWork) >= mostWaiting {
			continue
		}
		j.atWork[job.ID] = true
		j.running.Go(func() { j.run(chat, &job) })
	}
}

func (j *jobs) run(chat int64, job *flows.Job) {
	select {
	case j.room <- struct{}{}:
	case <-j.ctx.Done():
		j.forget(job.ID)
		return
	}
	result, err := j.do(j.ctx, job)
	<-j.room
	j.forget(job.ID)
	if j.ctx.Err() == nil {
		j.done(j.ctx, chat, job, result, err)
	}
}

func (j *jobs) forget(id string) {
	j.mu.Lock()
	defer j.mu.Unlock()
	delete(j.atWork, id)
}

// close begins nothing more and returns when all is done. When ctx ends first, what is at work is broken off.
func (j *jobs) close(ctx context.Context) {
	j.mu.Lock()
	j.closed = true
	j.mu.Unlock()
	defer j.stop()
	defer context.AfterFunc(ctx, j.stop)()
	j.running.Wait()
}

// doJob does one job within its time.
func (b *Bot) doJob(ctx context.Context, job *flows.Job) (result []byte, err error) {
	defer recovered(&err)
	switch {
	case job.HTTP != nil:
		ctx, cancel := context.WithTimeout(ctx, job.HTTP.Within)
		defer cancel()
		return b.request(ctx, job.ID, job.HTTP)
	case job.Func != nil:
		ctx, cancel := context.WithTimeout(ctx, job.Func.Within)
		defer cancel()
		return b.callFunc(ctx, job.Func)
	case job.Model != nil:
		ctx, cancel := context.WithTimeout(ctx, job.Model.Within)
		defer cancel()
		return b.askModel(ctx, job.Model)
	}
	return nil, fmt.Errorf("job %s asks for nothing", job.ID)
}

// jobDone puts the result into the contact's inbox, and looks at that at once. The deadline makes the id of one try: a result that comes twice counts once, and
// that of a later try is another.
func (b *Bot) jobDone(ctx context.Context, chat int64, job *flows.Job, result []byte, failed error) {
	in := flows.Input{What: flows.Result, Job: job.ID, Result: result}
	if failed != nil {
		in.Result, in.Failed = nil, failed.Error()
		b.log.Warn("a call failed", "call", job.Name, "err", failed)
	}
	raw, err := json.Marshal(in)
	if err != nil {
		b.log.Error("the result of a call cannot be kept", "call", job.Name, "err", err)
		return
	}
	p := Posted{ID: job.ID + "." + strconv.FormatInt(job.Deadline.UnixMilli(), 36), Input: raw}
	for try := 1; ; try++ {
		err := b.store.Post(ctx, chat, p, b.store.Now())
		if err == nil {
			break
		}
		if try == postTries || ctx.Err() != nil {
			b.log.Warn("the result of a call is lost; it is made again when its time is over, if it may be", "call", job.Name, "err", err)
			return
		}
		pause(ctx, storePause)
	}
	if _, err := b.lanes.add(ctx, chat, []arrival{b.postedArrival(chat, p)}); err != nil {
		b.log.Info("the result of a call waits in the inbox", "err", err)
	}
}
