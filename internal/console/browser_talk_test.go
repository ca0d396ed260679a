package console_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp/kb"

	"repartee/internal/console"
	"repartee/internal/console/consoletest"
)

func TestTalkInABrowser(t *testing.T) {
	browser := consoletest.Browser(t)
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
	b.Visit()
	b.Sees("#description", "roasts coffee")
	b.Click("#start", "Start")
	b.Sees(".theirs strong", "How do you brew at home?")
	b.Sees("#text", "")
	b.Click(".inline", "Filter")
	b.Sees("#toast.shown", "Filter it is")
	b.Sees(".inline", "✓ Filter")
	b.Sees(".theirs .stamp", "edited")
	b.Write("12")
	b.Sees(".key", "Share my number")
	b.Wait(`document.getElementById("text").placeholder === "+49 …"`)
	b.Click(".key", "Share my number")
	b.Sees(".mine", "+49301234567")
	b.Sees(".quote", "Ada") // the answer refers to the card
	b.Wait(`document.getElementById("keyboard").hidden && document.getElementById("text").placeholder === "Message"`)
	want := []string{"start ", "press brew", "say 12", "contact"}
	if did := p.deeds(); !slices.Equal(did, want) {
		t.Errorf("the customer did %q, want %q", did, want)
	}
	b.Clean()
}

func typing(t *testing.T, b *tab) {
	p := b.fake.New("Ada", "en").(*fakePhone)
	p.write(console.Message{Text: "hello"})
	b.Visit()
	top := eval[float64](b, `document.querySelector(".message").getBoundingClientRect().top`)
	p.emit(console.Event{Kind: console.ActionShown, Action: "typing"})
	b.Sees("#status-typing", "typing")
	if moved := eval[float64](b, `document.querySelector(".message").getBoundingClientRect().top`); moved != top {
		t.Errorf("the chat has moved from %v to %v", top, moved)
	}
	p.write(console.Message{Text: "done"})
	b.Sees(".theirs", "done")
	b.Wait(`document.getElementById("status-typing").hidden && !document.getElementById("status-idle").hidden`)
	b.Clean()
}

func presses(t *testing.T, b *tab) {
	p := b.fake.New("Ada", "en").(*fakePhone)
	p.Start("")
	b.Visit()
	b.Click(".inline", "French press")
	b.Sees(`.inline[aria-busy="true"]`, "French press")
	p.emit(console.Event{Kind: console.PressAnswered})
	b.Wait(`!document.querySelector(".inline[aria-busy]")`)
	b.Click(".inline", "Espresso machine")
	b.Sees("#alert-dialog[open]", "We are closed today.")
	b.Keys("\r")
	b.Wait(`!document.getElementById("alert-dialog").open`)

	b.Click(".inline", "Today's offer") // a link to the bot itself
	b.Sees(".mine", "/start adv_7")
	link := eval[map[string]string](b, `(() => { const a = [...document.querySelectorAll("a.inline")].find((a) => a.textContent.includes("Our shop"));
		return { href: a.href, target: a.target, rel: a.rel }; })()`)
	if link["href"] != "https://bean-leaf.example/shop" || link["target"] != "_blank" || !strings.Contains(link["rel"], "noopener") {
		t.Errorf("the link is %v", link)
	}
	b.Clean()
}

func attachments(t *testing.T, b *tab) {
	p := b.fake.New("Ada", "en").(*fakePhone)
	p.fake.files["photo"] = []byte("no picture")
	p.Start("")
	b.Visit()
	for name, shown := range map[string]string{
		"Photo": ".mine .picture img", "Voice message": ".mine .voice", "Location": ".mine .card", "My phone number": ".mine .card",
	} {
		b.Click("#attach", "")
		b.Click("#attach-list button", name)
		b.Wait(`document.querySelector("` + shown + `")`)
	}
	b.Sees(".mine", "52.5200, 13.4050")
	b.Wait(`document.querySelector(".picture img").naturalWidth > 0`)
	did := p.deeds()[1:]
	slices.Sort(did)
	if want := []string{"contact", "location", "photo", "voice"}; !slices.Equal(did, want) {
		t.Errorf("the customer did %q", did)
	}
	b.Clean()
}

// slowPicture proves that nothing moves when a picture comes late.
func slowPicture(t *testing.T, b *tab) {
	const box = `JSON.stringify(document.querySelector(".mine .bubble").getBoundingClientRect())`
	p := b.fake.New("Ada", "en").(*fakePhone)
	b.fake.files["photo"], b.fake.gate = []byte("no picture"), make(chan struct{})
	b.Visit()
	p.Send(console.Photo)
	b.Wait(`document.querySelector(".picture img")`)
	b.Settled()
	before := eval[string](b, box)
	close(b.fake.gate)
	b.Wait(`document.querySelector(".picture img").naturalWidth > 0`)
	if after := eval[string](b, box); after != before {
		t.Errorf("the message has grown from %s to %s", before, after)
	}
	b.Clean()
}

