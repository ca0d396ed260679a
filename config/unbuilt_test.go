package config

import (
	"slices"
	"testing"
	"testing/fstest"

	"repartee/flows"
	"repartee/flows/steps"
)

// TestUnbuilt finds the words of what is not built, wherever they stand, with help of their own, and makes sure that nothing of it is built.
func TestUnbuilt(t *testing.T) {
	folder := fstest.MapFS{
		"bot.yaml":       {Data: []byte("bot: A\nlanguages: [en]\ntime_zone: Europe/Berlin\ncurrency: EUR\nstart: a\ndesk: {chat: $CHAT}\n")},
		"flows/a.yaml":   {Data: []byte("flow: a\nsteps:\n  - handoff: advice\n  - {notify: payment, text: Look.}\n  - handoff\n")},
		"segments.yaml":  {Data: []byte("fans: visits > 3\n")},
		"campaigns.yaml": {Data: []byte("- {campaign: autumn, to: fans}\n")},
	}
	_, found := Load(folder, steps.Kinds())
	helps := map[string]int{}
	for _, d := range found {
		helps[d.Help]++
	}
	words := map[string]int{"desk": 1, "handoff": 2, "notify": 1, "segments.yaml": 2}
	for word, times := range words {
		if helps[unbuilt(word)] != times {
			t.Errorf("the help for %s comes %d times, not %d: %+v", word, helps[unbuilt(word)], times, found)
		}
	}
	if i := slices.IndexFunc(steps.Kinds(), func(k flows.Kind) bool { return unbuilt(k.Name) != "" }); i >= 0 {
		t.Errorf("%s is built", steps.Kinds()[i].Name)
	}
}
