package flows

import (
	"crypto/sha256"
	"encoding/hex"
	"hash/fnv"
	"slices"
	"strconv"
	"time"

	"repartee/flows/expr"
	"repartee/flows/value"
)

const (
	callTime  = 10 * time.Second // of one try, where the call does not say
	postTime  = 10 * time.Second // for the result to come back
	retryTime = 2 * time.Second  // before a try that failed is repeated
)

// Calling is a body that rests at a call.
type Calling interface {
	Resting
	// Calls gives the call and what it is given.
	Calls() (*Call, Passing)
}

// Do begins the call of a step and rests until it is done. What it needs and is unknown makes it fail at once.
func (t *Turn) Do(body Calling) Move {
	call, with := body.Calls()
	frame := t.frame()
	if given, ok := frame.Passed[t.step.name]; ok && given == t.fingerprint(call, with) {
		return Next() // an answer before it was changed, and nothing of what it is given
	}
	id := t.jobID("call " + string(call.ID))
	frame.Step, frame.Serial, frame.Job = t.step.name, 0, id
	t.event(Called, t.step, string(call.ID))
	if !t.begun(body, id, max(call.Tries, 1)-1) {
		return t.resume(Ending{Failed: true}, "unknown")
	}
	t.effects = append(t.effects, Typing{})
	return Wait()
}

// jobID makes an id that a turn which runs again makes again.
func (t *Turn) jobID(purpose string) string {
	sum := sha256.Sum256([]byte(string(t.in.Seed[:]) + t.in.ID + " " + purpose + " " + strconv.Itoa(len(t.effects))))
	return hex.EncodeToString(sum[:12])
}

// begun sends a job off; false where a value that it needs is unknown.
func (t *Turn) begun(body Calling, id string, tries int) bool {
	call, with := body.Calls()
	job, ok := t.job(call, with, id)
	if !ok {
		return false
	}
	within := callTime
	if !call.Within.Zero() {
		within = call.Within.Span
	}
	job.Deadline = t.in.At.Add(within + postTime)
	t.state.Session.Jobs = append(t.withoutJob(id), Open{ID: id, Deadline: job.Deadline.Unix(), Tries: tries})
	t.effects = append(t.effects, job)
	return true
}

func (t *Turn) withoutJob(id string) []Open {
	return slices.DeleteFunc(t.state.Session.Jobs, func(o Open) bool { return o.ID == id })
}

// job puts together what the runtime does.
func (t *Turn) job(call *Call, with Passing, id string) (Job, bool) {
	args, ok := t.args(call, with)
	if !ok {
		return Job{}, false
	}
	job := t.jobOf(call, args)
	job.ID = id
	return job, true
}

// jobOf puts together what the runtime does with the values that a call is given.
func (t *Turn) jobOf(call *Call, args map[string]value.Value) Job {
	within := call.Within.Span
	if within == 0 {
		within = callTime
	}
	if call.Func {
		return Job{Name: string(call.ID), Func: &FuncJob{Name: string(call.ID), Args: plainObject(args), Within: within}}
	}
	request := &HTTPJob{Method: call.method, Token: call.Token, Within: within}
	t.with(args, func() { request.URL = call.url.Render(t).Text })
	if call.method != "GET" && call.method != "DELETE" {
		request.Body = plainObject(args)
	}
	return Job{Name: string(call.ID), HTTP: request}
}

// args are the values that a call is given; not ok where one is unknown, or would lead elsewhere in an address.
func (t *Turn) args(call *Call, with Passing) (args map[string]value.Value, ok bool) {
	args, ok = map[string]value.Value{}, true
	for i := range with {
		name := with[i].Name.Name
		v := expr.Convert(t.Eval(&with[i].Expr), call.needs[name].typ, t.set.Currency)
		if text := v.AsText(); !v.Known() || text == "." || text == ".." {
			ok = false
			continue
		}
		args[name] = v
	}
	return args, ok
}

// result takes what came of a job. One that is no longer awaited is nothing.
func (t *Turn) result() Move {
	if move, ok := t.worked(); ok {
		return move
	}
	i := slices.IndexFunc(t.state.Session.Jobs, func(o Open) bool { return o.ID == t.in.Job })
	if i < 0 {
		return Wait()
	}
	job := &t.state.Session.Jobs[i]
	switch {
	case job.Words != "":
		return t.modelSaid(*job)
	case t.in.Failed != "" && t.in.Until != 0 && t.in.Until != job.Deadline:
		return Wait() // an earlier try failed, and another is at work
	case t.in.Failed != "" && job.Tries > 0:
		job.Deadline = t.in.At.Add(retryTime).Unix()
		return Wait()
	}
	result, ok := t.wanted(job.ID)
	job.Deadline, job.Tries, job.Result, job.Failed = 0, 0, result, !ok || t.in.Failed != ""
	return t.takeResult()
}

