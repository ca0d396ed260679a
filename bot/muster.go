package bot

import (
	"context"
	"hash/fnv"
	"slices"
	"sync/atomic"
	"time"
)

const (
	beatEvery = time.Second
	beatLife  = 5 * time.Second // an instance that is silent for so long is taken for dead
)

// roll is who is at work as this instance knows it. The zero value is alone.
type roll struct {
	me        string
	instances atomic.Pointer[[]string]
}

func (r *roll) call(instances []string) { r.instances.Store(&instances) }

func (r *roll) all() []string {
	if list := r.instances.Load(); list != nil {
		return *list
	}
	return nil
}

// alone tells that no other instance is known.
func (r *roll) alone() bool { return len(r.all()) < 2 }

// others tells whether a partition is looked after by another instance: the one with the highest hash of its name and the partition, so that all agree, and few
// partitions change hands when an instance comes or goes (rendezvous hashing).
func (r *roll) others(partition int) bool {
	list := r.all()
	if len(list) < 2 || !slices.Contains(list, r.me) {
		return false
	}
	var best uint64
	var owner string
	for _, instance := range list {
		if weight := weightOf(instance, partition); owner == "" || weight > best {
			best, owner = weight, instance
		}
	}
	return owner != r.me
}

// weightOf mixes what FNV leaves: names that differ in their end alone would else win and lose together.
func weightOf(instance string, partition int) uint64 {
	h := fnv.New64a()
	_, _ = h.Write([]byte(instance)) // never fails
	_, _ = h.Write([]byte{byte(partition), byte(partition >> 8)})
	x := h.Sum64()
	x ^= x >> 33
	x *= 0xff51afd7ed558ccd
	x ^= x >> 33
	x *= 0xc4ceb9fe1a85ec53
	return x ^ x>>33
}

// muster lets the other instances know that this one is at work, and learns of them, until ctx ends.
func (b *Bot) muster(ctx context.Context) {
	if b.fleet == nil {
		return
	}
	ticker := time.NewTicker(beatEvery)
	defer ticker.Stop()
	for ctx.Err() == nil {
		b.beat(ctx, b.store.Now()+beatLife.Milliseconds())
		select {
		case <-ticker.C:
		case <-ctx.Done():
		}
	}
	// The others look after its partitions before it has ended.
	gone, cancel := context.WithTimeout(context.WithoutCancel(ctx), giveBack)
	defer cancel()
	b.beat(gone, 0)
}

func (b *Bot) beat(ctx context.Context, until int64) {
	now := b.store.Now()
	m, err := b.fleet.Beat(ctx, b.roll.me, until, now)
	if err != nil {
		if ctx.Err() == nil {
			b.log.Info("which instances are at work could not be asked", "err", err)
		}
		b.roll.call(nil) // better twice than not at all: claims decide
		return
	}
	b.roll.call(m.Instances)
	if m.Paused > now {
		b.limiter.FreezeBulk(time.Duration(m.Paused-now) * time.Millisecond)
	}
}

const (
	leaseLife  = 10 * time.Second
	leaseRenew = 2 * time.Second
	leaseRetry = 500 * time.Millisecond
)

// Alone runs do in one instance at a time: here while this one has the role, whose loss ends do's context; else it waits for its turn. It returns when ctx ends, or
// with what do returns while it has the role. Without a Fleet there is nobody to share with.
func (b *Bot) Alone(ctx context.Context, role string, do func(context.Context) error) error {
	if b.fleet == nil {
		return do(ctx)
	}
	for waited := false; ctx.Err() == nil; {
		if !b.lease(ctx, role) {
			if !waited {
				b.log.Info("another instance does this; waiting", "role", role)
			}
			waited = true
			pause(ctx, leaseRetry)
			continue
		}
		waited = false
		if ended, err := b.hold(ctx, role, do); ended {
			return err
		}
	}
	return ctx.Err()
}

func (b *Bot) lease(ctx context.Context, role string) bool {
	now := b.store.Now()
	ours, err := b.fleet.Lease(ctx, role, b.roll.me, now+leaseLife.Milliseconds(), now)
	if err != nil && ctx.Err() == nil {
		b.log.Info("who is to do this could not be asked", "role", role, "err", err)
	}
	return err == nil && ours
}

// hold does what the role is for and prolongs the lease. ended is false where the lease was lost.
func (b *Bot) hold(ctx context.Context, role string, do func(context.Context) error) (ended bool, err error) {
	ours, lose := context.WithCancel(ctx)
	defer lose()
	done := make(chan error, 1)
	go func() { done <- do(ours) }()
	ticker := time.NewTicker(leaseRenew)
	defer ticker.Stop()
	for until := time.Now().Add(leaseLife); ; {
		select {
		case err := <-done:
			b.giveUp(ctx, role)
			return true, err
		case <-ticker.C:
		}
		asked := time.Now()
		switch {
		case b.lease(ctx, role):
			until = asked.Add(leaseLife)
		case asked.Add(leaseRenew).After(until) && ctx.Err() == nil:
			lose()
			b.log.Warn("another instance does this now", "role", role, "ended", <-done)
			return false, nil
		}
	}
}

func (b *Bot) giveUp(ctx context.Context, role string) {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), giveBack)
	defer cancel()
	if _, err := b.fleet.Lease(ctx, role, b.roll.me, 0, b.store.Now()); err != nil {
		b.log.Info("another instance takes over when the lease has ended", "role", role, "err", err)
	}
}
