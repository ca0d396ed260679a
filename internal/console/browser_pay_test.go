package console_test

import (
	"slices"
	"testing"
)

// TestPayingInTheBrowser buys beans with the keyboard and the mouse: address, way, tip, a declined card, and then it is paid.
func TestPayingInTheBrowser(t *testing.T) {
	b := open(t, newBrowser(t), 1100, 900, sell)
	b.fake.New("Ada", "en")
	b.visit()
	b.fake.phone(1).Start("")
	b.sees(".message", "/start")
	b.write("beans")
	b.sees(".invoice", "Order 7K3Q-2M9F")
	b.sees(".invoice-total", "€23.22")
	b.click(".paying", "Pay 23.22 €")
	b.sees("#pay-lines", "Voucher WELCOME10")
	if got := eval[string](b, `document.querySelector("[name=city]").value`); got != "Berlin" {
		t.Errorf("the city is %q", got)
	}
	b.do(`document.getElementById("pay-known").value = document.querySelector("#pay-known option:nth-child(2)").value`)
	b.do(`document.getElementById("pay-known").dispatchEvent(new Event("change", {bubbles: true}))`)
	b.click("#pay-submit", "Continue")
	b.sees("#pay-status.wrong", "The bot refused the payment: Nothing is sent to AT.")
	b.do(`document.getElementById("pay-known").selectedIndex = 0`)
	b.do(`document.getElementById("pay-known").dispatchEvent(new Event("change", {bubbles: true}))`)
	b.do(`document.querySelector("[name=email]").focus()`)
	b.keys("\r")
	b.sees("#pay-ways .choice", "Post")
	b.wait(`document.activeElement.name === "way"`) // the way can be chosen by the arrow keys
	b.sees(".pay-total", "€28.12")
	b.click("#pay-tip-list .choice", "€1.00")
	b.sees(".pay-total", "€29.12")
	b.do(`document.getElementById("pay-outcome").value = "declined"`)
	b.click("#pay-submit", "Pay €29.12")
	b.sees("#pay-status.wrong", "The bank declined the card")
	b.do(`document.getElementById("pay-outcome").value = ""`)
	b.click("#pay-submit", "Pay €29.12")
	b.sees(".money", "Paid: €24.22")
	b.wait(`!document.getElementById("pay-dialog").open`)
	if want := `pay Order 7K3Q-2M9F to "Ada Berlin" way "post" tip 100`; !slices.Contains(b.fake.phone(1).deeds(), want) {
		t.Errorf("the customer did %q", b.fake.phone(1).deeds())
	}
	b.sees(".customer-last", "€24.22")
	b.click(".inline", "Receipt")
	b.wait(`!document.querySelector(".paying")`)
	b.clean()
}

// TestStarsInTheBrowser pays behind a link, where nothing is asked for.
func TestStarsInTheBrowser(t *testing.T) {
	b := open(t, newBrowser(t), 360, 700, sell)
	b.fake.New("Ada", "en")
	b.visit()
	b.fake.phone(1).Start("")
	b.sees(".message", "/start")
	b.write("link")
	b.click(".inline", "The course")
	b.sees("#pay-stars", "You have 1,000 ⭐")
	for _, hidden := range []string{"pay-to", "pay-ways", "pay-tips"} {
		b.wait(`!document.getElementById("` + hidden + `").checkVisibility()`)
	}
	b.do(`document.getElementById("pay-outcome").value = "3601"`)
	b.click("#pay-submit", "Pay 250 ⭐")
	b.sees("#pay-status.wrong", "This invoice has expired.")
	b.do(`document.getElementById("pay-outcome").value = ""`)
	b.click("#pay-submit", "Pay 250 ⭐")
	b.sees(".money", "Paid: 250 ⭐")
	b.write("back")
	b.sees(".money", "Given back: 250 ⭐")
	b.click("#chat-menu", "")
	b.click("[data-do]", "Let an hour go by")
	b.sees("#toast.shown", "Time has gone by")
	b.click("#chat-menu", "")
	b.click("[data-do]", "As staff")
	b.do(`document.getElementById("staff-state").value = "sent"`)
	b.do(`document.getElementById("staff-note").value = "Parcel 4711"`)
	b.click("#staff-form .big", "Say so")
	b.wait(`!document.getElementById("staff-dialog").open`)
	b.write("thanks")
	b.sees(".message", "thanks")
	if !slices.Contains(b.fake.phone(1).deeds(), "staff sent Parcel 4711") {
		t.Errorf("staff did not say it: %q", b.fake.phone(1).deeds())
	}
	b.clean()
}

// TestLookOfPaying looks at the invoice and its form.
func TestLookOfPaying(t *testing.T) {
	browser := newBrowser(t)
	for _, size := range []struct {
		name          string
		width, height int64
	}{{"wide", 1100, 900}, {"narrow", 360, 700}} {
		for _, appearance := range []string{"light", "dark"} {
			t.Run(size.name+"-"+appearance, func(t *testing.T) {
				b := open(t, browser, size.width, size.height, sell)
				b.media("prefers-color-scheme", appearance)
				b.fake.New("Ada", "en")
				b.visit()
				b.fake.phone(1).Start("")
				b.fake.phone(1).Say("beans")
				b.fake.phone(1).Say("back")
				b.sees(".money", "Given back")
				b.settled()
				b.check(size.name + "-" + appearance + "-11-invoice")
				b.click(".paying", "Pay")
				b.check(size.name + "-" + appearance + "-12-pay")
				b.click("#pay-submit", "Continue")
				b.sees("#pay-ways .choice", "Pickup")
				b.check(size.name + "-" + appearance + "-13-ways")
				b.do(`document.getElementById("pay-outcome").value = "too_late"`)
				b.click("#pay-submit", "Pay")
				b.sees("#pay-status.wrong", "did not answer")
				b.check(size.name + "-" + appearance + "-14-late")
				b.keys("\x1b")
				b.wait(`!document.getElementById("pay-dialog").open`)
				b.click("#chat-menu", "")
				b.click("[data-do]", "As staff")
				b.check(size.name + "-" + appearance + "-15-staff")
				b.clean()
			})
		}
	}
}
