package funnel_test

import (
	"encoding/json"
	"strconv"
	"strings"
	"testing"

	"repartee/config"
	"repartee/examples"
	"repartee/flows"
	"repartee/flows/analysis/funnel"
	"repartee/flows/steps"
	"repartee/flows/talk"
)

// BenchmarkNumbers counts as many turns as a store keeps: the talks of the coffee shop, over and over, each time of other customers.
func BenchmarkNumbers(b *testing.B) {
	const kept = 250_000
	folder, _ := examples.Folder("coffee")
	loaded, _ := config.Load(folder, steps.Kinds())
	talks := turnsOf(loaded)
	entries := make([][]byte, 0, kept)
	size, bare := 0, 0
	for round := 0; len(entries) < kept; round++ {
		for i := range talks {
			l := talks[i]
			l.Who = strings.Repeat("0", 10) + l.Who + strconv.Itoa(round)
			raw := l.Encode()
			list, err := json.Marshal(l.Events)
			if err != nil {
				b.Fatal(err)
			}
			entries, size, bare = append(entries, raw), size+len(raw), bare+len(list)
		}
	}
	for i, j := 0, len(entries)-1; i < j; i, j = i+1, j-1 {
		entries[i], entries[j] = entries[j], entries[i]
	}
	for b.Loop() {
		if _, err := funnel.Read(loaded.Set, entries).Numbers(loaded.Set, funnel.Query{By: "language"}); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(size)/float64(len(entries)), "bytes/turn")
	b.ReportMetric(float64(bare)/float64(len(entries)), "bytes/events")
}

// turnsOf are the turns of all talks, the oldest first.
func turnsOf(loaded *config.Loaded) (turns []flows.Logged) {
	for i := range loaded.Talks {
		for _, e := range talk.Recorded(loaded.Set, &loaded.Talks[i], "").Events {
			if e.Heard != nil {
				turns = append(turns, flows.Logged{Who: strconv.Itoa(i), At: e.Heard.Input.At.Unix(), Language: "en"})
				continue
			}
			last := &turns[len(turns)-1]
			last.Events = append(last.Events, e)
		}
	}
	return turns
}
