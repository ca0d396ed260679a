package console_test

import (
	"context"
	"net/http/httptest"
	"testing"

	"repartee/internal/console/consoletest"
)

// tab is the page of a fake bot, open in a browser.
type tab struct {
	*consoletest.Tab
	fake *fakePhones
}

// open opens the page of a bot in a new tab of this size.
func open(t *testing.T, browser context.Context, width, height int64, bot func(*fakePhone, string)) *tab {
	t.Helper()
	fake := newFake(bot)
	fake.about = coffeeAbout()
	server := httptest.NewServer(newPage(fake))
	t.Cleanup(func() { server.CloseClientConnections(); server.Close() })
	return &tab{consoletest.Open(t, browser, server.URL, width, height), fake}
}

// eval reads something from the page.
func eval[T any](b *tab, script string) T { return consoletest.Eval[T](b.Tab, script) }
