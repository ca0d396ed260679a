package talk

import (
	"errors"
	"time"

	"repartee/flows"
)

// work does the jobs that a turn has begun, at once.
func (c *Conversation) work(effects []flows.Effect) ([]Said, error) {
	var said []Said
	for _, effect := range effects {
		job, ok := effect.(flows.Job)
		if !ok {
			continue
		}
		if in, own := c.tend(job); own {
			in.What, in.Job = flows.Result, job.ID
			more, err := c.turn(in)
			said = append(said, more...)
			if err != nil {
				return said, err
			}
			continue
		}
		if c.jobs == nil {
			return said, errors.New("the talk says nothing of what this call answers; write it under `given`, in `calls`")
		}
		in, answered, err := c.jobs(job)
		if err != nil {
			return said, err
		}
		if !answered {
			continue
		}
		in.What, in.Job = flows.Result, job.ID
		more, err := c.turn(in)
		said = append(said, more...)
		if err != nil {
			return said, err
		}
		more, err = c.tryAgain(job.ID)
		said = append(said, more...)
		if err != nil {
			return said, err
		}
	}
	return said, nil
}

// tend does what concerns the stock and money.
func (c *Conversation) tend(job flows.Job) (in flows.Input, ok bool) {
	switch {
	case job.Stock != nil:
		result := c.till.do(job.Stock, c.now)
		c.seeStock()
		return flows.Input{Result: plainJSON(result)}, true
	case job.Refund != nil:
		return flows.Input{Result: []byte("{}")}, true
	case job.Link != nil:
		c.linked = job.Link
		return flows.Input{Result: []byte(`{"url":"https://t.me/$invoice"}`)}, true
	}
	return flows.Input{}, false
}

// tryAgain lets the little time go by until a job that failed is tried again.
func (c *Conversation) tryAgain(id string) ([]Said, error) {
	state, err := c.State()
	if err != nil {
		return nil, err
	}
	for _, open := range state.Session.Jobs {
		if open.ID == id && open.Deadline != 0 && open.Tries > 0 {
			c.now = time.Unix(open.Deadline, 0)
			return c.turn(flows.Input{What: flows.Wake})
		}
	}
	return nil, nil
}
