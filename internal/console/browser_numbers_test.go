package console_test

import (
	"net/http/httptest"
	"testing"

	"repartee/internal/console"
	"repartee/internal/console/consoletest"
)

func openNumbers(t *testing.T, width, height int64) *tab {
	t.Helper()
	fake := newFake(coffee)
	fake.about = coffeeAbout()
	bench := newBench(fake)
	bench.maps = drawn(t)
	bench.files.Real = true
	bench.files.Flows = []console.Flow{{ID: "advice", Steps: 31, Place: console.Place{File: "flows/advice.yaml", Line: 1}}}
	server := httptest.NewServer(newNumbersPage(fake, bench, &fakeNumbers{}))
	t.Cleanup(func() { server.CloseClientConnections(); server.Close() })
	return &tab{consoletest.Open(t, consoletest.Browser(t), server.URL, width, height), fake}
}

// TestNumbersInTheBrowser reads the numbers of all customers, then those of an experiment's arms, as a table and on the map.
func TestNumbersInTheBrowser(t *testing.T) {
	b := openNumbers(t, 1440, 900)
	b.Visit()
	b.Click("[data-view=numbers]", "Numbers")
	b.Sees("#numbers-since", "Mar 2, 2026 to Mar 30, 2026, of 5,210 turns")
	b.Sees("#numbers-groups", "400 customers, 520 visits, €2,468.50 + 50 ⭐ paid, first answer after 1.2s (nine of ten: 1m 35s)")
	b.Sees(".funnel-table", "180")
	b.Sees(".funnel-table tr.worst", "brew")
	b.Sees(".funnel-table tr", "1h 2m")
	b.Sees(".funnel", "Goal recommended: 220, €1,100.00")
	b.Sees("#numbers-vain", "do you ship to poland en ×12")
	b.Sees("#numbers-vain", "<b>habt ihr")
	if eval[bool](b, `document.querySelector("#panel-numbers").textContent.includes("help")`) {
		t.Error("built-in flows are shown")
	}
	choose := func(id, value string) {
		b.Do(`(() => { const s = document.getElementById("` + id + `"); s.value = "` + value + `"; s.dispatchEvent(new Event("change", {bubbles: true})); })()`)
	}
	choose("numbers-by", "welcome.greeting")
	b.Sees("#numbers-groups", "warm: 200 customers")
	b.Sees(".funnel-table tr", "=plain")
	b.Click(".funnel-more summary", "warm")
	b.Sees(".funnel-more[open] tr", "brew")
	b.Wait(`document.getElementById("numbers-csv").getAttribute("href") === "/numbers.csv?by=welcome.greeting"`)
	b.Check("numbers-arms")
	choose("numbers-map", "group-0")
	b.Click("[data-view=map]", "Map")
	b.Do(`(() => { const s = document.getElementById("map-flow"); s.value = "advice"; s.dispatchEvent(new Event("change", {bubbles: true})); })()`)
	b.Sees(".map-view svg", "160/200 · 35 left · 7s")
	b.Check("numbers-map")
	b.Click("[data-view=numbers]", "Numbers")
	choose("numbers-map", "off")
	b.Click("[data-view=map]", "Map")
	b.Wait(`!document.querySelector(".map-view svg").textContent.includes("35 left")`)
	b.Clean()
}

// TestLookOfNumbers keeps pictures in each appearance, and holds them against what can be computed of their accessibility.
func TestLookOfNumbers(t *testing.T) {
	for _, size := range []struct {
		name          string
		width, height int64
	}{{"wide", 1440, 900}, {"middle", 1000, 760}, {"narrow", 360, 700}} {
		for _, appearance := range []string{"light", "dark"} {
			t.Run(size.name+"-"+appearance, func(t *testing.T) {
				b := openNumbers(t, size.width, size.height)
				b.Media("prefers-color-scheme", appearance)
				b.Visit()
				b.Click("[data-view=numbers]", "")
				b.Sees(".funnel-table tr", "budget")
				b.Wait(`!document.getElementById("numbers-body").hasAttribute("aria-busy")`)
				if wide := eval[bool](b, `document.documentElement.scrollWidth > innerWidth`); wide {
					t.Error("the page is wider than the window")
				}
				b.Check("numbers-" + size.name + "-" + appearance)
				b.Clean()
			})
		}
	}
}
