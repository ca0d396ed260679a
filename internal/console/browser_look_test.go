package console_test

import (
	"os"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/accessibility"
)

// TestLook holds each view in each appearance against what can be computed of
// its accessibility, and keeps pictures for what cannot.
func TestLook(t *testing.T) {
	browser := newBrowser(t)
	for _, size := range []struct {
		name          string
		width, height int64
	}{{"wide", 1100, 760}, {"narrow", 360, 700}} {
		for _, appearance := range []string{"light", "dark"} {
			t.Run(size.name+"-"+appearance, func(t *testing.T) {
				b := open(t, browser, size.width, size.height, coffee)
				b.media("prefers-color-scheme", appearance)
				look(b, size.name+"-"+appearance, size.width < 700)
			})
		}
	}
}

func look(b *tab, name string, narrow bool) {
	b.visit()
	b.check(name + "-1-nobody")
	p := b.fake.New("Ada", "en").(*fakePhone)
	b.fake.files["photo"] = []byte("no picture")
	b.sees("#description", "roasts coffee")
	b.check(name + "-2-empty")
	b.click("#start", "Start")
	b.sees(".inline", "Filter")
	b.settled()
	b.check(name + "-3-welcome")
	b.click(".inline", "Filter")
	b.sees("#toast.shown", "Filter it is")
	b.click(".inline", "✓ Filter")
	p.Send("photo")
	p.Send("voice")
	p.Send("location")
	b.write("12")
	b.sees(".key", "Share my number")
	b.wait(`document.querySelector(".picture img").complete`)
	b.atEnd()
	b.settled()
	b.check(name + "-4-keyboard")
	b.write("cards")
	b.sees(".inline", "Take this one")
	b.wait(`[...document.querySelectorAll(".picture img")].every((i) => i.complete)`)
	b.atEnd()
	b.settled()
	b.check(name + "-4-cards")
	b.click("#attach", "")
	b.check(name + "-5-attach")
	b.keys("\x1b")
	b.click("#commands", "")
	b.sees(".command", "/advice")
	b.check(name + "-6-commands")
	b.keys("\x1b")
	b.click("#chat-menu", "")
	b.check(name + "-7-menu")
	b.click("[data-do]", "Block the bot")
	b.sees("#unblock", "")
	b.check(name + "-8-blocked")
	if narrow {
		b.click("#side-open", "")
		b.settled()
		b.check(name + "-9-customers")
	}
	b.click("#new-customer", "")
	b.check(name + "-10-new-customer")
	b.clean()
}

// atEnd waits until the last message is in sight.
func (b *tab) atEnd() {
	b.t.Helper()
	b.wait(`(() => { const l = document.getElementById("log"); return l.scrollHeight - l.scrollTop - l.clientHeight < 1; })()`)
}

// settled waits until nothing moves any more that moves once.
func (b *tab) settled() {
	b.t.Helper()
	b.wait(`document.getAnimations().every((a) => a.effect.getTiming().iterations === Infinity || a.playState === "finished")`)
}

// check looks at the page as it is now.
func (b *tab) check(name string) {
	b.t.Helper()
	b.shot(name)
	script, err := os.ReadFile("testdata/contrast.js")
	if err != nil {
		b.t.Fatal(err)
	}
	got := eval[struct {
		Texts    int
		Problems []string
	}](b, string(script))
	if got.Texts < 5 {
		b.t.Errorf("%s: only %d texts were found", name, got.Texts)
	}
	for _, p := range got.Problems {
		b.t.Errorf("%s: %s", name, p)
	}
	b.named(name)
}

// named checks that every control has a name for those who hear the page.
func (b *tab) named(where string) {
	b.t.Helper()
	const kinds = ` "button" "link" "textbox" "radio" "combobox" "log" "dialog" `
	controls := 0
	for _, n := range call(b, accessibility.GetFullAXTree, accessibility.GetFullAXTreeParams{}).Nodes {
		if n.Ignored || n.Role == nil || !strings.Contains(kinds, " "+string(n.Role.Value)+" ") {
			continue
		}
		controls++
		if n.Name == nil || string(n.Name.Value) == `""` {
			b.t.Errorf("%s: a %s has no name", where, n.Role.Value)
		}
	}
	if controls < 4 {
		b.t.Errorf("%s: only %d controls were found", where, controls)
	}
}

// TestAppearanceIsKept chooses an appearance, against what the system prefers,
// and loads the page again.
func TestAppearanceIsKept(t *testing.T) {
	b := open(t, newBrowser(t), 1100, 760, coffee)
	b.media("prefers-color-scheme", "light")
	b.visit()
	const ground = `getComputedStyle(document.body).backgroundColor`
	light := eval[string](b, ground)
	b.click("#theme label", "Dark")
	dark := eval[string](b, ground)
	if light == dark {
		t.Fatalf("both are %s", light)
	}
	b.visit()
	b.wait(ground + ` === "` + dark + `" && document.querySelector("[value=dark]").checked`)
	b.click("#theme label", "Auto")
	b.wait(ground + ` === "` + light + `"`)
	b.clean()
}

// TestNothingMovesForThoseWhoDoNotWantIt loads the page with reduced motion.
func TestNothingMovesForThoseWhoDoNotWantIt(t *testing.T) {
	b := open(t, newBrowser(t), 360, 700, coffee)
	b.media("prefers-reduced-motion", "reduce")
	p := b.fake.New("Ada", "en").(*fakePhone)
	b.visit()
	p.Start("")
	b.sees(".inline", "Filter")
	b.click(".inline", "French press")
	b.sees(`.inline[aria-busy="true"]`, "")
	b.wait(`document.getAnimations().length === 0`)
	b.clean()
}
