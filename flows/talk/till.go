package talk

import (
	"encoding/json"
	"maps"
	"time"

	"repartee/flows"
)

// till is the stock of a conversation. It follows the rules that the stores keep to; see bot.Till.
type till struct {
	left  map[string]int64
	holds map[string]hold
}

type hold struct {
	state holdState
	items map[string]int64
	until int64 // of what is held, Unix seconds
}

type holdState int

const (
	none holdState = iota
	held
	sold
	returned // and finished: nothing is held or sold by that name again
)

func newTill(seed map[string]int64) *till {
	return &till{left: maps.Clone(seed), holds: map[string]hold{}}
}

// do does one operation at a time.
func (s *till) do(job *flows.StockJob, now time.Time) flows.StockResult {
	s.end(now)
	h := s.holds[job.Hold]
	switch job.Op {
	case flows.StockHold:
		return s.reserve(job, h, hold{state: held, until: job.Until})
	case flows.StockSell:
		return s.reserve(job, h, hold{state: sold})
	case flows.StockRelease:
		if h.state == held {
			s.give(h.items)
			delete(s.holds, job.Hold)
		}
	case flows.StockReturn:
		if h.state != returned {
			s.give(h.items)
			s.holds[job.Hold] = hold{state: returned}
		}
	}
	return flows.StockResult{OK: true}
}

// reserve holds or sells in the place of what the hold had, all of it or nothing.
func (s *till) reserve(job *flows.StockJob, h, now hold) flows.StockResult {
	now.items = map[string]int64{}
	supply := map[string]int64{}
	for _, item := range job.Items {
		now.items[item.Key] += item.Quantity
		supply[item.Key] = max(supply[item.Key], item.Supply)
	}
	if h.state == sold || h.state == returned {
		return flows.StockResult{OK: h.state == sold && maps.Equal(now.items, h.items)}
	}
	s.give(h.items)
	delete(s.holds, job.Hold)
	short := map[string]int64{}
	for key, quantity := range now.items {
		if there := s.left[key] + supply[key]; there < quantity && quantity > h.items[key] { // what a hold has is its own
			short[key] = max(there, 0)
		}
	}
	if len(short) > 0 {
		return flows.StockResult{Left: short}
	}
	for key, quantity := range now.items {
		s.left[key] -= quantity
	}
	s.holds[job.Hold] = now
	return flows.StockResult{OK: true}
}

// end gives back what was held until now.
func (s *till) end(now time.Time) {
	for id, h := range s.holds {
		if h.state == held && h.until <= now.Unix() {
			s.give(h.items)
			delete(s.holds, id)
		}
	}
}

// lapse ends all holds, whatever their time.
func (s *till) lapse() {
	for id, h := range s.holds {
		if h.state == held {
			delete(s.holds, id)
		}
	}
}

func (s *till) give(items map[string]int64) {
	for key, quantity := range items {
		s.left[key] += quantity
	}
}

// plainJSON is what a job gives.
func plainJSON(v any) []byte {
	raw, err := json.Marshal(v)
	if err != nil {
		panic(err) // texts and numbers
	}
	return raw
}
