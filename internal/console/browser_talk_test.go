package console_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"repartee/internal/console"
)

func TestTalkInABrowser(t *testing.T) {
	browser := newBrowser(t)
	for _, c := range []struct {
		name string
		talk func(*testing.T, *tab)
	}{
		{"conversation", conversation}, {"typing", typing}, {"presses", presses}, {"attachments", attachments}, {"a slow picture", slowPicture}, {"commands", commands},
		{"nothing that is said becomes markup", harmless}, {"formatting", formatting}, {"customers", customers},
		{"blocking", blocking}, {"a lost connection", lostConnection}, {"keyboard alone", keyboardAlone},
	} {
		t.Run(c.name, func(t *testing.T) { c.talk(t, open(t, browser, 1100, 760, coffee)) })
	}
}

// conversation is the main way: start, a press, words, the share button.
func conversation(t *testing.T, b *tab) {
	p := b.fake.New("Ada", "en").(*fakePhone)
	b.visit()
	b.sees("#description", "roasts coffee")
	b.click("#start", "Start")
	b.sees(".theirs strong", "How do you brew at home?")
	b.sees("#text", "")
	b.click(".inline", "Filter")
	b.sees("#toast.shown", "Filter it is")
	b.sees(".inline", "✓ Filter")
	b.sees(".theirs .stamp", "edited")
	b.write("12")
	b.sees(".key", "Share my number")
	b.wait(`document.getElementById("text").placeholder === "+49 …"`)
	b.click(".key", "Share my number")
	b.sees(".mine", "+49301234567")
	b.sees(".quote", "Ada") // the answer refers to the card
	b.wait(`document.getElementById("keyboard").hidden && document.getElementById("text").placeholder === "Message"`)
	want := []string{"start ", "press brew", "say 12", "contact"}
	if did := p.deeds(); !slices.Equal(did, want) {
		t.Errorf("the customer did %q, want %q", did, want)
	}
	b.clean()
}

func typing(t *testing.T, b *tab) {
	p := b.fake.New("Ada", "en").(*fakePhone)
	p.write(console.Message{Text: "hello"})
	b.visit()
	top := eval[float64](b, `document.querySelector(".message").getBoundingClientRect().top`)
	p.emit(console.Event{Kind: console.ActionShown, Action: "typing"})
	b.sees("#status-typing", "typing")
	if moved := eval[float64](b, `document.querySelector(".message").getBoundingClientRect().top`); moved != top {
		t.Errorf("the chat has moved from %v to %v", top, moved)
	}
	p.write(console.Message{Text: "done"})
	b.sees(".theirs", "done")
	b.wait(`document.getElementById("status-typing").hidden && !document.getElementById("status-idle").hidden`)
	b.clean()
}

func presses(t *testing.T, b *tab) {
	p := b.fake.New("Ada", "en").(*fakePhone)
	p.Start("")
	b.visit()
	b.click(".inline", "French press")
	b.sees(`.inline[aria-busy="true"]`, "French press")
	p.emit(console.Event{Kind: console.PressAnswered})
	b.wait(`!document.querySelector(".inline[aria-busy]")`)
	b.click(".inline", "Espresso machine")
	b.sees("#alert-dialog[open]", "We are closed today.")
	b.keys("\r")
	b.wait(`!document.getElementById("alert-dialog").open`)

	b.click(".inline", "Today's offer") // a link to the bot itself
	b.sees(".mine", "/start adv_7")
	link := eval[map[string]string](b, `(() => { const a = [...document.querySelectorAll("a.inline")].find((a) => a.textContent.includes("Our shop"));
		return { href: a.href, target: a.target, rel: a.rel }; })()`)
	if link["href"] != "https://bean-leaf.example/shop" || link["target"] != "_blank" || !strings.Contains(link["rel"], "noopener") {
		t.Errorf("the link is %v", link)
	}
	b.clean()
}

func attachments(t *testing.T, b *tab) {
	p := b.fake.New("Ada", "en").(*fakePhone)
	p.fake.files["photo"] = []byte("no picture")
	p.Start("")
	b.visit()
	for name, shown := range map[string]string{
		"Photo": ".mine .picture img", "Voice message": ".mine .voice", "Location": ".mine .card", "My phone number": ".mine .card",
	} {
		b.click("#attach", "")
		b.click("#attach-list button", name)
		b.wait(`document.querySelector("` + shown + `")`)
	}
	b.sees(".mine", "52.5200, 13.4050")
	b.wait(`document.querySelector(".picture img").naturalWidth > 0`)
	did := p.deeds()[1:]
	slices.Sort(did)
	if want := []string{"contact", "location", "photo", "voice"}; !slices.Equal(did, want) {
		t.Errorf("the customer did %q", did)
	}
	b.clean()
}

