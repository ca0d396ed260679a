package rehearsal

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"runtime/debug"
	"testing"
	"time"

	"repartee/bench/large"
	"repartee/internal/console"
)

// BenchmarkChange saves a file of a bot with 4,000 steps and waits until the page is told: the talk played on the new flow (ms/shown), and what the rules of check find
// (ms/checked). A file is noticed when it has been left alone for 25 ms.
func BenchmarkChange(b *testing.B) {
	defer debug.SetGCPercent(debug.SetGCPercent(300)) // as `dev` does
	dir := b.TempDir()
	if err := os.CopyFS(dir, large.Bot(large.Full())); err != nil {
		b.Fatal(err)
	}
	r, err := Open(b.Context(), Options{Files: os.DirFS(dir), Dir: dir, Seed: "a benchmark"})
	if err != nil {
		b.Fatal(err)
	}
	defer r.Close()
	talkABit(b, r)
	events, cancel := r.Subscribe()
	defer cancel()
	ctx, stop := context.WithCancel(b.Context())
	ended := make(chan error, 1)
	go func() { ended <- r.Run(ctx) }()
	defer func() {
		stop()
		if err := <-ended; err != nil {
			b.Error(err)
		}
	}()
	awaitFiles(b, r, events, func(f console.Files) bool { return f.Checked })
	flow := filepath.Join(dir, "flows", "flow007.yaml")
	text, err := os.ReadFile(flow)
	if err != nil {
		b.Fatal(err)
	}
	var shown, checked time.Duration
	for i := 0; b.Loop(); i++ {
		serial := r.Files().Serial
		began := time.Now()
		if err := os.WriteFile(flow, fmt.Appendf(text, "# %d\n", i), 0o600); err != nil {
			b.Fatal(err)
		}
		awaitFiles(b, r, events, func(f console.Files) bool { return f.Serial > serial })
		shown += time.Since(began)
		awaitFiles(b, r, events, func(f console.Files) bool { return f.Checked })
		checked += time.Since(began)
	}
	b.ReportMetric(float64(shown.Milliseconds())/float64(b.N), "ms/shown")
	b.ReportMetric(float64(checked.Milliseconds())/float64(b.N), "ms/checked")
	b.ReportMetric(0, "ns/op")
}

// talkABit has a customer go through the first flow.
func talkABit(b *testing.B, r *Rehearsal) {
	b.Helper()
	ada, _ := r.Get(firstCustomer)
	ada.Start("")
	for range 12 {
		messages := ada.Messages()
		last := messages[len(messages)-1]
		button, ok := buttonIn(&last, func(b console.Button) bool { return b.Data != "" })
		if !ok {
			ada.Say("12")
			continue
		}
		if err := ada.Press(last.ID, button.Data); err != nil {
			b.Fatal(err)
		}
	}
}

func awaitFiles(b *testing.B, r *Rehearsal, events <-chan console.Event, fits func(console.Files) bool) {
	b.Helper()
	for !fits(r.Files()) {
		if _, open := <-events; !open {
			b.Fatal("no more events")
		}
	}
}
