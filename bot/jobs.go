package bot

import (
	"context"
	"fmt"
	"strconv"
	"sync"
	"time"

	"repartee/bot/telegram"
	"repartee/flows"
)

const (
	mostJobs     = 64               // of each of two sorts at work at once
	mostWaiting  = 4096             // for their turn; those beyond are left to their deadline
	stockTime    = 5 * time.Second  // for one change of the stock
	telegramTime = 10 * time.Second // for a call to Telegram
)

// jobs does what turns want done outside. A job is not tried again here, and none is kept: it stands open in the contact's state with a deadline, and the engine
// wants it anew when that has come.
type jobs struct {
	do      func(context.Context, int64, *flows.Job) ([]byte, error)
	done    func(context.Context, int64, *flows.Job, []byte, error)
	now     func() int64  // the store's clock
	room    chan struct{} // one token a job at work
	quick   chan struct{} // the same, of what the store and Telegram do: no call to others takes its place
	ctx     context.Context
	stop    context.CancelFunc
	running sync.WaitGroup

	mu     sync.Mutex
	atWork map[string]*flows.Job // by id: a commit whose answer was lost begins no job twice
	closed bool
	tally  // of jobs whose results are not passed on yet
}

func newJobs(
	now func() int64, do func(context.Context, int64, *flows.Job) ([]byte, error), done func(context.Context, int64, *flows.Job, []byte, error),
) *jobs {
	j := &jobs{do: do, done: done, now: now, room: make(chan struct{}, mostJobs), quick: make(chan struct{}, mostJobs), atWork: map[string]*flows.Job{}}
	j.ctx, j.stop = context.WithCancel(context.Background())
	return j
}

// begin does jobs beside the caller. Those that cannot be taken now come again at their deadline. One that waits for its turn is done as it was wanted last.
func (j *jobs) begin(chat int64, list []flows.Job) {
	j.mu.Lock()
	defer j.mu.Unlock()
	for _, job := range list {
		_, known := j.atWork[job.ID]
		room := j.roomOf(&job)
		if j.closed || !known && len(j.atWork) >= mostWaiting && room == j.room {
			continue
		}
		j.atWork[job.ID] = &job
		if !known {
			j.tally.begin()
			j.running.Go(func() { j.run(chat, job.ID, room) })
		}
	}
}

func (j *jobs) roomOf(job *flows.Job) chan struct{} {
	if job.Stock != nil || job.Refund != nil || job.Link != nil {
		return j.quick
	}
	return j.room
}

func (j *jobs) run(chat int64, id string, room chan struct{}) {
	defer j.over()
	select {
	case room <- struct{}{}:
	case <-j.ctx.Done():
		j.forget(id)
		return
	}
	job := j.take(id)
	if job == nil {
		<-room
		return
	}
	result, err := j.do(j.ctx, chat, job)
	<-room
	j.forget(id)
	if j.ctx.Err() == nil {
		j.done(j.ctx, chat, job, result, err)
	}
}

// take gives the job that there is room for now. One that cannot be done in time any more is left to its deadline: it has failed by then, or is wanted anew.
func (j *jobs) take(id string) *flows.Job {
	j.mu.Lock()
	defer j.mu.Unlock()
	job := j.atWork[id]
	if j.now()+within(job).Milliseconds() > job.Deadline.UnixMilli() {
		delete(j.atWork, id)
		return nil
	}
	return job
}

func (j *jobs) forget(id string) {
	j.mu.Lock()
	defer j.mu.Unlock()
	delete(j.atWork, id)
}

func (j *jobs) over() {
	j.mu.Lock()
	defer j.mu.Unlock()
	j.end()
}

// rest returns when all that was begun is over, or when ctx ends. What comes meanwhile is begun.
func (j *jobs) rest(ctx context.Context) {
	j.mu.Lock()
	idle := j.waiting()
	j.mu.Unlock()
	select {
	case <-idle:
	case <-ctx.Done():
	}
}

// begun is how many were begun so far.
func (j *jobs) begun() uint64 {
	j.mu.Lock()
	defer j.mu.Unlock()
	return j.all
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

// within is how long a job may take.
func within(job *flows.Job) time.Duration {
	switch {
	case job.HTTP != nil:
		return job.HTTP.Within
	case job.Func != nil:
		return job.Func.Within
	case job.Model != nil:
		return job.Model.Within
	case job.Stock != nil:
		return stockTime
	}
	return telegramTime
}

// doJob does one job within its time.
func (b *Bot) doJob(ctx context.Context, chat int64, job *flows.Job) (result []byte, err error) {
	defer recovered(&err)
	ctx, cancel := context.WithTimeout(ctx, within(job))
	defer cancel()
	switch {
	case job.HTTP != nil:
		return b.request(ctx, job.ID, job.HTTP)
	case job.Func != nil:
		return b.callFunc(ctx, job.Func)
	case job.Model != nil:
		return b.askModel(ctx, job.Model)
	case job.Stock != nil:
		return b.doStock(ctx, job.Stock)
	case job.Refund != nil:
		return b.refund(ctx, job.Refund)
	case job.Link != nil:
		return b.makeLink(ctx, chat, job.Link)
	}
	return nil, fmt.Errorf("job %s asks for nothing", job.ID)
}

// jobDone puts the result into the contact's inbox, and looks at that at once. The deadline makes the id of one try: a result that comes twice counts once, and
// that of a later try is another.
func (b *Bot) jobDone(ctx context.Context, chat int64, job *flows.Job, result []byte, failed error) {
	in := flows.Input{What: flows.Result, Job: job.ID, Result: result, Until: job.Deadline.Unix()}
	if failed != nil {
		in.Result, in.Failed = nil, failed.Error()
		b.log.Warn("a job failed", "job", nameOf(job), "err", failed)
		if mustBeDone(job) && !telegram.Refused(failed) && !telegram.Blocked(failed) {
			return // it is begun again at its deadline
		}
	}
	id := job.ID + "." + strconv.FormatInt(job.Deadline.UnixMilli(), 36)
	if err := b.post(ctx, chat, id, in); err != nil {
		b.log.Warn("the result of a job is lost; it is done again when its time is over, if it may be", "job", nameOf(job), "err", err)
	}
}

// nameOf is what a job is called where the operator reads of it.
func nameOf(job *flows.Job) string {
	switch {
	case job.Model != nil:
		return "model"
	case job.Stock != nil:
		return "stock " + string(job.Stock.Op)
	case job.Refund != nil:
		return "refund"
	case job.Link != nil:
		return "invoice link"
	}
	return job.Name
}

// mustBeDone tells of a job that the flow waits for however long it takes.
func mustBeDone(job *flows.Job) bool { return job.Stock != nil || job.Refund != nil }
