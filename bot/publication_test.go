package bot_test

import (
	"context"
	"errors"
	"fmt"
	"sync/atomic"
	"testing"

	"github.com/google/go-cmp/cmp"

	"repartee/bot"
	"repartee/flows"
)

func same(t testing.TB, want, got any) {
	t.Helper()
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}

// edition is the set of one publication of a flow that drains.
func edition(t testing.TB, number int) *flows.Set {
	t.Helper()
	return set(t, map[string]string{"bot.yaml": botYAML, "flows/order.yaml": fmt.Sprintf(`
flow: order
on_publish: drain
fields: {name: text, size: text}
steps:
  - ask: name
    text: Name, edition %d?
  - ask: size
    text: Size, edition %d?
  - say: Done, edition %d.
`, number, number, number)})
}

// TestDrainingFlow lets customers end a flow as they began it, in an instance that runs other files.
func TestDrainingFlow(t *testing.T) {
	var asked atomic.Int64
	earlier := func(o *bot.Options) {
		o.Earlier = func(_ context.Context, number int) (*flows.Set, error) {
			asked.Add(1)
			return edition(t, number), nil
		}
	}
	publication := func(n int) func(*bot.Options) { return func(o *bot.Options) { o.Publication = n } }
	r := newRig(t, edition(t, 1), file(t), earlier, publication(1))
	ann, bob := r.user(1), r.user(2)
	ann.Start("")
	ann.expects("Name, edition 1?")
	r.bot.Swap(edition(t, 2), 2)
	bob.Start("")
	bob.expects("Name, edition 2?")
	ann.Say("Ann")
	ann.expects("Name, edition 1?", "Size, edition 1?")
	r.stop()
	r.start(edition(t, 3), earlier, publication(3))
	ann.Say("Large")
	bob.Say("Bob")
	bob.expects("Name, edition 2?", "Size, edition 2?")
	ann.expects("Name, edition 1?", "Size, edition 1?", "Done, edition 1.")
	ann.Start("")
	if heard := ann.hears(4); heard[3] != "Name, edition 3?" {
		t.Errorf("the next talk begins with %q", heard[3])
	}
	if n := asked.Load(); n != 3 {
		t.Errorf("other publications were loaded %d times, not 3", n)
	}
}

// TestManyPublications loads each one once, though customers keep to different ones in turn.
func TestManyPublications(t *testing.T) {
	const editions = 10
	var asked atomic.Int64
	r := newRig(t, edition(t, 1), file(t), func(o *bot.Options) {
		o.Publication = 1
		o.Earlier = func(_ context.Context, number int) (*flows.Set, error) {
			asked.Add(1)
			return edition(t, number), nil
		}
	})
	var customers []*customer
	for n := 1; n <= editions; n++ {
		r.bot.Swap(edition(t, n), n)
		c := r.user(int64(n))
		c.Start("")
		c.expects(fmt.Sprintf("Name, edition %d?", n))
		customers = append(customers, c)
	}
	r.bot.Swap(edition(t, editions+1), editions+1)
	for _, said := range []string{"Ann", "Large"} {
		for _, c := range customers {
			heard := len(c.Messages())
			c.Say(said)
			eventually(t, "an answer", func() bool { return len(c.Messages()) >= heard+2 })
		}
	}
	for i, c := range customers {
		n := i + 1
		c.expects(fmt.Sprintf("Name, edition %d?", n), fmt.Sprintf("Size, edition %d?", n), fmt.Sprintf("Done, edition %d.", n))
	}
	if got := asked.Load(); got != editions {
		t.Errorf("other publications were loaded %d times, not %d", got, editions)
	}
}

// TestLostPublication goes on in today's files where the others are gone, and waits where they cannot be read now.
func TestLostPublication(t *testing.T) {
	var trouble atomic.Int64
	trouble.Store(3)
	r := newRig(t, edition(t, 1), file(t), func(o *bot.Options) { o.Publication = 1 })
	ann := r.user(1)
	ann.Start("")
	ann.hears(1)
	r.stop()
	r.start(edition(t, 2), func(o *bot.Options) {
		o.Publication = 2
		o.Earlier = func(context.Context, int) (*flows.Set, error) {
			if trouble.Add(-1) >= 0 {
				return nil, errors.New("the store is down")
			}
			return nil, nil
		}
	})
	ann.Say("Ann")
	ann.expects("Name, edition 1?", "Size, edition 2?")
	r.nothingDied()
}

// earlierIs has one set stand for every other publication.
func earlierIs(set *flows.Set) func(*bot.Options) {
	return func(o *bot.Options) {
		o.Earlier = func(context.Context, int) (*flows.Set, error) { return set, nil }
	}
}
