package console_test

import (
	"context"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"repartee/internal/access"
	"repartee/internal/console"
)

const token = "correct-horse-battery-staple"

// locked is a page that other computers can reach, at pages.example.
type locked struct {
	t    *testing.T
	page http.Handler
	fake *fakePhones
	jar  []*http.Cookie
	tls  bool
	from string
}

func newLocked(t *testing.T) *locked {
	t.Helper()
	key, err := access.ReadKey(token, "")
	if err != nil {
		t.Fatal(err)
	}
	f := newFake(nil)
	f.New("Ada", "en")
	return &locked{t: t, page: console.New(console.Options{Title: "Bean & Leaf", Username: "bean_bot", Phones: f, Key: key}), fake: f, from: "203.0.113.7:5000"}
}

// ask makes a request from another computer, with the cookies of before.
func (l *locked) ask(method, path, kind, body string) *httptest.ResponseRecorder {
	l.t.Helper()
	r := httptest.NewRequest(method, "http://pages.example"+path, strings.NewReader(body))
	r = r.WithContext(context.WithValue(r.Context(), http.LocalAddrContextKey, &net.TCPAddr{IP: net.IPv4(192, 0, 2, 1), Port: 7777}))
	r.RemoteAddr = l.from
	if kind != "" {
		r.Header.Set("Content-Type", kind)
		r.Header.Set("Sec-Fetch-Site", "same-origin")
	}
	if l.tls {
		r.Header.Set("X-Forwarded-Proto", "https")
	}
	for _, c := range l.jar {
		r.AddCookie(c)
	}
	w := httptest.NewRecorder()
	l.page.ServeHTTP(w, r)
	if set := w.Result().Cookies(); len(set) > 0 {
		l.jar = set
	}
	return w
}

func (l *locked) login(secret string) *httptest.ResponseRecorder {
	l.t.Helper()
	return l.ask("POST", "/login", "application/x-www-form-urlencoded", url.Values{"secret": {secret}}.Encode())
}

func (l *locked) say() int {
	return l.ask("POST", "/customers/1/say", "application/json", `{"text":"hi"}`).Code
}

// TestDoorIsShut asks for everything without a session.
func TestDoorIsShut(t *testing.T) {
	l := newLocked(t)
	if w := l.ask("GET", "/", "", ""); w.Code != http.StatusSeeOther || w.Header().Get("Location") != "/login" {
		t.Errorf("/: %d to %q", w.Code, w.Header().Get("Location"))
	}
	for _, path := range []string{"/events", "/alive", "/customers/1/about", "/customers/1/files/x", "/files", "/nowhere", "/login/../events"} {
		if w := l.ask("GET", path, "", ""); w.Code != http.StatusUnauthorized && w.Code != http.StatusTemporaryRedirect {
			t.Errorf("%s: %d %s", path, w.Code, w.Body)
		}
	}
	for _, path := range []string{"/customers", "/customers/1/say", "/customers/1/pay", "/pass", "/undo"} {
		if w := l.ask("POST", path, "application/json", `{"text":"hi"}`); w.Code != http.StatusUnauthorized {
			t.Errorf("%s: %d %s", path, w.Code, w.Body)
		}
	}
	if did := l.fake.phone(1).deeds(); len(did) != 0 {
		t.Errorf("the customer did %q", did)
	}
	for _, path := range []string{"/login", "/static/css/login.css", "/static/js/login.js"} {
		if w := l.ask("GET", path, "", ""); w.Code != http.StatusOK || !strings.Contains(w.Header().Get("Content-Security-Policy"), "default-src 'none'") {
			t.Errorf("%s: %d %v", path, w.Code, w.Header())
		}
	}
}

func TestDoorOpens(t *testing.T) {
	l := newLocked(t)
	if w := l.login("wrong"); w.Code != http.StatusForbidden || len(l.jar) != 0 || !strings.Contains(w.Body.String(), "not the password or token") {
		t.Errorf("a wrong token: %d, cookies %v", w.Code, l.jar)
	}
	w := l.login(token)
	if w.Code != http.StatusSeeOther || w.Header().Get("Location") != "/" || len(l.jar) != 1 {
		t.Fatalf("the token: %d to %q, cookies %v", w.Code, w.Header().Get("Location"), l.jar)
	}
	if c := l.jar[0]; !c.HttpOnly || c.SameSite != http.SameSiteLaxMode || c.Path != "/" || c.Domain != "" || c.Secure || strings.Contains(c.Value, token) {
		t.Errorf("the cookie is %+v", c)
	}
	if code := l.say(); code != http.StatusNoContent {
		t.Errorf("after the login: %d", code)
	}
	if w := l.ask("GET", "/login", "", ""); w.Code != http.StatusSeeOther {
		t.Errorf("the login page, once in: %d", w.Code)
	}
	if body := l.ask("GET", "/", "", "").Body.String(); !strings.Contains(body, "Log out") {
		t.Error("one cannot log out")
	}
	before := l.jar
	l.ask("POST", "/logout", "application/x-www-form-urlencoded", "")
	if l.jar[0].MaxAge >= 0 {
		t.Errorf("the cookie stays: %+v", l.jar[0])
	}
	l.jar = before
	if code := l.say(); code != http.StatusUnauthorized {
		t.Errorf("after the logout, with the old cookie: %d", code)
	}
}

