package app

import (
	"context"
	"database/sql"
	"errors"
	"flag"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
	"time"

	"github.com/redis/go-redis/v9"

	"repartee/bot"
	"repartee/bot/redisstore"
	"repartee/bot/sqlitestore"
	"repartee/bot/storetest"
	"repartee/config"
	"repartee/flows/analysis/impact"
)

var (
	manyContacts = flag.Int("contacts", 100_000, "how `many` contacts the stores of BenchmarkPeople hold")
	someOpen     = flag.Int("open", 1000, "how `many` of them are in the middle of something")
)

// BenchmarkPeople is what impact, and the look at people before changed files are put in use (gate), take with 100,000 contacts of whom 1,000 are in the middle of
// something, beside plain reading of the same records. Medians of five runs, in turn.
func BenchmarkPeople(b *testing.B) { eachStore(b, benchmarkPeople) }

// BenchmarkBeside is how long the commits of a bot take while the contacts are read, beside how long they take alone.
func BenchmarkBeside(b *testing.B) { eachStore(b, benchmarkBeside) }

// eachStore lends a full store of either kind, and a plain way to read its records that says how many there are.
func eachStore(b *testing.B, run func(b *testing.B, store peopled, plain func() (int, error))) {
	b.Run("redis", func(b *testing.B) {
		url := storetest.StartRedis(b)
		store, err := redisstore.Open(b.Context(), redisstore.Options{URL: url, Bot: 1})
		if err != nil {
			b.Fatal(err)
		}
		b.Cleanup(func() { _ = store.Close() })
		run(b, store, func() (int, error) { return plainRedis(b.Context(), url) })
	})
	b.Run("sqlite", func(b *testing.B) {
		path := filepath.Join(b.TempDir(), "bot.db")
		store, err := sqlitestore.Open(b.Context(), sqlitestore.Options{Path: path, Bot: 1})
		if err != nil {
			b.Fatal(err)
		}
		b.Cleanup(func() { _ = store.Close() })
		run(b, store, func() (int, error) { return plainSQLite(b.Context(), path) })
	})
}

// peopled is a store that holds many.
type peopled interface {
	people
	bot.Store
	bot.Archive
	bot.Library
}

func benchmarkPeople(b *testing.B, store peopled, plain func() (int, error)) {
	p, after := strandingPress(b, store)
	runs := []struct {
		name string
		run  func() (int, error)
		took []float64
	}{
		{name: "plain", run: plain},
		{name: "impact", run: func() (int, error) {
			told, err := p.impact(b.Context(), after, store, nil)
			if err != nil {
				return 0, err
			}
			return told.Contacts, stranding(told.Report)
		}},
		{name: "gate", run: func() (int, error) {
			var stranded *StrandedError
			if err := p.admits(b.Context(), after); !errors.As(err, &stranded) || stranded.People != *someOpen {
				return 0, fmt.Errorf("not the strandees: %w", err)
			}
			return *manyContacts, nil
		}},
	}
	for range 5 * b.N {
		for i := range runs {
			began := time.Now()
			if n, err := runs[i].run(); err != nil || n != *manyContacts {
				b.Fatal(runs[i].name, n, err)
			}
			runs[i].took = append(runs[i].took, time.Since(began).Seconds())
		}
	}
	for i, r := range runs {
		ratios := make([]float64, len(r.took))
		for k := range ratios {
			ratios[k] = r.took[k] / runs[0].took[k]
		}
		b.ReportMetric(middle(r.took)*1000, r.name+"-ms")
		if i > 0 {
			b.ReportMetric(middle(ratios), r.name+"-x")
		}
	}
	b.ReportMetric(0, "ns/op")
}

// benchmarkBeside commits as fast as one customer can, alone and while impact reads.
func benchmarkBeside(b *testing.B, store peopled, _ func() (int, error)) {
	p, after := strandingPress(b, store)
	var turns turnsOf
	for range b.N {
		for range 5 {
			ctx, stop := context.WithTimeout(b.Context(), time.Second)
			turns.alone = append(turns.alone, turns.make(b, ctx, store)...)
			stop()
			ctx, stop = context.WithCancel(b.Context())
			go func() {
				defer stop()
				if _, err := p.impact(b.Context(), after, store, nil); err != nil {
					b.Error(err)
				}
			}()
			turns.beside = append(turns.beside, turns.make(b, ctx, store)...)
		}
	}
	slices.Sort(turns.alone)
	slices.Sort(turns.beside)
	for _, part := range []struct {
		name string
		of   int
	}{{"p50", 2}, {"p99", 100}} {
		alone, beside := turns.alone[len(turns.alone)*(part.of-1)/part.of], turns.beside[len(turns.beside)*(part.of-1)/part.of]
		b.ReportMetric(float64(alone.Microseconds()), part.name+"-alone-us")
		b.ReportMetric(float64(beside.Microseconds()), part.name+"-beside-us")
	}
	b.ReportMetric(0, "ns/op")
}

