package console_test

import (
	"slices"
	"testing"

	"repartee/internal/console"
	"repartee/internal/console/consoletest"
)

// TestMessagesInTheBrowser does with messages and media all that a customer can.
func TestMessagesInTheBrowser(t *testing.T) {
	browser := consoletest.Browser(t)
	for name, c := range map[string]struct {
		width int64
		do    func(*testing.T, *tab)
	}{
		"answers, changes, reacts":    {1100, aboutMessages},
		"with the keyboard":           {360, aboutMessagesByKeyboard},
		"sends all that there is":     {360, allAttachments},
		"sees and hears what is sent": {1100, players},
		"is somebody with a username": {1100, profiles},
		"comes back":                  {1100, comingBack},
		"finds a day in a calendar":   {360, calendar},
		"pays what is told of twice":  {1100, paidTwice},
	} {
		t.Run(name, func(t *testing.T) { c.do(t, open(t, browser, c.width, 800, coffee)) })
	}
}

func aboutMessages(t *testing.T, b *tab) {
	p := b.fake.New("Ada", "en").(*fakePhone)
	hello := p.write(console.Message{Text: "Hello, what can I do?"})
	b.Visit()
	b.Write("cofee")
	b.Sees(".mine", "cofee")
	b.Sees(".theirs", "You said: cofee")
	b.Click(".theirs .about", "")
	b.Click(".message-menu button", "👍")
	b.Sees(".reaction", "👍")
	b.Click(".reaction", "👍") // takes it back
	b.Wait(`![...document.querySelectorAll(".reaction")].some((e) => e.checkVisibility())`)
	b.Click(".mine .about", "")
	b.Shot("message-menu")
	b.Click(".message-menu button", "Edit")
	b.Wait(`document.getElementById("text").value === "cofee" && document.activeElement.id === "text"`)
	b.Do(`document.getElementById("text").value = "coffee"`)
	b.Enter()
	b.Sees(".mine .text", "coffee")
	b.Sees(".mine .stamp", "edited")
	b.Do(`document.querySelector("[data-id='1'] .about").click()`)
	b.Wait(`document.querySelector(".message-menu [data-edit]").hidden`) // the bot's own words stay
	b.Click(".message-menu button", "Reply")
	b.Sees("#about-reply", "Reply to")
	b.Sees("#about-text", "Hello, what can I do?")
	b.Shot("message-reply")
	b.Write("advice")
	b.Sees(".mine .quote", "Hello, what can I do?")
	b.Wait(`document.getElementById("about-message").hidden`)
	want := []string{"say cofee", "react 3 👍", "react 3 ", "edit 2 coffee", "reply 1 advice"}
	if did := p.deeds(); hello != 1 || !slices.Equal(did, want) {
		t.Errorf("the customer did %q, want %q", did, want)
	}
	b.Clean()
}

func aboutMessagesByKeyboard(t *testing.T, b *tab) {
	p := b.fake.New("Ada", "en").(*fakePhone)
	p.write(console.Message{Text: "Hello"})
	b.Visit()
	b.TabTo(`.about`)
	b.Keys("\r")
	b.Wait(`document.activeElement.dataset.react === "👍"`)
	b.Check("message-menu-narrow")
	b.Keys("\x1b")
	b.Wait(`document.activeElement.matches(".about") && !document.querySelector(".message-menu")`)
	b.Keys("\r")
	b.Keys("\r")
	b.Sees(".reaction", "👍")
	b.Wait(`document.activeElement.matches(".about")`)
	b.TabTo(`.about`)
	b.Keys("\r")
	b.TabTo(`[data-reply]`)
	b.Keys("\r")
	b.Wait(`document.activeElement.id === "text"`)
	b.Keys("never mind\x1b")
	b.Wait(`document.getElementById("about-message").hidden`)
	b.Enter()
	b.Sees(".mine", "never mind")
	if did, want := p.deeds(), []string{"react 1 👍", "say never mind"}; !slices.Equal(did, want) {
		t.Errorf("the customer did %q, want %q", did, want)
	}
	b.Clean()
}

func allAttachments(t *testing.T, b *tab) {
	p := b.fake.New("Ada", "en").(*fakePhone)
	b.fake.files["photo"] = []byte("no picture")
	p.Start("")
	b.Visit()
	b.Click("#attach", "")
	b.Check("attach-all-narrow")
	b.Keys("\x1b")
	for _, c := range []struct{ name, deed, shows string }{
		{"Three photos", "album", ".mine.album"}, {"Video", "video", ".mine .card"}, {"Document", "document", ".mine a.card"},
		{"Somebody else", "stranger", ".mine .card"},
	} {
		b.Click("#attach", "")
		b.Click("#attach-list button", c.name)
		b.Wait(`document.querySelector("` + c.shows + `")`)
		b.Sees(".theirs", "Got it: "+c.deed)
	}
	if n := eval[int](b, `document.querySelectorAll(".mine.album").length`); n != 3 {
		t.Errorf("%d photos in the album", n)
	}
	if href := eval[string](b, `document.querySelector(".mine a.card").getAttribute("href")`); href != "/customers/1/files/letter/letter.pdf" {
		t.Errorf("the file is at %s", href)
	}
	b.Do(`document.getElementById("log").scrollTop = 0`)
	b.Settled()
	b.Check("album-narrow")
	b.Clean()
}

