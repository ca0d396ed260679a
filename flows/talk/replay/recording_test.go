package replay_test

import (
	"bytes"
	"fmt"
	"slices"
	"testing"

	"repartee/examples"
	"repartee/flows"
	"repartee/flows/talk/replay"
)

// TestDamagedEntries counts what cannot be read, and finds the conversations around it as they were.
func TestDamagedEntries(t *testing.T) {
	folder, _ := examples.Folder("coffee")
	loaded := load(t, folder, asIs)
	whole := entries(t, loaded)
	want := replay.Read(whole)
	got := replay.Read(slices.Concat([][]byte{[]byte("{"), nil}, whole, [][]byte{[]byte("\xff"), []byte("[]")}))
	if want.Unread != 0 || got.Unread != 3 || got.Len() != want.Len() || got.Len() < len(loaded.Talks) {
		t.Errorf("%d conversations and %d unread, not %d", got.Len(), got.Unread, want.Len())
	}
	for r := range got.All() {
		if r.Who == "" || r.Publication == 0 || len(r.Turns) == 0 {
			t.Errorf("recorded is %+v", r)
		}
		break
	}
}

// BenchmarkReplay plays 5,000 recorded turns on the files that they were recorded with: in how much time, and how
// many times that of decoding them once.
func BenchmarkReplay(b *testing.B) {
	const turns = 5_000
	folder, _ := examples.Folder("coffee")
	loaded := load(b, folder, asIs)
	edition := replay.Edition{Set: loaded.Set, Number: 1}
	all := manyTurns(b, entries(b, loaded), turns)
	var plain, played []float64
	for b.Loop() {
		began := b.Elapsed()
		for _, raw := range all {
			if _, err := flows.DecodeLogged(raw); err != nil {
				b.Fatal(err)
			}
		}
		decoded := b.Elapsed()
		var report replay.Report
		recorded := replay.Read(all)
		for r := range recorded.All() {
			result := replay.Compare(edition, edition, r)
			report.Add(&result)
		}
		if report.Diverged > 0 || report.Same < report.Conversations/2 {
			b.Fatalf("%+v", report)
		}
		plain, played = append(plain, (decoded-began).Seconds()), append(played, (b.Elapsed()-decoded).Seconds())
	}
	slices.Sort(plain)
	slices.Sort(played)
	b.ReportMetric(1000*plain[len(plain)/2], "decode-ms")
	b.ReportMetric(1000*played[len(played)/2], "replay-ms")
	b.ReportMetric(played[len(played)/2]/plain[len(plain)/2], "x")
}

// manyTurns are the same conversations of many customers.
func manyTurns(b *testing.B, once [][]byte, turns int) (all [][]byte) {
	for n := 0; len(all) < turns; n++ {
		for _, raw := range once {
			all = append(all, bytes.ReplaceAll(raw, []byte(`"who":"`), fmt.Appendf(nil, `"who":"%d-`, n)))
		}
	}
	return all[len(all)-turns:]
}