func TestDoorBehindTLS(t *testing.T) {
	l := newLocked(t)
	l.tls = true
	l.login(token)
	if len(l.jar) != 1 || !l.jar[0].Secure || !strings.HasPrefix(l.jar[0].Name, "__Host-") {
		t.Fatalf("the cookie is %v", l.jar)
	}
	if code := l.say(); code != http.StatusNoContent {
		t.Errorf("after the login: %d", code)
	}
}

// TestDoorAndOtherSites proves that a session is of no use to other sites.
func TestDoorAndOtherSites(t *testing.T) {
	l := newLocked(t)
	l.login(token)
	for _, path := range []string{"/login", "/logout", "/customers/1/say"} {
		r := httptest.NewRequest("POST", "http://pages.example"+path, strings.NewReader("{}"))
		r.Header.Set("Content-Type", "application/json")
		r.Header.Set("Origin", "https://evil.example") // an http page is not told Sec-Fetch-Site
		r.AddCookie(l.jar[0])
		w := httptest.NewRecorder()
		l.page.ServeHTTP(w, r)
		if w.Code != http.StatusForbidden {
			t.Errorf("%s: %d", path, w.Code)
		}
	}
	if code := l.say(); code != http.StatusNoContent {
		t.Errorf("the session is gone: %d", code)
	}
}

func TestDoorCountsGuesses(t *testing.T) {
	l := newLocked(t)
	for range 5 {
		l.login("wrong")
	}
	w := l.login(token)
	if w.Code != http.StatusTooManyRequests || w.Header().Get("Retry-After") == "" || len(l.jar) != 0 {
		t.Errorf("the sixth time: %d %v", w.Code, w.Header())
	}
	l.from = "203.0.113.99:5000"
	if w := l.login(token); w.Code != http.StatusSeeOther {
		t.Errorf("from another address: %d", w.Code)
	}
}

// TestEventsEndWithTheSession logs out on one page while another one listens.
func TestEventsEndWithTheSession(t *testing.T) {
	l := newLocked(t)
	l.login(token)
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		r := httptest.NewRequest("GET", "http://pages.example/events", nil)
		r.AddCookie(l.jar[0])
		l.page.ServeHTTP(httptest.NewRecorder(), r)
	}()
	for l.fake.reading() == 0 {
		if l.ask("GET", "/alive", "", "").Code != http.StatusNoContent {
			t.Fatal("not logged in")
		}
	}
	l.ask("POST", "/logout", "application/x-www-form-urlencoded", "")
	<-ended
}

// TestWithoutAKeyOnlyThisComputer asks from elsewhere, under any name.
func TestWithoutAKeyOnlyThisComputer(t *testing.T) {
	for _, host := range []string{"pages.example", "127.0.0.1", "localhost"} {
		w := ask(newPage(newFake(nil)), "GET", "/", "", func(r *http.Request) {
			r.Host = host
			*r = *r.WithContext(context.WithValue(r.Context(), http.LocalAddrContextKey, &net.TCPAddr{IP: net.IPv4(192, 0, 2, 1)}))
		})
		if w.Code != http.StatusMisdirectedRequest {
			t.Errorf("%s: %d", host, w.Code)
		}
	}
}

func TestLoginPageLanguages(t *testing.T) {
	l := newLocked(t)
	for accept, want := range map[string]string{"en": "Password or token", "de": "Passwort oder Token", "fr": "Mot de passe ou jeton"} {
		r := httptest.NewRequest("GET", "http://pages.example/login", nil)
		r.Header.Set("Accept-Language", accept)
		w := httptest.NewRecorder()
		l.page.ServeHTTP(w, r)
		if body := w.Body.String(); !strings.Contains(body, want) || !strings.Contains(body, `<html lang="`+accept+`"`) {
			t.Errorf("%s: %s", accept, body)
		}
	}
}
