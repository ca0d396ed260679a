package consoletest

import (
	"context"
	"fmt"
	"os/exec"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// patience bounds what a tab waits for; nothing is expected to take it.
const patience = 20 * time.Second

// Browser starts a browser for a test, or skips it where there is none.
func Browser(t *testing.T) context.Context {
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

// Tab is a page, open in a browser.
type Tab struct {
	t   *testing.T
	ctx context.Context
	url string

	mu     sync.Mutex
	faults []string // what the browser complained about
}

// Open opens a new tab of this size, in pixels, for the page at url. Below 700
// it is that of a mobile phone.
func Open(t *testing.T, browser context.Context, url string, width, height int64) *Tab {
	t.Helper()
	target, cancel := chromedp.NewContext(browser)
	if err := chromedp.Do(target); err != nil {
		t.Fatal("open a tab: ", err)
	}
	ctx, stop := context.WithTimeout(target, 3*patience)
	t.Cleanup(func() { stop(); cancel() })
	b := &Tab{t: t, ctx: ctx, url: url}
	if err := chromedp.Listen(target, b.note); err != nil {
		t.Fatal(err)
	}
	Call(b, log.Enable, cdp.Empty{})
	Call(b, emulation.SetDeviceMetricsOverride, emulation.SetDeviceMetricsOverrideParams{
		Width: width, Height: height, DeviceScaleFactor: 1, Mobile: width < 700,
	})
	return b
}

// Call sends a command of the browser's protocol to a tab.
func Call[P, R any](b *Tab, command cdp.Command[P, R], params P) R {
	b.t.Helper()
	got, err := chromedp.Call(b.ctx, command, params)
	if err != nil {
		b.t.Fatal(err)
	}
	return got
}

func (b *Tab) note(event any) {
	b.mu.Lock()
	defer b.mu.Unlock()
	switch e := event.(type) {
	case *runtime.EventExceptionThrown:
		b.faults = append(b.faults, fmt.Sprintf("%+v", e.ExceptionDetails))
	case *log.EventEntryAdded:
		b.faults = append(b.faults, fmt.Sprint(e.Entry.Level, " ", e.Entry.Text, " ", e.Entry.URL))
	}
}

// Clean fails the test if the browser has complained, about the content policy
// too.
func (b *Tab) Clean() {
	b.t.Helper()
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, f := range b.faults {
		b.t.Error("the browser says: ", f)
	}
}
