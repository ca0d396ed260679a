package bot

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"sync"
	"testing"
	"testing/synctest"
	"time"
)

func rollOf(me int, instances []string) *roll {
	r := &roll{me: instances[me]}
	r.call(instances)
	return r
}

func names(n int) (list []string) {
	for i := range n {
		list = append(list, fmt.Sprintf("instance-%d", i))
	}
	return list
}

// Each partition is looked after by one instance, each instance has its share, and few change hands when one goes.
func TestPartitionsAreShared(t *testing.T) {
	for _, n := range []int{2, 3, 5, 10} {
		all := names(n)
		moved := 0
		shares := make([]int, n)
		for p := range Partitions {
			owners := 0
			for i := range all {
				if !rollOf(i, all).others(p) {
					owners++
					shares[i]++
					if i < n-1 && rollOf(i, all[:n-1]).others(p) {
						moved++
					}
				}
			}
			if owners != 1 {
				t.Errorf("of %d instances %d look after partition %d", n, owners, p)
			}
		}
		for i, share := range shares {
			if share < Partitions/n/2 || share > Partitions/n*2 {
				t.Errorf("of %d instances number %d has %d partitions", n, i, share)
			}
		}
		if moved > 0 {
			t.Errorf("%d partitions left an instance that stayed", moved)
		}
	}
}

func TestWhoIsUnknownLooksAfterAll(t *testing.T) {
	all := names(3)
	for name, r := range map[string]*roll{"alone": {me: "x"}, "not among them": {me: "x"}} {
		if name != "alone" {
			r.call(all)
		}
		for p := range Partitions {
			if r.others(p) {
				t.Fatalf("%s: partition %d is left to others", name, p)
			}
		}
	}
}

// office has one role that instances share.
type office struct {
	Fleet
	mu     sync.Mutex
	holder string
	until  int64
	broken bool
}

func (o *office) Lease(_ context.Context, _, instance string, until, now int64) (bool, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	switch {
	case o.broken:
		return false, errors.New("the store is down")
	case o.holder != instance && o.until > now:
		return false, nil
	}
	o.holder, o.until = instance, until
	return true, nil
}

func (o *office) breakDown(broken bool) {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.broken = broken
}

// ends is when the lease does.
func (o *office) ends() int64 {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.until
}

// wallStore has nothing but a clock.
type wallStore struct{ Store }

func (wallStore) Now() int64 { return time.Now().UnixMilli() }

func officer(o *office, name string) *Bot {
	return &Bot{fleet: o, store: wallStore{}, log: slog.New(slog.DiscardHandler), roll: roll{me: name}}
}

func TestAlone(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		o := &office{}
		first, endFirst := context.WithCancel(t.Context())
		second, endSecond := context.WithCancel(t.Context())
		at := make(chan string, 10)
		ended := make(chan error, 2)
		work := func(name string) func(context.Context) error {
			return func(ctx context.Context) error {
				at <- name
				<-ctx.Done()
				return ctx.Err()
			}
		}
		go func() { ended <- officer(o, "first").Alone(first, "poller", work("first")) }()
		synctest.Wait()
		go func() { ended <- officer(o, "second").Alone(second, "poller", work("second")) }()
		time.Sleep(time.Minute) // the lease is prolonged
		if got := <-at; got != "first" || len(at) > 0 {
			t.Fatalf("%s is at work, and %d more", got, len(at))
		}
		endFirst()
		if err := <-ended; !errors.Is(err, context.Canceled) {
			t.Error(err)
		}
		began := time.Now()
		if got := <-at; got != "second" || time.Since(began) > leaseRetry {
			t.Errorf("%s took over after %s", got, time.Since(began))
		}
		endSecond()
		if err := <-ended; !errors.Is(err, context.Canceled) {
			t.Error(err)
		}
		if o.ends() != 0 {
			t.Error("the lease is not given back")
		}
	})
}

// Who cannot prolong the lease ends what it does before another may begin.
func TestAloneLosesItsLease(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		o := &office{}
		ctx, end := context.WithCancel(t.Context())
		runs := make(chan time.Time, 10)
		lost := make(chan time.Time, 10)
		done := make(chan error, 1)
		go func() {
			done <- officer(o, "first").Alone(ctx, "poller", func(ctx context.Context) error {
				runs <- time.Now()
				<-ctx.Done()
				lost <- time.Now()
				return ctx.Err()
			})
		}()
		<-runs
		time.Sleep(time.Second)
		o.breakDown(true)
		if at := <-lost; at.UnixMilli() > o.ends() {
			t.Errorf("it went on %d ms after its lease had ended", at.UnixMilli()-o.ends())
		}
		o.breakDown(false)
		<-runs // it begins again
		end()
		if err := <-done; !errors.Is(err, context.Canceled) {
			t.Error(err)
		}
	})
}

// What is done alone and ends, ends for good.
func TestAloneEnds(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		wrong := errors.New("the token is unknown")
		o := &office{}
		if err := officer(o, "first").Alone(t.Context(), "poller", func(context.Context) error { return wrong }); !errors.Is(err, wrong) {
			t.Errorf("it ended with %v", err)
		}
		alone := &Bot{}
		if err := alone.Alone(t.Context(), "poller", func(context.Context) error { return wrong }); !errors.Is(err, wrong) {
			t.Errorf("without others it ended with %v", err)
		}
	})
}
