package console_test

import (
	"context"
	"fmt"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// newBrowser starts a browser for a test, or skips it where there is none.
func newBrowser(t *testing.T) context.Context {
	t.Helper()
	path, err := exec.LookPath("chromium")
	if err != nil {
		t.Skip("there is no chromium to look at the page with")
	}
	options := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(path), chromedp.NoSandbox, chromedp.DisableGPU,
		chromedp.Flag("disable-background-networking", true), chromedp.Flag("disable-component-update", true),
		chromedp.Flag("disable-extensions", true), chromedp.Flag("lang", "en"))
	allocator, stop := chromedp.NewExecAllocator(context.Background(), options...)
	browser, cancel := chromedp.NewContext(allocator)
	t.Cleanup(func() { cancel(); stop() })
	if err := chromedp.Do(browser); err != nil {
		t.Fatal("start chromium: ", err)
	}
	return browser
}

// tab is the page, open in a browser.
type tab struct {
	t      *testing.T
	ctx    context.Context
	fake   *fakePhones
	server *httptest.Server

	mu     sync.Mutex
	faults []string // what the browser complained about
}

// open opens the page of a bot in a new tab of this size.
func open(t *testing.T, browser context.Context, width, height int64, bot func(*fakePhone, string)) *tab {
	t.Helper()
	target, cancel := chromedp.NewContext(browser)
	if err := chromedp.Do(target); err != nil {
		t.Fatal("open a tab: ", err)
	}
	ctx, stop := context.WithTimeout(target, 3*patience)
	b := &tab{t: t, ctx: ctx, fake: newFake(bot)}
	b.fake.about = coffeeAbout()
	b.server = httptest.NewServer(newPage(b.fake))
	t.Cleanup(func() { stop(); cancel(); b.server.CloseClientConnections(); b.server.Close() })
	if err := chromedp.Listen(target, b.note); err != nil {
		t.Fatal(err)
	}
	call(b, log.Enable, cdp.Empty{})
	call(b, emulation.SetDeviceMetricsOverride, emulation.SetDeviceMetricsOverrideParams{
		Width: width, Height: height, DeviceScaleFactor: 1, Mobile: width < 700,
	})
	return b
}

// call sends a command to the tab.
func call[P, R any](b *tab, command cdp.Command[P, R], params P) R {
	b.t.Helper()
	got, err := chromedp.Call(b.ctx, command, params)
	if err != nil {
		b.t.Fatal(err)
	}
	return got
}

func (b *tab) note(event any) {
	b.mu.Lock()
	defer b.mu.Unlock()
	switch e := event.(type) {
	case *runtime.EventExceptionThrown:
		b.faults = append(b.faults, fmt.Sprintf("%+v", e.ExceptionDetails))
	case *log.EventEntryAdded:
		b.faults = append(b.faults, fmt.Sprint(e.Entry.Level, " ", e.Entry.Text, " ", e.Entry.URL))
	}
}

// clean fails the test if the browser complained, about the content policy too.
func (b *tab) clean() {
	b.t.Helper()
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, f := range b.faults {
		b.t.Error("the browser says: ", f)
	}
}

// visit loads the page and waits until it has drawn the chat.
func (b *tab) visit() {
	b.t.Helper()
	b.run(chromedp.Navigate(b.server.URL))
	b.wait(`document.getElementById("phone").dataset.state !== "loading"`)
}

func (b *tab) run(steps ...chromedp.Action[chromedp.Void]) {
	b.t.Helper()
	if err := chromedp.Do(b.ctx, steps...); err != nil {
		b.t.Fatal(err)
	}
}

// wait waits until a condition holds in the page.
func (b *tab) wait(condition string) {
	b.t.Helper()
	ctx, cancel := context.WithTimeout(b.ctx, patience)
	defer cancel()
	script := `new Promise((done) => { const look = () => (` + condition + `) ? done(true) : requestAnimationFrame(look); look(); })`
	if _, err := chromedp.Run(ctx, chromedp.Evaluate[bool](script, chromedp.EvalAwaitPromise)); err != nil {
		b.shot("failed-" + strings.ReplaceAll(b.t.Name(), "/", "-"))
		b.t.Fatalf("waiting for %s: %v", condition, err)
	}
}

// sees waits until a text is visible.
func (b *tab) sees(selector, text string) {
	b.t.Helper()
	b.wait(fmt.Sprintf(`[...document.querySelectorAll(%q)].some((e) => e.checkVisibility() && e.textContent.includes(%q))`, selector, text))
}

// click clicks the visible element with this text.
func (b *tab) click(selector, text string) {
	b.t.Helper()
	b.sees(selector, text)
	b.do(fmt.Sprintf(`[...document.querySelectorAll(%q)].findLast((e) => e.checkVisibility() && e.textContent.includes(%q)).click()`, selector, text))
}

// do runs a script in the page.
func (b *tab) do(script string) {
	b.t.Helper()
	eval[bool](b, script+", true")
}

// eval reads something from the page.
func eval[T any](b *tab, script string) T {
	b.t.Helper()
	got, err := chromedp.Run(b.ctx, chromedp.Evaluate[T](script))
	if err != nil {
		b.t.Fatal(err)
	}
	return got
}

// keys presses keys, wherever the focus is.
func (b *tab) keys(keys string) {
	b.t.Helper()
	b.run(chromedp.KeyEvent(keys))
}

// write types a line where one writes.
func (b *tab) write(text string) {
	b.t.Helper()
	b.do(`document.getElementById("text").focus()`)
	b.keys(text)
	b.enter()
}

// enter presses Enter in a field that has a use of its own for the key: no
// character comes after it, as with a real keyboard.
func (b *tab) enter() {
	b.t.Helper()
	for _, kind := range []input.DispatchKeyEventType{input.DispatchKeyEventTypeRawKeyDown, input.DispatchKeyEventTypeKeyUp} {
		call(b, input.DispatchKeyEvent, input.DispatchKeyEventParams{
			Type: kind, Key: "Enter", Code: "Enter", WindowsVirtualKeyCode: 13, NativeVirtualKeyCode: 13,
		})
	}
}

// media sets what the system prefers.
func (b *tab) media(feature, value string) {
	b.t.Helper()
	call(b, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
		Features: []*emulation.MediaFeature{{Name: feature, Value: value}},
	})
}

// shot keeps a picture of the page, to be looked at.
func (b *tab) shot(name string) {
	b.t.Helper()
	picture, err := chromedp.Run(b.ctx, chromedp.CaptureScreenshot())
	if err != nil {
		b.t.Fatal(err)
	}
	folder := filepath.Join("..", "..", "screenshots")
	if err := os.MkdirAll(folder, 0o755); err != nil {
		b.t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(folder, "console-"+name+".png"), picture, 0o644); err != nil {
		b.t.Fatal(err)
	}
}
