package docs_test

import (
	"context"
	"fmt"
	"path/filepath"
	"time"

	"repartee/bot"
	"repartee/bot/sqlitestore"
	"repartee/config"
	"repartee/flows"
	"repartee/flows/steps"
)

// visited lets twelve customers go through the page's bot on three days, and puts what came of it into its store: a third leaves at each of the first two questions.
func (p *page) visited() {
	p.t.Helper()
	p.t.Setenv("TELEGRAM_TOKEN", "")
	p.t.Setenv("REDIS_URL", "")
	loaded, found, err := config.LoadDir(p.dir, steps.Kinds())
	if err != nil || found.HasErrors() {
		p.t.Fatal(err, found)
	}
	store, err := sqlitestore.Open(context.Background(), sqlitestore.Options{Path: filepath.Join(p.dir, ".repartee", "bot.db"), Bot: 42})
	if err != nil {
		p.t.Fatal(err)
	}
	engine := flows.NewEngine(loaded.Set)
	for i := range 12 {
		at := time.Date(2026, 3, 2+i/4, 10, i, 0, 0, time.UTC)
		words := []string{"/start", "Bright", "Often"}[:1+i%3]
		var state flows.State
		for n, text := range words {
			at = at.Add([]time.Duration{0, 9 * time.Second, 40 * time.Second}[n])
			in := flows.Input{What: flows.Message, Text: text, At: at, Seed: [16]byte{byte(i)}, From: flows.Person{FirstName: "Kim", Language: []string{"en", "de"}[i%2]}}
			out, err := engine.Turn(state, in, flows.Facts{})
			if err != nil {
				p.t.Fatal(err)
			}
			state = out.State
			logged := loaded.Set.Log(&out, &in)
			if n == 0 {
				logged.Waited = int64(1000 + i%2*1000)
			}
			commit := bot.Commit{Chat: int64(i + 1), Version: version(n), Next: version(n + 1), State: []byte("{}"), Now: at.UnixMilli(), Events: logged.Encode()}
			if got, err := store.Commit(context.Background(), commit); err != nil || got.Status != bot.OK {
				p.t.Fatalf("commit: %v %v", got.Status, err)
			}
		}
	}
	if err := store.Close(); err != nil {
		p.t.Fatal(err)
	}
}

// version is that of a contact after so many turns.
func version(turns int) string {
	if turns == 0 {
		return ""
	}
	return fmt.Sprintf("%d.a", turns)
}