// players shows what can be played, and in the place of what cannot its drawing.
func players(t *testing.T, b *tab) {
	p := b.fake.New("Ada", "en").(*fakePhone)
	b.fake.files["voice"] = silence()
	b.fake.files["broken"] = []byte("no film")
	p.write(console.Message{Media: "voice", File: "voice", Text: "How we roast"})
	p.write(console.Message{Media: "document", File: "menu", FileName: "menu.pdf", Text: "What we have"})
	p.write(console.Message{Media: "video", File: "broken", FileName: "film.mp4"})
	b.Visit()
	b.Sees(".card .media-more", "film.mp4") // is no film
	b.Do(`document.querySelector("audio").preload = "auto"`)
	b.Wait(`document.querySelector("audio").readyState >= 1`)
	b.Check("players")
	b.Clean()
}

func profiles(t *testing.T, b *tab) {
	b.Visit()
	b.Click("#first-customer", "New customer")
	b.Do(`document.getElementById("customer-last-name").value = "Meier"`)
	b.Do(`document.getElementById("customer-username").value = "@ada_m"`)
	b.Do(`document.getElementById("customer-payload").value = "adv_7"`)
	b.Check("customer-new")
	b.Keys("\r")
	b.Sees(".customer-name", "Ada Meier")
	b.Sees(".mine", "/start adv_7")
	b.Click("#chat-menu", "")
	b.Click("[data-do]", "Name and language")
	b.Sees("#customer-dialog h2", "Name and language")
	b.Wait(`document.getElementById("customer-username").value === "ada_m" && !document.getElementById("customer-payload").checkVisibility()`)
	b.Do(`document.getElementById("customer-language").value = "fr"`)
	b.Do(`document.getElementById("customer-last-name").value = ""`)
	b.Click("#customer-form button", "Save")
	b.Sees(".customer .chip", "fr")
	b.Wait(`!document.querySelector(".customer-name").textContent.includes("Meier")`)
	want := []string{"profile Ada|Meier|ada_m|en", "start adv_7", "profile Ada||ada_m|fr"}
	if did := b.fake.phone(1).deeds(); !slices.Equal(did, want) {
		t.Errorf("the customer did %q, want %q", did, want)
	}
	b.Clean()
}

func comingBack(t *testing.T, b *tab) {
	p := b.fake.New("Ada", "en").(*fakePhone)
	p.Start("")
	b.Visit()
	b.Click("#chat-menu", "")
	b.Click("[data-do]", "Come back in a week")
	b.Wait(`document.querySelectorAll(".mine").length === 2`)
	b.fake.mu.Lock()
	passed := b.fake.passed
	b.fake.mu.Unlock()
	if days := passed.Hours() / 24; days != 7 {
		t.Errorf("%v days have gone by", days)
	}
	b.Clean()
}

// calendar holds the narrowest buttons against the screen: seven in a row.
func calendar(t *testing.T, b *tab) {
	p := b.fake.New("Ada", "en").(*fakePhone)
	p.write(console.Message{Text: "Which day suits you?", Buttons: march()})
	b.Visit()
	b.Check("calendar-narrow")
	cramped := eval[[]string](b, `[...document.querySelectorAll(".inline [data-label]")].filter((label) => {
		const text = label.firstChild, word = document.createRange();
		return label.parentElement.clientWidth < 24 || [...text.data.matchAll(/\S+/g)].some((w) => {
			word.setStart(text, w.index);
			word.setEnd(text, w.index + w[0].length);
			return word.getClientRects().length > 1;
		});
	}).map((label) => label.textContent)`)
	if len(cramped) > 0 {
		t.Errorf("there is no room for %q", cramped)
	}
	b.Click(".inline", "17")
	b.Sees(".theirs", "Got it: press 17")
	b.Clean()
}

func paidTwice(t *testing.T, b *tab) {
	p := b.fake.New("Ada", "en").(*fakePhone)
	p.write(console.Message{Invoice: new(course()), Buttons: [][]console.Button{{{Text: "Pay 250 ⭐", Pay: true}}}})
	b.Visit()
	b.Click(".paying", "Pay")
	b.Sees("#pay-lines", "Brewing course")
	b.Do(`document.getElementById("pay-outcome").value = "twice"`)
	b.Click("#pay-submit", "Pay")
	b.Sees(".money", "Paid: 250 ⭐")
	if did := p.deeds(); !slices.Contains(did, "told twice") {
		t.Errorf("the customer did %q", did)
	}
	b.Clean()
}
