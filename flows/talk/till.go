package talk

import (
	"encoding/json"
	"maps"
	"time"

	"repartee/flows"
	"repartee/flows/shop"
)

// till is the stock of a conversation: what the real one does in a store that all customers share.
type till struct {
	left map[string]int64
	held map[string]hold
	sold map[string][]shop.Held
}

type hold struct {
	items []shop.Held
	until int64
}

func newTill(seed map[string]int64) *till {
	return &till{left: maps.Clone(seed), held: map[string]hold{}, sold: map[string][]shop.Held{}}
}

// do does one operation at a time.
func (s *till) do(job *flows.StockJob, now time.Time) flows.StockResult {
	s.end(now)
	switch job.Op {
	case flows.StockHold:
		s.release(job.Hold)
		if short := s.short(job.Items); short != nil {
			return flows.StockResult{Left: short}
		}
		s.take(job.Items, 1)
		s.held[job.Hold] = hold{items: job.Items, until: job.Until}
	case flows.StockSell:
		if s.sold[job.Hold] != nil {
			break
		}
		if _, held := s.held[job.Hold]; !held {
			if short := s.short(job.Items); short != nil {
				return flows.StockResult{Left: short}
			}
			s.take(job.Items, 1)
		}
		delete(s.held, job.Hold)
		s.sold[job.Hold] = job.Items
	case flows.StockRelease:
		s.release(job.Hold)
	case flows.StockReturn:
		s.release(job.Hold)
		s.take(s.sold[job.Hold], -1)
		delete(s.sold, job.Hold)
	}
	return flows.StockResult{OK: true}
}

// end gives back what was held until now.
func (s *till) end(now time.Time) {
	for id, held := range s.held {
		if held.until <= now.Unix() {
			s.release(id)
		}
	}
}

func (s *till) release(id string) {
	s.take(s.held[id].items, -1)
	delete(s.held, id)
}

func (s *till) take(items []shop.Held, times int64) {
	for _, item := range items {
		s.left[item.Key] -= times * item.Quantity
	}
}

// short is what is left of the items that there is too little of; nil where there is enough of all.
func (s *till) short(items []shop.Held) map[string]int64 {
	var short map[string]int64
	for _, item := range items {
		if left := s.left[item.Key] + item.Supply; left < item.Quantity {
			if short == nil {
				short = map[string]int64{}
			}
			short[item.Key] = max(left, 0)
		}
	}
	return short
}

// plainJSON is what a job gives.
func plainJSON(v any) []byte {
	raw, err := json.Marshal(v)
	if err != nil {
		panic(err) // texts and numbers
	}
	return raw
}
