package rehearsal

import (
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"repartee/internal/console/consoletest"
)

// shown is the page over the whole runtime, open in a browser, with the folder that its editor writes.
type shown struct {
	*consoletest.Tab
	t   *testing.T
	r   *Rehearsal
	dir string
	url string
}

// openPage opens the page of the coffee shop, whose files are followed.
func openPage(t *testing.T, width, height int64) *shown {
	t.Helper()
	browser := consoletest.Browser(t)
	dir := folder(t)
	r, err := Open(t.Context(), Options{Files: os.DirFS(dir), Dir: dir})
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := contextOf(t)
	ended := make(chan error, 1)
	go func() { ended <- r.Run(ctx) }()
	server := httptest.NewServer(r.Page())
	t.Cleanup(func() {
		server.CloseClientConnections()
		server.Close()
		stop()
		if err := <-ended; err != nil {
			t.Error(err)
		}
		r.Close()
	})
	return &shown{consoletest.Open(t, browser, server.URL, width, height), t, r, dir, server.URL}
}

func (p *shown) rewrites(file, from, to string) {
	p.t.Helper()
	rewrite(p.t, filepath.Join(p.dir, filepath.FromSlash(file)), from, to)
}

// TestWayOfANewUser does what somebody does who tries it for the first time: talks, breaks the flow in three ways, mends it from what the page says, and saves the talk as
// a test, which passes.
func TestWayOfANewUser(t *testing.T) {
	p := openPage(t, 1440, 900)
	beginAdvice(p)
	p.Click(".inline", "Espresso")
	p.Sees(".theirs", "Then the roast may be bold.")
	p.Wait(`document.getElementById("map-flow").value === "advice"`)
	p.Sees(".box.open text", "taste")
	p.Check("real-1-talk")

	p.rewrites(advicePath, "- ask: brew", "- aks: brew")
	p.Sees(".finding", "aks")
	p.Sees("#findings", "The phone still talks to the last version")
	p.Check("real-2-kind")
	p.rewrites(advicePath, "- aks: brew", "- ask: brew")
	p.Wait(`document.getElementById("findings").hidden`)

	p.rewrites(advicePath, "when: brew == 'espresso'\n        text: \"An", "when: brw == 'espresso'\n        text: \"An")
	p.Sees(".finding", "brw")
	p.Sees(".finding-help", "brew")
	p.rewrites(advicePath, "brw", "brew")
	p.Wait(`document.getElementById("findings").hidden`)

	p.rewrites(advicePath, "text: How do you make your coffee at home?", "text: [How do you make")
	p.Sees(".finding-severity", "")
	p.Check("real-3-yaml")
	p.rewrites(advicePath, "text: [How do you make", "text: How do you brew it?")
	p.Sees(".theirs", "How do you brew it?")
	p.Sees(".parted-list", "How do you brew it?")
	p.Check("real-4-mended")
	p.Click("#findings-close", "")

	p.Click("#save", "")
	p.Keys("of_today\r")
	p.Sees("#saved-file", "talks/of_today.yaml")
	if result := playedTalk(t, p.dir, "of_today"); !result.Passed() || len(result.Transcript) < 5 {
		t.Errorf("the saved talk: %+v\n%s", result.Failures, strings.Join(result.Transcript, "\n"))
	}
	p.Clean()
}

// beginAdvice opens the page and comes to the first question of the advice.
func beginAdvice(p *shown) {
	p.t.Helper()
	p.Visit()
	p.Click("#start", "Start")
	p.Sees(".theirs", "Bean & Leaf")
	p.Write("/advice")
	p.Sees(".theirs", "How do you make your coffee at home?")
}

// TestTimeAndUndoInABrowser lets a reminder come, takes it back, and begins anew.
func TestTimeAndUndoInABrowser(t *testing.T) {
	p := openPage(t, 1440, 900)
	beginAdvice(p)
	p.Sees("#now-question", "brew") // what is due is told anew
	p.Click(".due [data-fire]", "")
	p.Sees(".theirs", "I am still holding a bag")
	p.Check("real-5-reminder")
	p.Click("#undo", "")
	p.Wait(`!document.getElementById("log").textContent.includes("I am still holding a bag")`)
	p.Click(".inline", "Espresso")
	p.Sees(".decision.held", "brew == 'espresso'")
	p.Sees(".field", "brew")
	p.Check("real-6-inspector")
	p.Click("#again", "")
	p.Click("#again-form .big", "")
	p.Wait(`!document.querySelector(".message")`)
	p.Clean()
}

// TestLinkInABrowser opens the talk of one page on another.
func TestLinkInABrowser(t *testing.T) {
	p := openPage(t, 1440, 900)
	beginAdvice(p)
	p.Click("#state-link", "")
	p.Wait(`document.getElementById("state-address").value.includes("#")`)
	address := consoletest.Eval[string](p.Tab, `document.getElementById("state-address").value`)
	other := openPage(t, 1440, 900)
	other.Go(strings.TrimPrefix(address, p.url))
	other.Click("#return-form .big", "")
	other.Sees(".theirs", "How do you make your coffee at home?")
	other.Check("real-7-returned")
	other.Clean()
}

// TestNarrowInABrowser works on a telephone's width.
func TestNarrowInABrowser(t *testing.T) {
	p := openPage(t, 360, 700)
	p.Visit()
	p.Click("#start", "Start")
	p.Sees(".theirs", "Bean & Leaf")
	p.Click(`[data-view="map"]`, "")
	p.Sees(".box text", "welcome")
	p.Check("real-8-narrow")
	p.Clean()
}