// slowPicture proves that nothing moves when a picture comes late.
func slowPicture(t *testing.T, b *tab) {
	const box = `JSON.stringify(document.querySelector(".mine .bubble").getBoundingClientRect())`
	p := b.fake.New("Ada", "en").(*fakePhone)
	b.fake.files["photo"], b.fake.gate = []byte("no picture"), make(chan struct{})
	b.visit()
	p.Send(console.Photo)
	b.wait(`document.querySelector(".picture img")`)
	b.settled()
	before := eval[string](b, box)
	close(b.fake.gate)
	b.wait(`document.querySelector(".picture img").naturalWidth > 0`)
	if after := eval[string](b, box); after != before {
		t.Errorf("the message has grown from %s to %s", before, after)
	}
	b.clean()
}

func commands(t *testing.T, b *tab) {
	p := b.fake.New("Ada", "en").(*fakePhone)
	p.Start("")
	b.visit()
	b.click("#commands", "")
	b.click("#commands-list button", "/shop")
	b.sees(".theirs", "You said: /shop")
	b.click(".said-command", "/help")
	b.sees(".theirs", "You said: /help")

	b.click("#chat-menu", "")
	b.click("[data-do]", "deep link")
	b.keys("adv_9\r")
	b.sees(".mine", "/start adv_9")
	b.click("#chat-menu", "")
	b.click("[data-do]", "Start again")
	b.wait(`[...document.querySelectorAll(".mine .text")].at(-1).textContent === "/start"`)
	b.clean()
}

func harmless(t *testing.T, b *tab) {
	p := b.fake.New(`<b onclick="hit=1">Ada</b>`, "en").(*fakePhone)
	evil := `<img src=x onerror="window.hit=1"><script>window.hit=1</script>`
	p.write(console.Message{
		Text:     evil + " run",
		Entities: []console.Entity{{Type: "text_link", Offset: len(evil) + 1, Length: 3, URL: "javascript:window.hit=1"}},
		Buttons:  [][]console.Button{{{Text: evil, Data: "x"}, {Text: "run", URL: "javascript:window.hit=1"}}},
	})
	p.keyboard(&console.Keyboard{Rows: [][]console.Key{{{Text: evil}}}, Placeholder: evil})
	b.visit()
	b.sees(".theirs .text", evil)
	b.sees(".key", evil)
	b.sees(".customer-name", `<b onclick=`)
	b.click(".theirs .text span", "run")
	b.click("a.inline", "run")
	if eval[bool](b, `"hit" in window || !!document.querySelector("#log script, #log img, a[href^=javascript]")`) {
		t.Error("what was said has become markup")
	}
	b.clean()
}

func formatting(t *testing.T, b *tab) {
	p := b.fake.New("Ada", "en").(*fakePhone)
	p.write(console.Message{
		Text: "😀 bold both code https://a.example/x, me@a.example /go a/b hidden",
		Entities: []console.Entity{ // 😀 is two units long
			{Type: "bold", Offset: 3, Length: 9}, {Type: "italic", Offset: 8, Length: 4}, {Type: "code", Offset: 13, Length: 4},
			{Type: "email", Offset: 39, Length: 12}, {Type: "spoiler", Offset: 60, Length: 99}, {Type: "bold", Offset: -1, Length: 2},
		},
	})
	b.visit()
	b.wait(`document.querySelector(".text code")`)
	html := eval[string](b, `document.querySelector(".text").innerHTML`)
	link := `target="_blank" rel="noopener noreferrer"`
	for _, want := range []string{
		`😀 <strong>bold <em>both</em></strong> <code>code</code> `,
		`<a href="https://a.example/x" ` + link + `>https://a.example/x</a>, `,
		`<a href="mailto:me@a.example" ` + link + `>me@a.example</a> `,
		`<button type="button" class="said-command">/go</button> a/b `,
	} {
		if !strings.Contains(html, want) {
			t.Errorf("%s\nlacks %s", html, want)
		}
	}
	b.click(".spoiler", "hidden")
	b.wait(`!document.querySelector(".spoiler") && document.querySelector(".text").textContent.endsWith("hidden")`)
	b.clean()
}

