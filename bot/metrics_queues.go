package bot

import "github.com/prometheus/client_golang/prometheus"

// registerQueues tells the registry how long the queues of a bot are; they are counted when somebody reads them.
func registerQueues(registry prometheus.Registerer, b *Bot) error {
	d := definitions{registry: registry}
	gauge := func(name, help string, read func() int) {
		d.gauge(name, help, func() float64 { return float64(read()) })
	}
	gauge("lanes", "Contacts whose inputs are at work or wait.", func() int { lanes, _ := b.lanes.size(); return lanes })
	gauge("lanes_waiting", "Contacts that wait for one of the lanes that may be at work at once.", b.lanes.room.length)
	gauge("inputs_waiting_bytes", "What the inputs at work and waiting take.", func() int { _, bytes := b.lanes.size(); return bytes })
	gauge("senders", "Contacts to whom something is being sent.", b.senders.size)
	gauge("sends_waiting", "Calls to Telegram that wait for one of those that may be on their way at once.", b.sends.length)
	gauge("jobs", "Jobs that are at work or wait for their turn.", b.jobs.size)
	gauge("cache_contacts", "Contacts in the hot cache.", func() int { contacts, _ := b.cache.size(); return contacts })
	gauge("cache_bytes", "What they take, about.", func() int { _, bytes := b.cache.size(); return bytes })
	return d.err
}

func (l *lanes) size() (lanes, bytes int) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return len(l.byChat), l.waiting
}

// length is how many wait before the gate.
func (g *gate) length() int {
	g.mu.Lock()
	defer g.mu.Unlock()
	n := 0
	for _, list := range g.waits {
		n += len(list)
	}
	return n
}

func (s *senders) size() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return len(s.byChat)
}

func (j *jobs) size() int {
	j.mu.Lock()
	defer j.mu.Unlock()
	return j.open
}

func (c *cache) size() (contacts, bytes int) {
	c.mu.Lock()
	defer c.mu.Unlock()
	return len(c.byID), c.bytes
}
