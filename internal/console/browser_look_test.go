package console_test

import (
	"testing"

	"repartee/internal/console/consoletest"
)

// TestLook holds each view in each appearance against what can be computed of
// its accessibility, and keeps pictures for what cannot.
func TestLook(t *testing.T) {
	browser := consoletest.Browser(t)
	for _, size := range []struct {
		name          string
		width, height int64
	}{{"wide", 1100, 760}, {"narrow", 360, 700}} {
		for _, appearance := range []string{"light", "dark"} {
			t.Run(size.name+"-"+appearance, func(t *testing.T) {
				b := open(t, browser, size.width, size.height, coffee)
				b.Media("prefers-color-scheme", appearance)
				look(b, size.name+"-"+appearance, size.width < 700)
			})
		}
	}
}

func look(b *tab, name string, narrow bool) {
	b.Visit()
	b.Check(name + "-1-nobody")
	p := b.fake.New("Ada", "en").(*fakePhone)
	b.fake.files["photo"] = []byte("no picture")
	b.Sees("#description", "roasts coffee")
	b.Check(name + "-2-empty")
	b.Click("#start", "Start")
	b.Sees(".inline", "Filter")
	b.Settled()
	b.Check(name + "-3-welcome")
	b.Click(".inline", "Filter")
	b.Sees("#toast.shown", "Filter it is")
	b.Click(".inline", "✓ Filter")
	p.Send("photo")
	p.Send("voice")
	p.Send("location")
	b.Write("12")
	b.Sees(".key", "Share my number")
	b.Wait(`document.querySelector(".picture img").complete`)
	b.atEnd()
	b.Settled()
	b.Check(name + "-4-keyboard")
	b.Write("cards")
	b.Sees(".inline", "Take this one")
	b.Wait(`[...document.querySelectorAll(".picture img")].every((i) => i.complete)`)
	b.atEnd()
	b.Settled()
	b.Check(name + "-4-cards")
	b.Click("#attach", "")
	b.Check(name + "-5-attach")
	b.Keys("\x1b")
	b.Click("#commands", "")
	b.Sees(".command", "/advice")
	b.Check(name + "-6-commands")
	b.Keys("\x1b")
	b.Click("#chat-menu", "")
	b.Check(name + "-7-menu")
	b.Click("[data-do]", "Block the bot")
	b.Sees("#unblock", "")
	b.Check(name + "-8-blocked")
	if narrow {
		b.Click("#side-open", "")
		b.Settled()
		b.Check(name + "-9-customers")
	}
	b.Click("#new-customer", "")
	b.Check(name + "-10-new-customer")
	b.Clean()
}

// atEnd waits until the last message is in sight.
func (b *tab) atEnd() {
	b.Wait(`(() => { const l = document.getElementById("log"); return l.scrollHeight - l.scrollTop - l.clientHeight < 1; })()`)
}

// TestAppearanceIsKept chooses an appearance, against what the system prefers,
// and loads the page again.
func TestAppearanceIsKept(t *testing.T) {
	b := open(t, consoletest.Browser(t), 1100, 760, coffee)
	b.Media("prefers-color-scheme", "light")
	b.Visit()
	const ground = `getComputedStyle(document.body).backgroundColor`
	light := eval[string](b, ground)
	b.Click("#theme label", "Dark")
	dark := eval[string](b, ground)
	if light == dark {
		t.Fatalf("both are %s", light)
	}
	b.Visit()
	b.Wait(ground + ` === "` + dark + `" && document.querySelector("[value=dark]").checked`)
	b.Click("#theme label", "Auto")
	b.Wait(ground + ` === "` + light + `"`)
	b.Clean()
}

// TestNothingMovesForThoseWhoDoNotWantIt loads the page with reduced motion.
func TestNothingMovesForThoseWhoDoNotWantIt(t *testing.T) {
	b := open(t, consoletest.Browser(t), 360, 700, coffee)
	b.Media("prefers-reduced-motion", "reduce")
	p := b.fake.New("Ada", "en").(*fakePhone)
	b.Visit()
	p.Start("")
	b.Sees(".inline", "Filter")
	b.Click(".inline", "French press")
	b.Sees(`.inline[aria-busy="true"]`, "")
	b.Wait(`document.getAnimations().length === 0`)
	b.Clean()
}
