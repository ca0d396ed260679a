package sqlitestore_test

import (
	"database/sql"
	"path/filepath"
	"sync"
	"testing"

	"repartee/bot"
)

// One change that fails does not take with it those that shared its transaction.
func TestAFaultyCallFailsAlone(t *testing.T) {
	path := filepath.Join(t.TempDir(), "bot.db")
	s := open(t, path)
	execute(t, path, `CREATE TRIGGER broken BEFORE INSERT ON contact WHEN new.chat % 10 = 3 BEGIN SELECT raise(ABORT, 'broken'); END`)
	var all sync.WaitGroup
	for chat := range int64(200) {
		all.Go(func() {
			_, err := s.Commit(t.Context(), bot.Commit{Chat: chat, Next: "1.a", State: []byte("s"), Outbox: []bot.Entry{{Call: []byte("x")}}, Now: 1000})
			if faulty := chat%10 == 3; (err != nil) != faulty {
				t.Errorf("chat %d: error %v", chat, err)
			}
		})
	}
	all.Wait()
	for chat := range int64(200) {
		r, err := s.Load(t.Context(), chat)
		if want := chat%10 != 3; err != nil || (r.Version == "1.a") != want {
			t.Errorf("chat %d: %+v, %v", chat, r, err)
		}
	}
	work, err := s.Due(t.Context(), bot.DueQuery{Now: 1000, Limit: 1000, Claim: bot.Claim{Nonce: "a", Until: 2000}, Retry: 2000})
	if err != nil || len(work) != 180 {
		t.Errorf("%d contacts due, %v", len(work), err)
	}
	for _, w := range work {
		if len(w.Outbox) != 1 {
			t.Errorf("chat %d has %d entries", w.Chat, len(w.Outbox))
		}
	}
}

// execute changes the file behind the store's back.
func execute(t *testing.T, path, statement string) {
	t.Helper()
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = db.Close() }()
	if _, err := db.Exec(statement); err != nil {
		t.Fatal(err)
	}
}
