package rehearsal

import (
	"context"
	"encoding/binary"
	"fmt"
	"testing"
	"testing/fstest"

	"repartee/internal/console/consoletest"
)

// kinds is a bot with all that flows can send and ask for.
func kinds() fstest.MapFS {
	file := func(text string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(text)} }
	return fstest.MapFS{
		"media/shop.png":   {Data: []byte("\x89PNG\r\n\x1a\n and no more")},
		"media/garden.png": {Data: []byte("\x89PNG\r\n\x1a\n another one")},
		"media/menu.pdf":   file("%PDF-1.4 the menu"),
		"media/hello.ogg":  {Data: sound()},
		"media/film.mp4":   {Data: []byte("\x00\x00\x00\x18ftypmp42 no film")},
		"bot.yaml": file(`bot: Green Corner
languages: [en, de]
time_zone: Europe/Berlin
currency: EUR
start: welcome
commands: [sent, asked, garden]
phrases: {address: "Torstrasse 1"}
shop:
  tax: {included: true, rates: {default: 7%}}
  shipping: [{id: post, label: Post, countries: [DE, AT], price: 4.90}]
payments: {card: {provider: $CORNER_CARD_TOKEN, tips: [1, 2]}}
`),
		"catalog.yaml": file(`goods:
  items:
    - {id: fern, name: Fern, price: 12.90, stock: 2, weight: 0.5, photo: media/garden.png, text: Likes shade.}
    - {id: rose, name: Rose, price: 19.90, stock: 2, weight: 0.5, photo: media/shop.png, text: Likes sun.}
`),
		"flows/welcome.yaml": file("flow: welcome\nstart: {link: \"adv_*\"}\nsteps:\n" +
			"  - say: \"Hello {{ contact.first_name }} {{ contact.last_name ?? '-' }} @{{ contact.username ?? '-' }}, by {{ link ?? 'yourself' }}, visit {{ visits }}.\"\n"),
		"flows/sent.yaml": file(`flow: sent
title: What is sent
start: {command: sent}
steps:
  - say: "**Bold**, _slanted_, ` + "`code`" + ` and [a page](https://example.com/a?b=c)."
    photo: media/shop.png
  - say: Two of them.
    photo: [media/shop.png, media/garden.png]
  - say: What we have.
    file: media/menu.pdf
  - say: Listen.
    voice: media/hello.ogg
  - say: Look.
    video: media/film.mp4
  - say: Here we are.
    location: 52.5405, 13.4126
  - say: Where to go
    buttons: [help, {label: Our page, url: "https://example.com/"}, {label: Questions, flow: asked}]
`),
		"flows/asked.yaml": file(`flow: asked
title: What is asked for
start: {command: asked}
fields:
  tools: {type: many_of, options: [spade, rake, hose], label: Tools}
  day: {type: date, label: Day, min: today + 1d, max: today + 60d}
  phone: {type: phone, label: Phone, personal: true}
  place: {type: location, label: Place}
  pictures: {type: list, of: photo, label: Pictures}
  spoken: {type: voice, label: Message}
  plan: {type: file, label: Plan}
  stars: {type: rating, label: Stars}
steps:
  - {ask: tools, text: Which tools do you have?}
  - {ask: day, text: Which day suits you?}
  - {ask: phone, text: Which number can we call?}
  - {ask: place, text: Where is the garden?}
  - {ask: pictures, text: Some photos?}
  - {ask: spoken, text: Tell me about it.}
  - {ask: plan, text: And a plan?}
  - {ask: stars, text: How was it?}
  - say: "{{ tools }} on {{ day }}, {{ count(pictures) }} photos, {{ stars }} stars."
`),
		"flows/garden.yaml": file(`flow: garden
title: Plants
kind: purchase
start: {command: garden}
steps:
  - {show: chosen, from: catalog.goods}
  - cart: {add: chosen}
  - {pay: bought, by: [card]}
`),
	}
}

// sound is a WAV file of a tenth of a second, silent.
func sound() []byte {
	const rate, samples = 8000, 800
	wav := binary.LittleEndian.AppendUint32([]byte("RIFF"), 36+samples)
	wav = append(wav, "WAVEfmt "...)
	for _, n := range []uint32{16, 1 | 1<<16, rate, rate, 1 | 8<<16} { // PCM, one channel, a byte each
		wav = binary.LittleEndian.AppendUint32(wav, n)
	}
	wav = binary.LittleEndian.AppendUint32(append(wav, "data"...), samples)
	for range samples {
		wav = append(wav, 128)
	}
	return wav
}

