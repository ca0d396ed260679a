package console_test

import (
	"slices"
	"testing"

	"repartee/internal/console/consoletest"
)

// TestPayingInTheBrowser buys beans with the keyboard and the mouse: address, way, tip, a declined card, and then it is paid.
func TestPayingInTheBrowser(t *testing.T) {
	b := open(t, consoletest.Browser(t), 1100, 900, sell)
	b.fake.New("Ada", "en")
	b.Visit()
	b.fake.phone(1).Start("")
	b.Sees(".message", "/start")
	b.Write("beans")
	b.Sees(".invoice", "Order 7K3Q-2M9F")
	b.Sees(".invoice-total", "€23.22")
	b.Click(".paying", "Pay 23.22 €")
	b.Sees("#pay-lines", "Voucher WELCOME10")
	if got := eval[string](b, `document.querySelector("[name=city]").value`); got != "Berlin" {
		t.Errorf("the city is %q", got)
	}
	b.Do(`document.getElementById("pay-known").value = document.querySelector("#pay-known option:nth-child(2)").value`)
	b.Do(`document.getElementById("pay-known").dispatchEvent(new Event("change", {bubbles: true}))`)
	b.Click("#pay-submit", "Continue")
	b.Sees("#pay-status.wrong", "The bot refused the payment: Nothing is sent to AT.")
	b.Do(`document.getElementById("pay-known").selectedIndex = 0`)
	b.Do(`document.getElementById("pay-known").dispatchEvent(new Event("change", {bubbles: true}))`)
	b.Do(`document.querySelector("[name=email]").focus()`)
	b.Keys("\r")
	b.Sees("#pay-ways .choice", "Post")
	b.Wait(`document.activeElement.name === "way"`) // the way can be chosen by the arrow keys
	b.Sees(".pay-total", "€28.12")
	b.Click("#pay-tip-list .choice", "€1.00")
	b.Sees(".pay-total", "€29.12")
	b.Do(`document.getElementById("pay-outcome").value = "declined"`)
	b.Click("#pay-submit", "Pay €29.12")
	b.Sees("#pay-status.wrong", "The bank declined the card")
	b.Do(`document.getElementById("pay-outcome").value = ""`)
	b.Click("#pay-submit", "Pay €29.12")
	b.Sees(".money", "Paid: €24.22")
	b.Wait(`!document.getElementById("pay-dialog").open`)
	if want := `pay Order 7K3Q-2M9F to "Ada Berlin" way "post" tip 100`; !slices.Contains(b.fake.phone(1).deeds(), want) {
		t.Errorf("the customer did %q", b.fake.phone(1).deeds())
	}
	b.Sees(".customer-last", "€24.22")
	b.Click(".inline", "Receipt")
	b.Wait(`!document.querySelector(".paying")`)
	b.Clean()
}

// TestStarsInTheBrowser pays behind a link, where nothing is asked for.
func TestStarsInTheBrowser(t *testing.T) {
	b := open(t, consoletest.Browser(t), 360, 700, sell)
	b.fake.New("Ada", "en")
	b.Visit()
	b.fake.phone(1).Start("")
	b.Sees(".message", "/start")
	b.Write("link")
	b.Click(".inline", "The course")
	b.Sees("#pay-stars", "You have 1,000 ⭐")
	for _, hidden := range []string{"pay-to", "pay-ways", "pay-tips"} {
		b.Wait(`!document.getElementById("` + hidden + `").checkVisibility()`)
	}
	b.Do(`document.getElementById("pay-outcome").value = "3601"`)
	b.Click("#pay-submit", "Pay 250 ⭐")
	b.Sees("#pay-status.wrong", "This invoice has expired.")
	b.Do(`document.getElementById("pay-outcome").value = ""`)
	b.Click("#pay-submit", "Pay 250 ⭐")
	b.Sees(".money", "Paid: 250 ⭐")
	b.Wait(`!document.getElementById("pay-dialog").open`)
	b.Write("back")
	b.Sees(".money", "Given back: 250 ⭐")
	b.Click("#chat-menu", "")
	b.Click("[data-do]", "Let an hour go by")
	b.Sees("#toast.shown", "Time has gone by")
	b.Click("#chat-menu", "")
	b.Click("[data-do]", "As staff")
	b.Do(`document.getElementById("staff-state").value = "sent"`)
	b.Do(`document.getElementById("staff-note").value = "Parcel 4711"`)
	b.Click("#staff-form .big", "Say so")
	b.Wait(`!document.getElementById("staff-dialog").open`)
	b.Write("thanks")
	b.Sees(".message", "thanks")
	if !slices.Contains(b.fake.phone(1).deeds(), "staff sent Parcel 4711") {
		t.Errorf("staff did not say it: %q", b.fake.phone(1).deeds())
	}
	b.Clean()
}

// TestLookOfPaying looks at the invoice and its form.
func TestLookOfPaying(t *testing.T) {
	browser := consoletest.Browser(t)
	for _, size := range []struct {
		name          string
		width, height int64
	}{{"wide", 1100, 900}, {"narrow", 360, 700}} {
		for _, appearance := range []string{"light", "dark"} {
			t.Run(size.name+"-"+appearance, func(t *testing.T) {
				b := open(t, browser, size.width, size.height, sell)
				b.Media("prefers-color-scheme", appearance)
				b.fake.New("Ada", "en")
				b.Visit()
				b.fake.phone(1).Start("")
				b.fake.phone(1).Say("beans")
				b.fake.phone(1).Say("back")
				b.Sees(".money", "Given back")
				b.Settled()
				b.Check(size.name + "-" + appearance + "-11-invoice")
				b.Click(".paying", "Pay")
				b.Check(size.name + "-" + appearance + "-12-pay")
				b.Click("#pay-submit", "Continue")
				b.Sees("#pay-ways .choice", "Pickup")
				b.Check(size.name + "-" + appearance + "-13-ways")
				b.Do(`document.getElementById("pay-outcome").value = "too_late"`)
				b.Click("#pay-submit", "Pay")
				b.Sees("#pay-status.wrong", "did not answer")
				b.Check(size.name + "-" + appearance + "-14-late")
				b.Keys("\x1b")
				b.Wait(`!document.getElementById("pay-dialog").open`)
				b.Click("#chat-menu", "")
				b.Click("[data-do]", "As staff")
				b.Check(size.name + "-" + appearance + "-15-staff")
				b.Clean()
			})
		}
	}
}