// takeResult goes on with the flow on top, if its job is done.
func (t *Turn) takeResult() Move {
	if len(t.state.Session.Frames) == 0 {
		return Wait()
	}
	id := t.frame().Job
	i := slices.IndexFunc(t.state.Session.Jobs, func(o Open) bool { return o.ID == id && o.Deadline == 0 })
	if id == "" || i < 0 {
		return Wait()
	}
	job := t.state.Session.Jobs[i]
	t.state.Session.Jobs = t.withoutJob(id)
	if move, ok := t.renewed(); ok {
		return move
	}
	step := t.set.step(t.frame().Flow, t.frame().Step)
	if step == nil {
		return t.lost()
	}
	t.step = step
	body, ok := step.Body.(Calling)
	if rests, waits := step.Body.(Resting); waits && (job.Stock != nil || job.Order != "") {
		return t.endRest(rests, job)
	}
	if !ok {
		return t.lost()
	}
	call, _ := body.Calls()
	if job.Failed {
		return t.resume(Ending{Failed: true}, "failed")
	}
	values, ok := call.read(job.Result, t)
	if !ok {
		return t.resume(Ending{Failed: true}, "unreadable")
	}
	return t.resume(Ending{Values: values}, "done")
}

// resume goes on behind the call of the flow on top.
func (t *Turn) resume(r Ending, how string) Move {
	t.frame().Job = ""
	body := t.step.Body.(Calling)
	call, with := body.Calls()
	if !r.Failed {
		t.pass(t.fingerprint(call, with))
	}
	t.event(CallEnded, t.step, string(call.ID)+" "+how)
	return body.Resume(t, r)
}

// pass notes that the rest at a step is over.
func (t *Turn) pass(given string) {
	frame := t.frame()
	if frame.Passed == nil {
		frame.Passed = map[string]string{}
	}
	frame.Passed[t.step.name] = given
}

// fingerprint is a short form of what a call is given, to be compared.
func (t *Turn) fingerprint(call *Call, with Passing) string {
	args, _ := t.args(call, with)
	h := fnv.New64a()
	h.Write(plainObject(args))
	return strconv.FormatUint(h.Sum64(), 36)
}

// dueJobs takes jobs whose time is over: they are tried again, or have failed.
func (t *Turn) dueJobs() (Move, bool) {
	for i := range t.state.Session.Jobs {
		job := t.state.Session.Jobs[i]
		if job.Deadline == 0 || job.Deadline > t.in.At.Unix() {
			continue
		}
		if job.Words != "" {
			return t.modelSaid(job), true
		}
		body, step := t.resting(job.ID)
		if body != nil && job.Tries > 0 && t.beginAgain(body, step, job) {
			return Wait(), true
		}
		t.state.Session.Jobs[i].Deadline, t.state.Session.Jobs[i].Failed = 0, true
		return t.takeResult(), true
	}
	return Move{}, false
}

// beginAgain sends a job off once more, with the names of the flow that rests for it: another may lie over that.
func (t *Turn) beginAgain(body Resting, step *Step, job Open) bool {
	calling, ok := body.(Calling)
	if !ok || job.Stock != nil || job.Order != "" {
		return t.restAgain(job)
	}
	frames, outer := t.state.Session.Frames, t.step
	for i := range frames {
		if frames[i].Job == job.ID {
			t.state.Session.Frames = frames[:i+1]
		}
	}
	t.step = step
	begun := t.begun(calling, job.ID, job.Tries-1)
	t.state.Session.Frames, t.step = frames, outer
	return begun
}

// resting finds the step that rests for a job.
func (t *Turn) resting(id string) (Resting, *Step) {
	for _, frame := range t.state.Session.Frames {
		if frame.Job != id {
			continue
		}
		if step := t.set.step(frame.Flow, frame.Step); step != nil {
			body, _ := step.Body.(Resting)
			return body, step
		}
	}
	return nil, nil
}

// atCall tells whether the talk rests at a call.
func (t *Turn) atCall() bool {
	frames := t.state.Session.Frames
	return len(frames) > 0 && frames[len(frames)-1].Job != ""
}

// dropJobs forgets jobs that no flow rests for any more.
func (t *Turn) dropJobs() {
	if len(t.state.Session.Jobs) == 0 {
		return
	}
	t.state.Session.Jobs = slices.DeleteFunc(t.state.Session.Jobs, func(o Open) bool {
		body, _ := t.resting(o.ID)
		return o.Words == "" && body == nil
	})
}

// dropDoubts forgets what a model was asked: the customer has said something else meanwhile.
func (t *Turn) dropDoubts() {
	t.state.Session.Jobs = slices.DeleteFunc(t.state.Session.Jobs, func(o Open) bool { return o.Words != "" })
}
