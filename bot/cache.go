package bot

import (
	"container/list"
	"sync"

	"repartee/flows"
)

// hot is what this process committed last of a contact: its next input needs no load. States are never changed once they are here.
type hot struct {
	chat       int64
	version    string
	state      flows.State
	stranger   bool        // nothing is kept of the contact
	unreadable *unreadable // in place of the state; such a contact is not kept here
	bytes      int
}

// cache holds the contacts that were spoken with last, bounded by the size of their states. One that another instance has changed meanwhile costs a turn more,
// never a wrong write.
type cache struct {
	limit int

	mu    sync.Mutex
	bytes int
	byID  map[int64]*list.Element
	order list.List // of *hot, the last used in front
}

// stateFactor is how much larger a state is in memory than its JSON, about.
const stateFactor = 4

func newCache(limit int) *cache { return &cache{limit: limit, byID: map[int64]*list.Element{}} }

func (c *cache) get(chat int64) (*hot, bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	e, ok := c.byID[chat]
	if !ok {
		return nil, false
	}
	c.order.MoveToFront(e)
	return e.Value.(*hot), true
}

func (c *cache) put(h *hot) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.remove(h.chat)
	c.byID[h.chat] = c.order.PushFront(h)
	c.bytes += h.bytes
	for c.bytes > c.limit && c.order.Len() > 1 {
		c.remove(c.order.Back().Value.(*hot).chat)
	}
}

func (c *cache) drop(chat int64) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.remove(chat)
}

func (c *cache) remove(chat int64) {
	if e, ok := c.byID[chat]; ok {
		c.order.Remove(e)
		delete(c.byID, chat)
		c.bytes -= e.Value.(*hot).bytes
	}
}
