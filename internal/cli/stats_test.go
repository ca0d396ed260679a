package cli

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"repartee/bot"
	"repartee/config"
	"repartee/flows"
	"repartee/flows/steps"
)

const counted = `flow: welcome
title: Start
goal: known(size)
steps:
  - {ask: brew, text: How?, options: {filter: Filter, press: Press}}
  - {ask: size, text: How many?}
`

// visited makes a bot's folder whose store has turns of three customers: one to the goal, one who left, and one who came by a poster a week later.
func visited(t *testing.T) (dir string) {
	t.Helper()
	dir = t.TempDir()
	for name, text := range map[string]string{
		"bot.yaml":           "bot: Test\nlanguages: [en]\ntime_zone: UTC\ncurrency: EUR\nstart: welcome\nfields: {size: integer}\n",
		"flows/welcome.yaml": counted,
	} {
		file := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(file), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	loaded, found, err := config.LoadDir(dir, steps.Kinds())
	if err != nil || found.HasErrors() {
		t.Fatal(err, found)
	}
	store := openStore(t, dir, false)
	defer store.Close()
	engine := flows.NewEngine(loaded.Set)
	at := noon
	for chat, words := range [][]string{{"/start", "Filter", "3"}, {"/start", "Press"}, {"/start poster"}} {
		var state flows.State
		for i, text := range words {
			in := flows.Input{What: flows.Message, Text: text, At: time.Unix(at, 0).UTC(), Seed: [16]byte{byte(chat + 1)}, From: flows.Person{FirstName: "Ada", Language: "en"}}
			out, err := engine.Turn(state, in, flows.Facts{})
			if err != nil {
				t.Fatal(err)
			}
			state = out.State
			logged := loaded.Set.Log(&out, &in)
			if i == 0 {
				logged.Waited = 1200
			}
			version := ""
			if i > 0 {
				version = strconv.Itoa(i) + ".a"
			}
			commit(t, store, bot.Commit{Chat: int64(chat + 1), Version: version, Next: strconv.Itoa(i+1) + ".a", State: []byte("{}"), Now: at * 1000, Events: logged.Encode(),
				Counts: []bot.Count{{Table: flows.CountUnanswered, Key: "en have you decaf"}}})
			at += 20
		}
		at += int64(chat) * 7 * 24 * 3600
	}
	return dir
}

func TestStats(t *testing.T) {
	dir := visited(t)
	same(t, "all", printed(t, "stats", dir), `2026-03-01 to 2026-03-08

3 customers, 3 visits, first answer after 1.2s (nine of ten: 1.2s)

welcome: 3 entered, 1 ended, 2 left, 1 reached the goal (33%)
  question  asked  answered  skipped  gave up   left  waiting  median
      brew      3     2 67%        0        0  1 33%        0     20s
      size      2     1 50%        0        0  1 50%        0     20s

asked in vain
     6  en  have you decaf
`)
	same(t, "since", printed(t, "stats", dir, "--since", "2026-03-02"), `2026-03-08 to 2026-03-08

1 customer, 1 visit, first answer after 1.2s (nine of ten: 1.2s)

welcome: 1 entered, 0 ended, 1 left, 0 reached the goal (0%)
  question  asked  answered  skipped  gave up    left  waiting  median
      brew      1      0 0%        0        0  1 100%        0       -

asked in vain
     6  en  have you decaf
`)
	csv := printed(t, "stats", dir, "--by", "source", "--csv", "-")
	for _, line := range []string{
		"poster,,group,,1,1,1.200,,,,,,,,,,,,,,\n",
		",welcome,flow,,2,,,2,1,1,0.5000,,,,,,1,0,,,\n",
		",welcome,question,brew,,,,,,,,,2,2,0,0,0,0,0,0,20\n",
		",welcome,option,brew=press,,,,,,,,,,1,,,,,,,\n",
	} {
		if !strings.Contains(csv, line) {
			t.Errorf("%s\nlacks %s", csv, line)
		}
	}
	if json := printed(t, "stats", dir, "--format", "json", "--until", "2026-03-01"); !strings.Contains(json, `"entered": 2`) || !strings.Contains(json, `"since": "2026-03-01T`) {
		t.Error(json)
	}
}

// TestStatsRefused says in words why there are no numbers.
func TestStatsRefused(t *testing.T) {
	dir := visited(t)
	for says, args := range map[string][]string{
		`no format "xml"`:           {"--format", "xml"},
		`"soon" is no day`:          {"--since", "soon"},
		`"-3d" is no day`:           {"--since", "-3d"},
		`"7d" is no day`:            {"--until", "7d"},
		`no "mood"; write language`: {"--by", "mood"},
		"nobody has been in a flow": {"--flow", "soap"},
	} {
		if _, err := call(t, append([]string{"stats", dir}, args...)...); err == nil || !strings.Contains(err.Error(), says) {
			t.Errorf("%v: %v does not say %s", args, err, says)
		}
	}
	if err := os.RemoveAll(filepath.Join(dir, ".repartee")); err != nil {
		t.Fatal(err)
	}
	if _, err := call(t, "stats", dir); err == nil || !strings.Contains(err.Error(), "no bot has run in this folder") {
		t.Errorf("without a store: %v", err)
	}
}

// TestSpan writes times in their two greatest units.
func TestSpan(t *testing.T) {
	for seconds, want := range map[int64]string{0: "0s", 59: "59s", 60: "1m", 200: "3m 20s", 7200: "2h", 7261: "2h 1m", 90000: "1d 1h"} {
		if got := span(seconds); got != want {
			t.Errorf("%d s are %s, not %s", seconds, got, want)
		}
	}
}
