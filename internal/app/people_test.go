package app

import (
	"context"
	"errors"
	"fmt"
	"testing"
	"testing/fstest"
	"time"

	"repartee/bot"
	"repartee/flows"
	"repartee/flows/analysis/impact"
)

// held is a store that holds what a test puts in.
type held []bot.KeptContact

func (k held) Contacts(ctx context.Context, _ bot.Who, each func(bot.KeptContact) error) error {
	for i := range k {
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := each(k[i]); err != nil {
			return err
		}
	}
	return nil
}

func (held) Now() int64 { return 1_772_000_000_000 }

func (k *held) keep(state string) {
	*k = append(*k, bot.KeptContact{Chat: int64(len(*k) + 1), Record: bot.Record{Version: "1.a", State: []byte(state)}})
}

// asked is somebody who stands at a step of welcome, and keeps to a publication or to none.
func asked(step string, publication int) string {
	return fmt.Sprintf(`{"f":2,"c":{"first":"Ada"},"s":{"frames":[{"flow":"welcome","step":%q,"serial":1}],"serial":1,"pub":%d,"last":1}}`, step, publication)
}

// TestUnreadContacts counts those of whom nothing can be read, by what is the matter, and goes on with the others.
func TestUnreadContacts(t *testing.T) {
	set := load(t, namedBot("", "")).Set
	c := impact.Change{New: flows.NewEngine(set, flows.EngineOptions{Publication: 2}), Old: flows.NewEngine(set, flows.EngineOptions{Publication: 1})}
	var all held
	all.keep(asked("name", 0))
	all.keep("")                                  // never spoke: something waits for him
	all.keep(asked("name", 0)[:40])               // cut off
	all.keep("\x00\xff")                          // anything
	all.keep(`{"f":99,"c":{},"s":{}}`)            // of a later program
	all.keep(`{"f":99,"c":{"fields":7},"s":[1]}`) // which looks otherwise too
	all = append(all, bot.KeptContact{Chat: 99, Unread: errors.New("sealed with another key")})
	all.keep(asked("name", 0))
	var r impact.Report
	var read []int
	err := (&press{people: all}).count(t.Context(), bot.Everybody, &c, &r, func(n int) { read = append(read, n) })
	if err != nil || r.Contacts != 7 || r.Damaged != 3 || r.Newer != 2 || r.Open != 2 || len(read) != 7 || read[6] != 7 {
		t.Errorf("%+v, watched %v, %v", r, read, err)
	}
	r = impact.Report{}
	if err := (&press{people: all}).count(t.Context(), bot.Everybody, &impact.Change{}, &r, nil); err != nil || r.Damaged != 5 {
		t.Errorf("where looking at a contact panics: %+v, %v", r, err)
	}
}

// TestInterruptedReading ends with its context, in the middle.
func TestInterruptedReading(t *testing.T) {
	c := impact.Change{New: flows.NewEngine(load(t, namedBot("", "")).Set)}
	var all held
	for range 9 {
		all.keep(asked("name", 0))
	}
	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	var r impact.Report
	err := (&press{people: all}).count(ctx, bot.Everybody, &c, &r, func(n int) {
		if n == 3 {
			stop()
		}
	})
	if !errors.Is(err, context.Canceled) || r.Contacts != 3 {
		t.Errorf("%d were read, %v", r.Contacts, err)
	}
}

// TestImpactOfDroppedVersions looks at people who keep to files that the store has no more, and at the store while the bot is at work and while it is not.
func TestImpactOfDroppedVersions(t *testing.T) {
	p := newPress(t, fstest.MapFS{})
	store := p.library.(interface {
		people
		bot.Store
		bot.Archive
	})
	p.people = store
	drains := "on_publish: drain\n"
	for _, head := range []string{drains, drains + "title: Two\n", drains + "title: Three\n"} {
		if _, err := p.publish(t.Context(), load(t, namedBot(head, ""))); err != nil {
			t.Fatal(err)
		}
	}
	for chat, publication := range []int{1, 2, 3} {
		commit(t, store, int64(chat+1), asked("name", publication))
	}
	if n, err := p.library.DropPublications(t.Context(), []int{1}); err != nil || n != 1 {
		t.Fatal(n, err)
	}
	loaded := load(t, namedBot(drains+"title: Four\n", "id: who, "))
	told, err := p.impact(t.Context(), loaded, store, nil)
	if err != nil {
		t.Fatal(err)
	}
	if told.Contacts != 3 || told.Open != 3 || told.Unkept != 1 || told.Moved {
		t.Errorf("%+v", told)
	}
	fates := map[flows.Fate]int{}
	for _, place := range told.Places {
		fates[place.Fate] += place.People
	}
	if fates[flows.Kept] != 2 || fates[flows.Stranded] != 1 {
		t.Errorf("fates are %v", fates)
	}
	if at, err := time.Parse(time.RFC3339, told.At); err != nil || told.Until < told.At || at.UnixMilli() > store.Now() {
		t.Errorf("as of %s to %s", told.At, told.Until)
	}
	told, err = p.impact(t.Context(), loaded, store, func(n int) {
		if n == 1 {
			commit(t, store, 9, asked("name", 3))
		}
	})
	if err != nil || !told.Moved {
		t.Errorf("a turn while it was read is not noticed: %+v, %v", told, err)
	}
}

func commit(t *testing.T, store bot.Store, chat int64, state string) {
	t.Helper()
	c := bot.Commit{Chat: chat, Next: "1.a", State: []byte(state), Now: store.Now(), Events: fmt.Append(nil, "turn of ", chat)}
	if done, err := store.Commit(t.Context(), c); err != nil || done.Status != bot.OK {
		t.Fatal(done, err)
	}
}