// TestPhoneInTheBrowser drives all that flows can send and ask for, on the real bot.
func TestPhoneInTheBrowser(t *testing.T) {
	browser := consoletest.Browser(t)
	for name, c := range map[string]struct {
		width int64
		do    func(*testing.T, *consoletest.Tab)
	}{
		"what is sent":      {360, whatIsSent},
		"what is asked for": {360, whatIsAsked},
		"who it is":         {1100, whoItIs},
		"buying":            {1100, buying},
		"messages":          {1100, onMessages},
	} {
		t.Run(name, func(t *testing.T) {
			page := served(t, kinds())
			b := consoletest.Open(t, browser, page, c.width, 800)
			b.Visit()
			b.Click("#start", "Start")
			b.Sees(".theirs", "Hello Ada - @-, by yourself, visit 1.")
			c.do(t, b)
			b.Settled()
			b.Check("kinds-" + name)
			b.Clean()
		})
	}
}

// served serves the page of a bot until the test ends, and gives its address.
func served(t *testing.T, files fstest.MapFS) (address string) {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	ready, ended := make(chan string, 1), make(chan error, 1)
	go func() {
		ended <- Serve(ctx, Options{Files: files}, "127.0.0.1:0", func(at string, r *Rehearsal) {
			if found := r.Files().Findings; found.HasErrors() {
				t.Errorf("the bot has errors: %v", found)
			}
			ready <- at
		})
	}()
	t.Cleanup(func() {
		cancel()
		if err := <-ended; err != nil {
			t.Errorf("it ended with %v", err)
		}
	})
	select {
	case at := <-ready:
		return "http://" + at
	case err := <-ended:
		ended <- err
		t.Fatal("the page is not served")
		return ""
	}
}

func whatIsSent(t *testing.T, b *consoletest.Tab) {
	b.Write("/sent")
	b.Sees(".inline", "Questions")
	for _, shown := range []string{
		`.theirs .picture img`, `.theirs strong`, `.theirs em`, `.theirs code`, `.theirs a[href="https://example.com/a?b=c"]`,
		`.theirs.album + .theirs.album`, `.theirs a.card[href$="/menu.pdf"]`, `.theirs audio`, `.inline[href="https://example.com/"]`,
	} {
		b.Wait(fmt.Sprintf("document.querySelector(%q)", shown))
	}
	b.Sees(".card", "film.mp4") // cannot be played
	b.Sees(".card", "52.5405, 13.4126")
	b.Do(`document.querySelector("audio").preload = "auto"`)
	b.Wait(`document.querySelector("audio").readyState >= 1`)
	saved := consoletest.Eval[string](b, `(() => { const r = new XMLHttpRequest(); r.open("GET", document.querySelector("a.card").href, false); r.send();
		return r.responseText + " " + r.getResponseHeader("Content-Disposition"); })()`)
	if saved != "%PDF-1.4 the menu attachment; filename=menu.pdf" {
		t.Errorf("the file is %q", saved)
	}
}

func whatIsAsked(_ *testing.T, b *consoletest.Tab) {
	b.Write("/asked")
	b.Click(".inline", "rake")
	b.Sees(".inline", "✓ rake")
	b.Click(".inline", "hose")
	b.Sees(".inline", "✓ hose")
	b.Click(".inline", "Done")
	b.Sees(".theirs", "Which day suits you?")
	b.Click(".inline", "›")
	b.Sees(".theirs .stamp", "edited")
	b.Wait(`document.querySelectorAll(".inline:not([aria-busy])").length > 28`)
	b.Settled()
	b.Check("kinds-calendar")
	b.Click(".inline", "10")
	b.Sees(".theirs", "Which number can we call?")
	b.Click("#attach", "")
	b.Click("#attach-list button", "Somebody else")
	b.Sees(".mine .card", "Robin")
	b.Sees(".theirs", "your own")
	b.Click(".key", "")
	b.Sees(".theirs", "Where is the garden?")
	b.Click(".key", "")
	b.Sees(".mine .card", "52.5200, 13.4050")
	for _, c := range [][2]string{{"Some photos?", "Three photos"}, {"Tell me about it.", "Voice message"}, {"And a plan?", "Document"}} {
		b.Sees(".theirs", c[0])
		b.Click("#attach", "")
		b.Click("#attach-list button", c[1])
	}
	b.Sees(".theirs", "How was it?")
	b.Click(".inline", "4")
	b.Sees(".theirs", "3 photos, 4 stars")
}