// turnsOf is how long the commits of one customer took.
type turnsOf struct {
	alone, beside []time.Duration
	made          int
}

// make makes commits until the context ends.
func (t *turnsOf) make(b *testing.B, ctx context.Context, store bot.Store) (took []time.Duration) {
	for ctx.Err() == nil {
		began := time.Now()
		c := bot.Commit{Chat: 1, Version: fmt.Sprintf("%d.a", t.made), Next: fmt.Sprintf("%d.a", t.made+1), State: []byte(`{"f":2,"c":{},"s":{}}`), Now: store.Now()}
		if t.made == 0 {
			c.Version = ""
		}
		if done, err := store.Commit(b.Context(), c); err != nil || done.Status != bot.OK {
			b.Fatal(done, err)
		}
		t.made++
		took = append(took, time.Since(began))
	}
	return took
}

// strandingPress has a full store, and files that strand all in it who are in the middle of something.
func strandingPress(b *testing.B, store peopled) (p *press, after *config.Loaded) {
	b.Helper()
	p = &press{library: store, media: fstest.MapFS{}, log: silent(), people: store}
	if _, err := p.publish(b.Context(), load(b, namedBot("", ""))); err != nil {
		b.Fatal(err)
	}
	crowd(b, store)
	return p, load(b, namedBot("", "id: who, "))
}

func stranding(r impact.Report) error {
	if r.Stranded != *someOpen || r.Open != *someOpen {
		return fmt.Errorf("stranded are %d of %d", r.Stranded, r.Open)
	}
	return nil
}

func middle(list []float64) float64 {
	list = slices.Sorted(slices.Values(list))
	return list[len(list)/2]
}

// crowd fills a store: ten answers are known of everybody, and some are in the middle of something.
func crowd(b *testing.B, store bot.Store) {
	var fields strings.Builder
	for i := range 10 {
		fmt.Fprintf(&fields, `,"field%d":["a usual answer",1772000000,"welcome","t"]`, i)
	}
	rest := `{"f":2,"c":{"first":"Ada","fields":{` + fields.String()[1:] + `}},"s":{"serial":1,"last":1`
	open := rest + `,"frames":[{"flow":"welcome","step":"name","serial":1}]}}`
	var all sync.WaitGroup
	const atOnce = 64
	for from := range atOnce {
		all.Go(func() {
			for i := from; i < *manyContacts; i += atOnce {
				c := bot.Commit{Chat: int64(1000 + i), Next: "1.a", State: []byte(rest + "}}"), Now: store.Now()}
				if i < *someOpen {
					c.State, c.Moves = []byte(open), bot.Enters
				}
				if done, err := store.Commit(b.Context(), c); err != nil || done.Status != bot.OK {
					b.Error(done, err)
					return
				}
			}
		})
	}
	all.Wait()
	if b.Failed() {
		b.FailNow()
	}
}

// plainRedis reads the same records and nothing more: SCAN, and a pipeline for each hundred.
func plainRedis(ctx context.Context, url string) (n int, err error) {
	options, err := redis.ParseURL(url)
	if err != nil {
		return 0, err
	}
	client := redis.NewClient(options)
	defer client.Close()
	for cursor := uint64(0); ; {
		var keys []string
		if keys, cursor, err = client.Scan(ctx, cursor, "*:c:*", 1000).Result(); err != nil {
			return n, err
		}
		for some := range slices.Chunk(keys, 100) {
			pipe := client.Pipeline()
			for _, key := range some {
				pipe.HMGet(ctx, key, "v", "s")
			}
			if _, err := pipe.Exec(ctx); err != nil {
				return n, err
			}
			n += len(some)
		}
		if cursor == 0 {
			return n, nil
		}
	}
}

// plainSQLite reads them with one query.
func plainSQLite(ctx context.Context, path string) (n int, err error) {
	db, err := sql.Open("sqlite", "file:"+path+"?mode=ro")
	if err != nil {
		return 0, err
	}
	defer db.Close()
	rows, err := db.QueryContext(ctx, "SELECT chat, version, state FROM contact")
	if err != nil {
		return 0, err
	}
	defer rows.Close()
	for ; rows.Next(); n++ {
		var chat int64
		var version string
		var state []byte
		if err := rows.Scan(&chat, &version, &state); err != nil {
			return n, err
		}
	}
	return n, rows.Err()
}
