package bot

import (
	"context"
	"fmt"
	"sync"

	"repartee/flows"
)

// mostEarlier is how many engines of other publications are kept ready. Each file that is saved makes a publication, and some may be saved while one talk goes on.
const mostEarlier = 32

// engines are the engine of the files that run now, and those of others that some sessions keep to.
type engines struct {
	load  func(context.Context, int) (*flows.Set, error) // nil: there are no others
	build func(set *flows.Set, publication int) *flows.Engine

	mu     sync.Mutex
	others []other // the last used in front
}

// other is the engine of another publication; nil where that cannot be had.
type other struct {
	publication int
	engine      *flows.Engine
}

// engine is the one that a session is to run on: that of the publication which it keeps to, or which is newer than today's, else today's. An error means that it
// cannot be told now.
func (b *Bot) engine(ctx context.Context, session *flows.Session) (*flows.Engine, error) {
	today := b.today.Load()
	publication := today.Edition(session)
	if publication == today.Publication || b.engines.load == nil {
		return today, nil
	}
	engine, err := b.engines.get(ctx, publication)
	if err != nil {
		return nil, fmt.Errorf("flows of publication %d: %w", publication, err)
	}
	if engine == nil {
		return today, nil
	}
	return engine, nil
}

// get finds or makes an engine. Others who need one meanwhile wait: it is mostly the same.
func (e *engines) get(ctx context.Context, publication int) (*flows.Engine, error) {
	e.mu.Lock()
	defer e.mu.Unlock()
	for i, o := range e.others {
		if o.publication == publication {
			copy(e.others[1:i+1], e.others[:i])
			e.others[0] = o
			return o.engine, nil
		}
	}
	set, err := e.load(ctx, publication)
	if err != nil {
		return nil, err
	}
	o := other{publication: publication}
	if set != nil {
		o.engine = e.build(set, publication)
	}
	e.others = append([]other{o}, e.others[:min(len(e.others), mostEarlier-1)]...)
	return o.engine, nil
}

// forget makes the others anew when they are needed: today's catalog is in them.
func (e *engines) forget() {
	e.mu.Lock()
	defer e.mu.Unlock()
	e.others = nil
}
