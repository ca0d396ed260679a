package rehearsal

import (
	"context"
	"fmt"
	"net/http/httptest"
	"os"
	"path/filepath"
	"testing"
	"time"

	"repartee/bot"
	"repartee/bot/sqlitestore"
	"repartee/examples"
	"repartee/flows"
	"repartee/internal/console/consoletest"
)

// TestNumbersInTheBrowser shows what the store of a bot that has run in the folder keeps: three customers of the coffee shop, of whom one leaves at the second question and two at the third.
func TestNumbersInTheBrowser(t *testing.T) {
	browser := consoletest.Browser(t)
	t.Setenv("REDIS_URL", "")
	dir := t.TempDir()
	if err := os.CopyFS(dir, examples.Coffee()); err != nil {
		t.Fatal(err)
	}
	visitShop(t, dir)
	r := rehearse(t, Options{Files: os.DirFS(dir), Dir: dir, Real: true})
	server := httptest.NewServer(r.Page())
	t.Cleanup(func() { server.CloseClientConnections(); server.Close() })
	b := consoletest.Open(t, browser, server.URL, 1440, 900)
	b.Visit()
	b.Click("[data-view=numbers]", "Numbers")
	b.Sees("#numbers-since", "Mar 1, 2026 to Mar 1, 2026")
	b.Sees("#numbers-groups", "3 customers, 3 visits, first answer after 2s")
	b.Sees(".funnel h3", "advice")
	b.Sees(".funnel-table tr", "brew33 (100%)000 (0%)020s")
	b.Sees(".funnel-table tr", "taste32 (67%)001 (33%)020s")
	b.Sees(".funnel-table tr.worst", "wishes20 (0%)002 (100%)0–")
	choose := func(id, value string) {
		b.Do(fmt.Sprintf(`(() => { const s = document.getElementById(%q); s.value = %q; s.dispatchEvent(new Event("change", {bubbles: true})); })()`, id, value))
	}
	choose("numbers-by", "language")
	b.Sees("#numbers-groups", "de: 1 customer")
	choose("numbers-map", "all")
	b.Click("[data-view=map]", "Map")
	choose("map-flow", "advice")
	b.Sees("#map-view svg", "2/3 · 1 left · 20s")
	b.Check("numbers-on-map")
	choose("map-flow", "")
	b.Sees("#map-view svg", "3 in · 0 at the goal")
	b.Clean()
}

// visitShop lets three customers ask for advice, three days before the rehearsal, and puts what came of it where a bot in the folder does.
func visitShop(t *testing.T, dir string) {
	t.Helper()
	store, err := sqlitestore.Open(t.Context(), sqlitestore.Options{Path: filepath.Join(dir, ".repartee", "bot.db"), Bot: 42})
	if err != nil {
		t.Fatal(err)
	}
	set := rehearse(t, Options{Files: examples.Coffee()}).Loaded().Set
	engine := flows.NewEngine(set)
	for i, words := range [][]string{{"/advice", "Hand filter", "Bright and fruity"}, {"/advice", "Espresso machine"}, {"/advice", "French Press", "Rund und nussig"}} {
		at := time.Date(2026, 3, 1, 10, i, 0, 0, time.UTC)
		var state flows.State
		for n, text := range words {
			in := flows.Input{What: flows.Message, Text: text, At: at, Seed: [16]byte{byte(i)}, From: flows.Person{FirstName: "Kim", Language: []string{"en", "en", "de"}[i]}}
			out, err := engine.Turn(state, in, flows.Facts{})
			if err != nil {
				t.Fatal(err)
			}
			state, at = out.State, at.Add(20*time.Second)
			logged := set.Log(&out, &in)
			logged.Waited = 2000
			version := func(n int) string { return fmt.Sprintf("%d.a", n) }
			commit := bot.Commit{Chat: int64(i + 1), Next: version(n + 1), State: []byte("{}"), Now: in.At.UnixMilli(), Events: logged.Encode()}
			if n > 0 {
				commit.Version = version(n)
			}
			if got, err := store.Commit(context.Background(), commit); err != nil || got.Status != bot.OK {
				t.Fatalf("commit: %v %v", got.Status, err)
			}
		}
	}
	if err := store.Close(); err != nil {
		t.Fatal(err)
	}
}
