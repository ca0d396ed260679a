package sqlitestore_test

import (
	"path/filepath"
	"slices"
	"testing"

	"repartee/bot"
	"repartee/bot/sqlitestore"
)

// TestClaimsEndWithTheirProcess hands out what an earlier process had claimed at once: nobody else can be sending. What Telegram wants to come later stays later,
// and a program beside a running bot ends nobody's claim.
func TestClaimsEndWithTheirProcess(t *testing.T) {
	path := filepath.Join(t.TempDir(), "bot.db")
	const claimed, paused = 1, 2
	first := open(t, path)
	now := first.Now()
	for _, chat := range []int64{claimed, paused} {
		done, err := first.Commit(t.Context(), bot.Commit{
			Chat: chat, Next: "1.n", State: []byte("{}"), Now: now, Claim: bot.Claim{Nonce: "first", Until: now + 3_600_000},
			Outbox: []bot.Entry{{Policy: bot.Resend, Call: []byte("call")}},
		})
		if err != nil || !done.Send {
			t.Fatal(done, err)
		}
	}
	if err := first.Defer(t.Context(), bot.Defer{Chat: paused, Claim: bot.Claim{Nonce: "first"}, Until: now + 3_600_000, Now: now}); err != nil {
		t.Fatal(err)
	}
	due := func(s *sqlitestore.Store) []bot.Work {
		t.Helper()
		work, err := s.Due(t.Context(), bot.DueQuery{Now: s.Now(), Limit: 10, Claim: bot.Claim{Nonce: "next", Until: s.Now() + 3_600_000}})
		if err != nil {
			t.Fatal(err)
		}
		return work
	}
	beside, err := sqlitestore.Open(t.Context(), sqlitestore.Options{Path: path, Bot: 42, Beside: true})
	if err != nil {
		t.Fatal(err)
	}
	if work := due(beside); len(work) != 0 {
		t.Errorf("due beside the running bot: %+v", work)
	}
	for _, s := range []*sqlitestore.Store{beside, first} {
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	}
	if work := due(open(t, path)); len(work) != 1 || work[0].Chat != claimed || len(work[0].Outbox) != 1 {
		t.Errorf("due in the next process: %+v", work)
	}
}

// A closed store lets go of its file: the write-ahead log is worked in and gone.
func TestCloseLeavesOneFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "bot.db")
	s := open(t, path)
	if _, err := s.Commit(t.Context(), bot.Commit{Chat: 1, Next: "1.n", State: []byte("s"), Now: s.Now()}); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Load(t.Context(), 1); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob(path + "*")
	if want := []string{path, path + ".lock"}; err != nil || !slices.Equal(files, want) {
		t.Errorf("left: %v, %v", files, err)
	}
}