func commands(t *testing.T, b *tab) {
	p := b.fake.New("Ada", "en").(*fakePhone)
	p.Start("")
	b.Visit()
	b.Click("#commands", "")
	b.Click("#commands-list button", "/shop")
	b.Sees(".theirs", "You said: /shop")
	b.Click(".said-command", "/help")
	b.Sees(".theirs", "You said: /help")

	b.Click("#chat-menu", "")
	b.Click("[data-do]", "deep link")
	b.Keys("adv_9\r")
	b.Sees(".mine", "/start adv_9")
	b.Click("#chat-menu", "")
	b.Click("[data-do]", "Start again")
	b.Wait(`[...document.querySelectorAll(".mine .text")].at(-1).textContent === "/start"`)
	b.Clean()
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
	b.Visit()
	b.Sees(".theirs .text", evil)
	b.Sees(".key", evil)
	b.Sees(".customer-name", `<b onclick=`)
	b.Click(".theirs .text span", "run")
	b.Click("a.inline", "run")
	if eval[bool](b, `"hit" in window || !!document.querySelector("#log script, #log img, a[href^=javascript]")`) {
		t.Error("what was said has become markup")
	}
	b.Clean()
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
	b.Visit()
	b.Wait(`document.querySelector(".text code")`)
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
	b.Click(".spoiler", "hidden")
	b.Wait(`!document.querySelector(".spoiler") && document.querySelector(".text").textContent.endsWith("hidden")`)
	b.Clean()
}

func customers(t *testing.T, b *tab) {
	b.Visit()
	b.Click("#first-customer", "New customer")
	b.Wait(`document.getElementById("customer-name").value === "Ada"`) // suggested
	b.Do(`document.getElementById("customer-language").value = "de"`)
	b.Keys("\r")
	b.Sees(".customer", "Ada")
	b.Click("#start", "Start")
	b.Sees(".theirs", "How do you brew")
	b.Click("#new-customer", "New customer")
	b.Keys("Ben\r")
	b.Sees(`.customer[aria-current="true"]`, "Ben")
	b.Sees("#start", "Start") // their chat is empty
	b.fake.phone(1).write(console.Message{Text: "Ada, are you there?"})
	b.Sees(".customer .badge", "1")
	b.Click(".customer", "Ada")
	b.Sees(".theirs", "Ada, are you there?")
	b.Wait(`![...document.querySelectorAll(".badge")].some((e) => e.checkVisibility())`)
	if c := b.fake.phone(1).Customer(); c.Language != "de" {
		t.Errorf("Ada speaks %q", c.Language)
	}
	b.Clean()
}

func blocking(t *testing.T, b *tab) {
	p := b.fake.New("Ada", "en").(*fakePhone)
	p.Start("")
	b.Visit()
	b.Click("#chat-menu", "")
	b.Click("[data-do]", "Block the bot")
	b.Click("#unblock", "Unblock")
	b.Wait(`document.getElementById("phone").dataset.state === "open"`)
	if p.Customer().Blocked {
		t.Error("the bot is blocked")
	}
	b.Clean()
}

func lostConnection(_ *testing.T, b *tab) {
	p := b.fake.New("Ada", "en").(*fakePhone)
	first := p.write(console.Message{Text: "first"})
	b.Visit()
	b.Do(`window.kept = document.querySelector(".message")`)
	b.fake.cut()
	b.Sees("#offline", "Connection lost")
	p.write(console.Message{Text: "while away"})
	b.Sees(".theirs", "while away")
	b.Wait(`document.getElementById("offline").hidden && window.kept.isConnected`)
	p.emit(console.Event{Kind: console.MessageGone, MessageID: first})
	b.Wait(`!window.kept.isConnected`)
}

// keyboardAlone does without a mouse what the main way does with one.
func keyboardAlone(t *testing.T, b *tab) {
	p := b.fake.New("Ada", "en").(*fakePhone)
	b.Visit()
	b.Sees("#start", "Start")
	b.TabTo(`#start`)
	b.Keys("\r")
	b.Sees(".inline", "Filter")
	b.Wait(`document.activeElement.id === "text"`) // one can write at once
	b.Keys("hello")
	b.Enter()
	b.Sees(".theirs", "You said: hello")
	b.Keys("two")
	b.ShiftEnter()
	b.Keys("lines")
	b.Enter()
	b.Sees(".theirs", "You said: two\nlines")
	b.TabTo(`#attach`)
	b.Keys("\r")
	b.Wait(`document.activeElement.dataset.send === "photo"`)
	b.Keys(kb.ArrowDown)
	b.Wait(`document.activeElement.dataset.send === "album"`)
	b.Keys(kb.Escape)
	b.Wait(`document.activeElement.id === "attach" && document.getElementById("attach-list").hidden`)
	b.TabTo(`.inline:nth-child(2)`)
	b.Keys("\r")
	b.Sees(".inline", "✓ Filter")
	b.Wait(`document.activeElement !== document.body`) // the button has been replaced
	if did := p.deeds(); !slices.Contains(did, "press brew") {
		t.Errorf("the customer did %q", did)
	}
	b.Clean()
}
