package console_test

import (
	"context"
	"net/http/httptest"
	"testing"

	"repartee/config"
	"repartee/internal/console"
	"repartee/internal/console/consoletest"
)

// benchTab is the page with a fake workbench, open in a browser.
type benchTab struct {
	*tab
	bench *fakeBench
}

func openBench(t *testing.T, browser context.Context, width, height int64) *benchTab {
	t.Helper()
	fake := newFake(coffee)
	fake.about = coffeeAbout()
	bench := newBench(fake)
	bench.maps = drawn(t)
	bench.files.Flows = []console.Flow{
		{ID: "advice", Steps: 31, Place: console.Place{File: "flows/advice.yaml", Line: 1}},
		{ID: "long", Steps: 60, Place: console.Place{File: "flows/long.yaml", Line: 1}},
		{ID: "welcome", Steps: 6, Place: console.Place{File: "flows/welcome.yaml", Line: 1}},
	}
	server := httptest.NewServer(newBenchPage(fake, bench))
	t.Cleanup(func() { server.CloseClientConnections(); server.Close() })
	return &benchTab{&tab{consoletest.Open(t, browser, server.URL, width, height), fake}, bench}
}

// broken are files with an error and a warning.
func broken(files *console.Files) {
	files.Good = false
	files.Findings = config.Diagnostics{
		{
			File: "flows/advice.yaml", Line: 14, Col: 5, EndCol: 9, Severity: config.Error, Code: "unknown-key", Source: "    tetx: How do you brew at home?",
			Message: "a question has no key `tetx`", Help: "did you mean `text`?",
		},
		{
			File: "faq.yaml", Line: 3, Col: 3, EndCol: 8, Severity: config.Warning, Code: "faq-alike", Source: "  ask: [How long does shipping take?]",
			Message: "Two entries are alike:\n  shipping_time\n  delivery", Help: "Put them together, or give each words of its own.",
		},
	}
}

// mended are files on which a talk goes another way than before.
func mended(files *console.Files) {
	files.Good = true
	files.Findings = files.Findings[1:]
	files.Parted = []console.Parted{{
		Customer: 1, Turn: 2, Did: "pressed “Filter”", Before: []string{"Up to how much per bag?"}, After: []string{"And how many cups a day?", "Choose one of the buttons."}, Lost: 2,
	}}
}

// TestLookOfTheWorkbench keeps pictures of the workbench at each width, and
// holds them against what can be computed.
func TestLookOfTheWorkbench(t *testing.T) {
	browser := consoletest.Browser(t)
	for _, size := range []struct {
		name          string
		width, height int64
	}{{"wide", 1440, 900}, {"middle", 1024, 768}, {"narrow", 360, 700}} {
		for _, appearance := range []string{"light", "dark"} {
			t.Run(size.name+"-"+appearance, func(t *testing.T) {
				b := openBench(t, browser, size.width, size.height)
				b.Media("prefers-color-scheme", appearance)
				lookAtBench(b, "bench-"+size.name+"-"+appearance, size.width)
			})
		}
	}
}

func lookAtBench(b *benchTab, name string, width int64) {
	b.Visit()
	b.Sees("#files-words", "No findings")
	b.Check(name + "-1-nobody")
	p := b.fake.New("Ada", "en").(*fakePhone)
	p.Start("")
	b.bench.turned(1, talked)
	b.Sees(".inline", "Filter")
	b.Settled()
	b.Check(name + "-2-talk")
	view := func(which string) {
		if width < 1280 && (which != "phone" || width < 900) {
			b.Click(`[data-view="`+which+`"]`, "")
		}
	}
	view("map")
	b.inSight(".box.open")
	b.Settled()
	b.Check(name + "-3-map")
	b.Click("#map-follow", "")
	b.flow("long")
	b.Sees(".box text", "answer_7")
	b.Check(name + "-4-long")
	b.Do(`document.getElementById("map-query").focus()`)
	b.Keys("answer_7\r")
	b.Sees("#map-hits", "1/")
	b.Sees("#step-source", "- ask")
	b.inSight(".box.chosen")
	b.Check(name + "-5-found")
	b.Click("#step-close", "")
	b.Click("#map-fit", "")
	b.Check(name + "-6-fit")
	b.flow("")
	b.Sees(".box text", "welcome")
	b.Check(name + "-7-bot")
	view("inspector")
	b.Sees("#field-list", "email")
	b.Check(name + "-8-inspector")
	b.Click(".turn details .call summary", "sendMessage")
	b.Check(name + "-9-calls")
	b.bench.changed(broken)
	b.Sees(".finding-message", "no key tetx")
	b.Check(name + "-10-broken")
	b.bench.changed(mended)
	b.Sees(".parted-both", "cups a day")
	b.Check(name + "-11-parted")
	b.Click("#findings-close", "")
	b.Click("#save", "")
	b.Check(name + "-12-save")
	b.Keys("buys_beans\r")
	b.Sees("#saved-file", "talks/buys_beans.yaml")
	b.Check(name + "-13-saved")
	b.Keys("\r")
	b.Click("#state-link", "")
	b.Sees("#state-dialog", "")
	b.Check(name + "-14-link")
	b.Clean()
}
