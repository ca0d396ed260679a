package consoletest

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// Visit loads the page and waits until it has drawn the chat.
func (b *Tab) Visit() {
	b.t.Helper()
	b.run(chromedp.Navigate(b.url))
	b.Wait(`document.getElementById("phone").dataset.state !== "loading"`)
}

// Go loads the page at a path, whatever it is.
func (b *Tab) Go(path string) {
	b.t.Helper()
	b.run(chromedp.Navigate(b.url + path))
}

func (b *Tab) run(steps ...chromedp.Action[chromedp.Void]) {
	b.t.Helper()
	if err := chromedp.Do(b.ctx, steps...); err != nil {
		b.t.Fatal(err)
	}
}

// Wait waits until a condition, in the page's own language, holds there.
func (b *Tab) Wait(condition string) {
	b.t.Helper()
	ctx, cancel := context.WithTimeout(b.ctx, patience)
	defer cancel()
	script := `new Promise((done) => { const look = () => (` + condition + `) ? done(true) : requestAnimationFrame(look); look(); })`
	_, err := chromedp.Run(ctx, chromedp.Evaluate[bool](script, chromedp.EvalAwaitPromise))
	for err != nil && ctx.Err() == nil && left(err) {
		_, err = chromedp.Run(ctx, chromedp.Evaluate[bool](script, chromedp.EvalAwaitPromise))
	}
	if err != nil {
		b.Shot("failed-" + strings.ReplaceAll(b.t.Name(), "/", "-"))
		b.t.Fatalf("waiting for %s: %v", condition, err)
	}
}

// left tells that a script has ended with its page, as another one was loaded.
func left(err error) bool {
	return slices.ContainsFunc([]string{"navigated", "Not attached", "Cannot find context", "context was destroyed"}, func(why string) bool {
		return strings.Contains(err.Error(), why)
	})
}

// Sees waits until a text is visible in an element.
func (b *Tab) Sees(selector, text string) {
	b.t.Helper()
	b.Wait(fmt.Sprintf(`[...document.querySelectorAll(%q)].some((e) => e.checkVisibility() && e.textContent.includes(%q))`, selector, text))
}

// Click clicks the last visible element with this text.
func (b *Tab) Click(selector, text string) {
	b.t.Helper()
	b.Sees(selector, text)
	b.Do(fmt.Sprintf(`[...document.querySelectorAll(%q)].filter((e) => e.checkVisibility() && e.textContent.includes(%q)).slice(-1).forEach((e) =>
		e.click ? e.click() : e.dispatchEvent(new MouseEvent("click", { bubbles: true })))`, selector, text)) // what is drawn has no click of its own
}

// Do runs a script in the page.
func (b *Tab) Do(script string) {
	b.t.Helper()
	Eval[bool](b, script+", true")
}

// Eval reads something from the page.
func Eval[T any](b *Tab, script string) T {
	b.t.Helper()
	got, err := chromedp.Run(b.ctx, chromedp.Evaluate[T](script))
	if err != nil {
		b.t.Fatal(err)
	}
	return got
}

// Keys presses keys, wherever the focus is.
func (b *Tab) Keys(keys string) {
	b.t.Helper()
	b.run(chromedp.KeyEvent(keys))
}

// ShiftEnter presses Enter with Shift held.
func (b *Tab) ShiftEnter() {
	b.t.Helper()
	b.run(chromedp.KeyEvent("\r", chromedp.KeyModifiers(chromedp.ModifierShift)))
}

// Enter presses Enter in a field that has a use of its own for the key: no
// character comes after it, as with a real keyboard.
func (b *Tab) Enter() {
	b.t.Helper()
	for _, kind := range []input.DispatchKeyEventType{input.DispatchKeyEventTypeRawKeyDown, input.DispatchKeyEventTypeKeyUp} {
		Call(b, input.DispatchKeyEvent, input.DispatchKeyEventParams{
			Type: kind, Key: "Enter", Code: "Enter", WindowsVirtualKeyCode: 13, NativeVirtualKeyCode: 13,
		})
	}
}

// Write types a line where a customer writes.
func (b *Tab) Write(text string) {
	b.t.Helper()
	b.Sees("#text", "")
	b.Do(`document.getElementById("text").focus()`)
	b.Keys(text)
	b.Enter()
}

// TabTo presses Tab until the focus is where it should be, and checks on the
// way that one sees where it is.
func (b *Tab) TabTo(selector string) {
	b.t.Helper()
	for range 60 {
		b.Keys(kb.Tab)
		at := Eval[struct {
			There, Seen bool
			Tag         string
		}](b, `(() => { const e = document.activeElement, outlined = (x) => x && getComputedStyle(x).outlineStyle !== "none";
			return { There: e.matches(`+"`"+selector+"`"+`), Seen: e === document.body || outlined(e) || outlined(e.closest("label")), Tag: e.outerHTML.slice(0, 80) }; })()`)
		if !at.Seen {
			b.t.Errorf("one does not see where the focus is on the way to %s: at %s", selector, at.Tag)
		}
		if at.There {
			return
		}
	}
	b.t.Fatalf("Tab does not lead to %s", selector)
}

// Drag presses the mouse at one place, moves it to another and lets go.
func (b *Tab) Drag(fromX, fromY, toX, toY float64) {
	b.t.Helper()
	mouse := func(kind input.DispatchMouseEventType, x, y float64) {
		b.t.Helper()
		Call(b, input.DispatchMouseEvent, input.DispatchMouseEventParams{Type: kind, X: x, Y: y, Button: input.MouseButtonLeft, Buttons: 1, ClickCount: 1})
	}
	mouse(input.DispatchMouseEventTypeMousePressed, fromX, fromY)
	mouse(input.DispatchMouseEventTypeMouseMoved, (fromX+toX)/2, (fromY+toY)/2)
	mouse(input.DispatchMouseEventTypeMouseMoved, toX, toY)
	mouse(input.DispatchMouseEventTypeMouseReleased, toX, toY)
}

// Media sets what the system prefers, such as "prefers-color-scheme", "dark".
func (b *Tab) Media(feature, value string) {
	b.t.Helper()
	Call(b, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
		Features: []*emulation.MediaFeature{{Name: feature, Value: value}},
	})
}
