package console_test

import (
	"net/http/httptest"
	"testing"

	"repartee/internal/access"
	"repartee/internal/console"
	"repartee/internal/console/consoletest"
)

// TestLoginInTheBrowser comes to a locked page by a link with something behind #, guesses wrong, comes in and goes again, with the keyboard alone.
func TestLoginInTheBrowser(t *testing.T) {
	key, err := access.ReadKey(token, "")
	if err != nil {
		t.Fatal(err)
	}
	fake := newFake(coffee)
	fake.about = coffeeAbout()
	fake.New("Ada", "en")
	fake.New("Ben", "en")
	server := httptest.NewServer(console.New(console.Options{Title: "Bean & Leaf", Username: "bean_bot", Phones: fake, Key: key}))
	t.Cleanup(func() { server.CloseClientConnections(); server.Close() })
	browser := consoletest.Browser(t)
	for _, look := range []struct {
		name  string
		width int64
	}{{"light", 1100}, {"dark", 360}} {
		t.Run(look.name, func(t *testing.T) {
			b := consoletest.Open(t, browser, server.URL, look.width, 700)
			b.Media("prefers-color-scheme", look.name)
			b.Go("/#2")
			b.Sees("label", "Password or token")
			b.Wait(`location.pathname === "/login" && document.activeElement.id === "login-secret"`)
			b.Check("login-" + look.name)
			b.Keys("wrong\r")
			b.Sees("#login-wrong", "not the password or token")
			b.Check("login-wrong-" + look.name)
			b.Keys(token + "\r")
			b.Sees(`.customer[aria-current="true"]`, "Ben")
			b.Do(`[...document.querySelectorAll("button")].find((e) => e.textContent === "Log out").click()`)
			b.Sees("label", "Password or token")
		})
	}
}
