package console_test

import (
	"net/http/httptest"
	"testing"

	"repartee/internal/access"
	"repartee/internal/console"
	"repartee/internal/console/consoletest"
)

// TestAudit holds each view of the page against the rules of axe-core, at each
// width.
func TestAudit(t *testing.T) {
	axe, browser := consoletest.Axe(t), consoletest.Browser(t)
	for _, size := range []struct {
		name          string
		width, height int64
	}{{"wide", 1440, 900}, {"middle", 1024, 768}, {"narrow", 360, 700}} {
		t.Run(size.name, func(t *testing.T) {
			b := openBench(t, browser, size.width, size.height)
			b.Media("prefers-reduced-motion", "reduce") // nothing is half faded in
			audit(b, axe, size.width)
		})
	}
}

func audit(b *benchTab, axe string, width int64) {
	b.Visit()
	b.Audit(axe, "nobody")
	b.fake.New("Ada", "en").Start("")
	b.bench.turned(1, talked)
	b.Sees(".inline", "Filter")
	b.Audit(axe, "talk")
	if width < 1280 {
		b.Click(`[data-view="map"]`, "")
	}
	b.inSight(".box.open")
	b.Do(`document.querySelector(".box.open").dispatchEvent(new MouseEvent("click", { bubbles: true }))`)
	b.Sees("#step-source", "ask")
	b.Audit(axe, "map")
	if width < 1280 {
		b.Click(`[data-view="inspector"]`, "")
	}
	b.Click(".call summary", "sendMessage")
	b.Click(".session summary", "")
	b.Audit(axe, "inspector")
	b.bench.changed(broken)
	b.Sees(".finding", "tetx")
	b.Audit(axe, "broken files")
	b.bench.changed(mended)
	b.Sees(".parted-list", "Ada")
	b.Audit(axe, "parted talks")
	b.Click("#save", "")
	b.Audit(axe, "saving")
	b.Keys("\x1b")
	b.Click("#state-link", "")
	b.Sees("#state-dialog", "")
	b.Audit(axe, "link")
	b.Clean()
}

// TestAuditOfThePhone does the same for what is on a phone and its forms.
func TestAuditOfThePhone(t *testing.T) {
	axe, browser := consoletest.Axe(t), consoletest.Browser(t)
	b := open(t, browser, 360, 700, sell)
	b.Media("prefers-reduced-motion", "reduce")
	p := b.fake.New("Ada", "en").(*fakePhone)
	b.Visit()
	p.Start("")
	p.Say("beans")
	p.Send(console.Voice)
	p.Send(console.Location)
	b.Sees(".paying", "Pay")
	b.Audit(axe, "invoice")
	b.Click(".paying", "Pay")
	b.Audit(axe, "paying")
	b.Keys("\x1b")
	b.Click("#chat-menu", "")
	b.Audit(axe, "menu")
	b.Keys("\x1b")
	b.Click("#side-open", "")
	b.Audit(axe, "customers")
	b.Click("#new-customer", "")
	b.Audit(axe, "new customer")
	b.Clean()
}

// TestAuditOfNumbers does the same for the numbers of a real store.
func TestAuditOfNumbers(t *testing.T) {
	axe := consoletest.Axe(t)
	for _, width := range []int64{1440, 360} {
		b := openNumbers(t, width, 800)
		b.Media("prefers-reduced-motion", "reduce")
		b.Visit()
		b.Click("[data-view=numbers]", "")
		b.Sees(".funnel-table tr", "budget")
		b.Wait(`!document.getElementById("numbers-body").hasAttribute("aria-busy")`)
		b.Audit(axe, "numbers")
		b.Clean()
	}
}

// TestAuditOfTheDoor does the same for the page of a login.
func TestAuditOfTheDoor(t *testing.T) {
	axe, browser := consoletest.Axe(t), consoletest.Browser(t)
	key, err := access.ReadKey(token, "")
	if err != nil {
		t.Fatal(err)
	}
	server := httptest.NewServer(console.New(console.Options{Title: "Bean & Leaf", Username: "bean_bot", Phones: newFake(coffee), Key: key}))
	t.Cleanup(func() { server.CloseClientConnections(); server.Close() })
	b := consoletest.Open(t, browser, server.URL, 360, 700)
	b.Go("/")
	b.Sees("label", "Password or token")
	b.Audit(axe, "login")
	b.Keys("wrong\r")
	b.Sees("#login-wrong", "not the password or token")
	b.Audit(axe, "wrong login")
}