func customers(t *testing.T, b *tab) {
	b.visit()
	b.click("#first-customer", "New customer")
	b.wait(`document.getElementById("customer-name").value === "Ada"`) // suggested
	b.do(`document.getElementById("customer-language").value = "de"`)
	b.keys("\r")
	b.sees(".customer", "Ada")
	b.click("#start", "Start")
	b.sees(".theirs", "How do you brew")
	b.click("#new-customer", "New customer")
	b.keys("Ben\r")
	b.sees(`.customer[aria-current="true"]`, "Ben")
	b.sees("#start", "Start") // their chat is empty
	b.fake.phone(1).write(console.Message{Text: "Ada, are you there?"})
	b.sees(".customer .badge", "1")
	b.click(".customer", "Ada")
	b.sees(".theirs", "Ada, are you there?")
	b.wait(`![...document.querySelectorAll(".badge")].some((e) => e.checkVisibility())`)
	if c := b.fake.phone(1).Customer(); c.Language != "de" {
		t.Errorf("Ada speaks %q", c.Language)
	}
	b.clean()
}

func blocking(t *testing.T, b *tab) {
	p := b.fake.New("Ada", "en").(*fakePhone)
	p.Start("")
	b.visit()
	b.click("#chat-menu", "")
	b.click("[data-do]", "Block the bot")
	b.click("#unblock", "Unblock")
	b.wait(`document.getElementById("phone").dataset.state === "open"`)
	if p.Customer().Blocked {
		t.Error("the bot is blocked")
	}
	b.clean()
}

func lostConnection(_ *testing.T, b *tab) {
	p := b.fake.New("Ada", "en").(*fakePhone)
	first := p.write(console.Message{Text: "first"})
	b.visit()
	b.do(`window.kept = document.querySelector(".message")`)
	b.fake.cut()
	b.sees("#offline", "Connection lost")
	p.write(console.Message{Text: "while away"})
	b.sees(".theirs", "while away")
	b.wait(`document.getElementById("offline").hidden && window.kept.isConnected`)
	p.emit(console.Event{Kind: console.MessageGone, MessageID: first})
	b.wait(`!window.kept.isConnected`)
}

// keyboardAlone does without a mouse what the main way does with one.
func keyboardAlone(t *testing.T, b *tab) {
	p := b.fake.New("Ada", "en").(*fakePhone)
	b.visit()
	b.sees("#start", "Start")
	b.tabTo(`#start`)
	b.keys("\r")
	b.sees(".inline", "Filter")
	b.wait(`document.activeElement.id === "text"`) // one can write at once
	b.keys("hello")
	b.enter()
	b.sees(".theirs", "You said: hello")
	b.keys("two")
	b.run(chromedp.KeyEvent("\r", chromedp.KeyModifiers(chromedp.ModifierShift)))
	b.keys("lines")
	b.enter()
	b.sees(".theirs", "You said: two\nlines")
	b.tabTo(`#attach`)
	b.keys("\r")
	b.wait(`document.activeElement.dataset.send === "photo"`)
	b.keys(kb.ArrowDown)
	b.wait(`document.activeElement.dataset.send === "voice"`)
	b.keys(kb.Escape)
	b.wait(`document.activeElement.id === "attach" && document.getElementById("attach-list").hidden`)
	b.tabTo(`.inline:nth-child(2)`)
	b.keys("\r")
	b.sees(".inline", "✓ Filter")
	b.wait(`document.activeElement !== document.body`) // the button has been replaced
	if did := p.deeds(); !slices.Contains(did, "press brew") {
		t.Errorf("the customer did %q", did)
	}
	b.clean()
}

// tabTo presses Tab until the focus is where it should be, and checks on the
// way that one sees where it is.
func (b *tab) tabTo(selector string) {
	b.t.Helper()
	for range 60 {
		b.keys(kb.Tab)
		at := eval[struct{ There, Seen bool }](b, `(() => { const e = document.activeElement, shown = e.closest("label") ?? e;
			return { There: e.matches(`+"`"+selector+"`"+`), Seen: e === document.body || getComputedStyle(shown).outlineStyle !== "none" }; })()`)
		if !at.Seen {
			b.t.Errorf("one does not see where the focus is on the way to %s", selector)
		}
		if at.There {
			return
		}
	}
	b.t.Fatalf("Tab does not lead to %s", selector)
}