func whoItIs(_ *testing.T, b *consoletest.Tab) {
	b.Click("#new-customer", "")
	b.Do(`document.getElementById("customer-last-name").value = "Meier"`)
	b.Do(`document.getElementById("customer-username").value = "ben_m"`)
	b.Do(`document.getElementById("customer-payload").value = "adv_7"`)
	b.Do(`document.getElementById("customer-language").value = "de"`)
	b.Keys("Ben\r")
	b.Sees(".theirs", "Hello Ben Meier @ben_m, by 7, visit 1.")
	b.Click("#chat-menu", "")
	b.Click("[data-do]", "Come back in a week")
	b.Sees(".theirs", "by yourself, visit 2.")
	b.Click("#chat-menu", "")
	b.Click("[data-do]", "Name and language")
	b.Keys("Robin\r")
	b.Sees(".customer", "Robin Meier")
	b.Click("#chat-menu", "")
	b.Click("[data-do]", "Block the bot")
	b.Click("#unblock", "Unblock")
	b.Write("/start")
	b.Sees(".theirs", "Hello Robin Meier @ben_m")
	b.Click(".customer", "Ada")
	b.Wait(`![...document.querySelectorAll(".theirs")].some((m) => m.textContent.includes("Meier"))`)
}

func buying(_ *testing.T, b *consoletest.Tab) {
	b.Write("/garden")
	b.Sees(".theirs", "Fern")
	b.Click(".inline", "›")
	b.Sees(".theirs", "Rose")
	b.Sees(".theirs .stamp", "edited")
	b.Wait(`document.querySelector(".picture img").src.endsWith("/static/picture.svg")`) // the photo is none that can be shown
	b.Click(".inline", "I take this one")
	b.Click(".paying", "Pay")
	b.Sees("#pay-lines", "Rose")
	b.Do(`document.getElementById("pay-known").selectedIndex = 2`) // in France
	b.Do(`document.getElementById("pay-known").dispatchEvent(new Event("change", {bubbles: true}))`)
	b.Click("#pay-submit", "Continue")
	b.Sees("#pay-status.wrong", "The bot refused the payment")
	b.Do(`document.getElementById("pay-known").selectedIndex = 0`)
	b.Do(`document.getElementById("pay-known").dispatchEvent(new Event("change", {bubbles: true}))`)
	b.Click("#pay-submit", "Continue")
	b.Sees("#pay-ways .choice", "Post")
	for outcome, says := range map[string]string{"declined": "The bank declined", "too_late": "did not answer in time"} {
		b.Do(`document.getElementById("pay-outcome").value = "` + outcome + `"`)
		b.Click("#pay-submit", "Pay")
		b.Sees("#pay-status.wrong", says)
	}
	b.Do(`document.getElementById("pay-outcome").value = "twice"`)
	b.Click("#pay-submit", "Pay")
	b.Sees(".money", "Paid: €24.80")
	b.Sees(".theirs", "Thank you")
	b.Wait(`!document.getElementById("pay-dialog").open`)
}

func onMessages(_ *testing.T, b *consoletest.Tab) {
	b.Wait(`document.getElementById("text").checkVisibility()`) // it takes the focus when it comes, which closes a menu
	b.Click(".theirs .about", "")
	b.Click(".message-menu button", "👍")
	b.Sees(".theirs .reaction", "👍")
	b.Click(".theirs .about", "")
	b.Click(".message-menu button", "Reply")
	b.Write("/help")
	b.Sees(".mine .quote", "Hello Ada")
	b.Click(".mine .about", "")
	b.Click(".message-menu button", "Edit")
	b.Do(`document.getElementById("text").value = "/sent"`)
	b.Enter()
	b.Sees(".mine .stamp", "edited")
}
