package flows_test

import (
	"cmp"
	"maps"
	"strings"
	"time"

	"repartee/flows"
	"repartee/flows/shop"
)

// market is what all customers of a shop share: the stock, the orders and the ledger, by the rules that stores keep to; see bot.Till.
type market struct {
	left   map[string]int64
	holds  map[string]hold
	orders map[string]*keptOrder
	ledger map[string]shop.Entry
	names  map[string]string // what the stock of items is counted by that were called something else before
}

// renamed lets the stock of renamed items go on under the keys that it has; see bot.Till. Keys of free times are told apart by their items.
func (m *market) renamed(former map[string]string) {
	for was, now := range former {
		m.names[now] = cmp.Or(m.names[was], was)
	}
}

// key is what the stock of something is counted by.
func (m *market) key(key string) string {
	for now, first := range m.names {
		if at := strings.Index(key+".", now+"."); at == 0 || at > 0 && key[:at] == "slot." {
			return key[:at] + first + key[at+len(now):]
		}
	}
	return key
}

// seen is what is left as customers of the files of now see it.
func (m *market) seen() map[string]int64 {
	seen := maps.Clone(m.left)
	for now, first := range m.names {
		for key, n := range m.left {
			if key == first || strings.HasPrefix(key, first+".") || strings.HasPrefix(key, "slot."+first+".") {
				seen[strings.Replace(key, first, now, 1)] = n
			}
		}
	}
	return seen
}

// hold is what somebody has of the stock, or had.
type hold struct {
	state string // held, sold or returned
	items map[string]int64
	until int64 // of what is held, Unix seconds
}

// keptOrder is an order with the time until which a payment of it is approved, Unix seconds.
type keptOrder struct {
	shop.Order
	approved int64
}

func openMarket(set *flows.Set) *market {
	return &market{left: set.StockSeed(), holds: map[string]hold{}, orders: map[string]*keptOrder{}, ledger: map[string]shop.Entry{}, names: map[string]string{}}
}

// do does one operation on the stock.
func (m *market) do(job *flows.StockJob, now time.Time) flows.StockResult {
	m.lapse(now)
	h := m.holds[job.Hold]
	switch job.Op {
	case flows.StockHold:
		return m.reserve(job, h, hold{state: "held", until: job.Until})
	case flows.StockSell:
		return m.reserve(job, h, hold{state: "sold"})
	case flows.StockRelease:
		if h.state == "held" {
			m.give(job.Hold)
		}
	case flows.StockReturn:
		m.give(job.Hold)
		m.holds[job.Hold] = hold{state: "returned"}
	}
	return flows.StockResult{OK: true}
}

// reserve holds or sells all of it, or nothing.
func (m *market) reserve(job *flows.StockJob, h, now hold) flows.StockResult {
	supply := map[string]int64{}
	now.items = map[string]int64{}
	for _, item := range job.Items {
		key := m.key(item.Key)
		now.items[key] += item.Quantity
		supply[key] = max(supply[key], item.Supply)
	}
	if h.state == "sold" || h.state == "returned" {
		return flows.StockResult{OK: h.state == "sold" && maps.Equal(now.items, h.items)}
	}
	m.give(job.Hold)
	short := map[string]int64{}
	for key, quantity := range now.items {
		if there := m.left[key] + supply[key]; there < quantity && quantity > h.items[key] {
			short[key] = max(there, 0)
		}
	}
	if len(short) > 0 {
		return flows.StockResult{Left: short}
	}
	for key, quantity := range now.items {
		m.left[key] -= quantity
	}
	m.holds[job.Hold] = now
	return flows.StockResult{OK: true}
}

// give gives back what a hold has.
func (m *market) give(id string) {
	for key, quantity := range m.holds[id].items {
		m.left[key] += quantity
	}
	delete(m.holds, id)
}

// lapse ends the holds whose time is over.
func (m *market) lapse(now time.Time) {
	for id, h := range m.holds {
		if h.state == "held" && h.until <= now.Unix() {
			m.give(id)
		}
	}
}

// beingPaid are the orders which a turn would close while a payment of them is approved. What books money is written all the same.
func (m *market) beingPaid(out *flows.Outcome, now time.Time) (numbers []string) {
	if len(out.Ledger) > 0 {
		return nil
	}
	for _, o := range out.Orders {
		if kept := m.orders[o.Number]; kept != nil && kept.State == shop.Open && o.State != shop.Open && kept.approved > now.Unix() {
			numbers = append(numbers, o.Number)
		}
	}
	return numbers
}

// write keeps what a turn sold and booked; false where a row of the ledger is there already, and nothing is written.
func (m *market) write(out *flows.Outcome) bool {
	for _, row := range out.Ledger {
		if _, booked := m.ledger[row.ID]; booked {
			return false
		}
	}
	for _, row := range out.Ledger {
		m.ledger[row.ID] = row
	}
	for _, o := range out.Orders {
		if kept := m.orders[o.Number]; kept != nil {
			kept.Order = o
		} else {
			m.orders[o.Number] = &keptOrder{Order: o}
		}
	}
	return true
}

// approve is what is asked between the press on Pay and the payment.
func (m *market) approve(set *flows.Set, number string, q flows.CheckoutQuery, facts flows.Facts) (flows.Refusal, map[string]int64) {
	o := m.orders[number]
	switch o.State {
	case shop.Open:
	case shop.Expired:
		return flows.RefusedExpired, nil
	case shop.Cancelled, shop.Placed:
		return flows.RefusedOver, nil
	default:
		return flows.RefusedPaid, nil
	}
	if refusal := set.Recheck(o.Order, q, facts); refusal != "" {
		return refusal, nil
	}
	if o.Hold != "" {
		firm := &flows.StockJob{Op: flows.StockHold, Hold: o.Hold, Items: o.Held(), Until: q.At.Unix() + 60*60}
		if held := m.do(firm, q.At); !held.OK {
			return flows.RefusedSoldOut, held.Left
		}
	}
	o.approved = q.At.Unix() + 2*60
	return "", nil
}
