package console_test

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"repartee/internal/console"
)

func newPage(f *fakePhones) http.Handler {
	return console.New(console.Options{Title: "Bean & Leaf", Username: "bean_bot", Languages: []string{"en", "de", "fr"}, Phones: f})
}

// ask makes a request as the page itself would; change may spoil it.
func ask(h http.Handler, method, path, body string, change func(*http.Request)) *httptest.ResponseRecorder {
	r := httptest.NewRequest(method, "http://127.0.0.1:7777"+path, strings.NewReader(body))
	if body != "" {
		r.Header.Set("Content-Type", "application/json")
		r.Header.Set("Sec-Fetch-Site", "same-origin")
	}
	if change != nil {
		change(r)
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w
}

func TestHeadersOnEveryAnswer(t *testing.T) {
	h := newPage(newFake(nil))
	for _, path := range []string{"/", "/static/js/app.js", "/static/theme.js", "/nowhere", "/customers/9/about"} {
		header := ask(h, "GET", path, "", nil).Header()
		policy := header.Get("Content-Security-Policy")
		for _, part := range []string{"default-src 'none'", "script-src 'self';", "style-src 'self';", "frame-ancestors 'none'", "base-uri 'none'"} {
			if !strings.Contains(policy, part) {
				t.Errorf("%s: the policy %q lacks %q", path, policy, part)
			}
		}
		if strings.Contains(policy, "unsafe") {
			t.Errorf("%s: the policy %q allows what stands in the page", path, policy)
		}
		if header.Get("X-Content-Type-Options") != "nosniff" || header.Get("Referrer-Policy") != "no-referrer" {
			t.Errorf("%s: headers %v", path, header)
		}
	}
}

func TestHostNames(t *testing.T) {
	h := newPage(newFake(nil))
	for host, want := range map[string]int{
		"127.0.0.1:7777":         http.StatusOK,
		"127.0.0.1":              http.StatusOK,
		"localhost:7777":         http.StatusOK,
		"LOCALHOST.":             http.StatusOK,
		"bot.localhost:1":        http.StatusOK,
		"[::1]:7777":             http.StatusOK,
		"[::1]":                  http.StatusOK,
		"evil.example:7777":      http.StatusMisdirectedRequest,
		"127.0.0.1.evil.example": http.StatusMisdirectedRequest,
		"localhost.evil.example": http.StatusMisdirectedRequest,
		"10.0.0.1:7777":          http.StatusMisdirectedRequest,
		"":                       http.StatusMisdirectedRequest,
	} {
		w := ask(h, "GET", "/", "", func(r *http.Request) { r.Host = host })
		if w.Code != want {
			t.Errorf("host %q: %d, want %d", host, w.Code, want)
		}
	}
}

func TestOtherSitesCannotWrite(t *testing.T) {
	for name, change := range map[string]func(*http.Request){
		"another site says so":  func(r *http.Request) { r.Header.Set("Sec-Fetch-Site", "cross-site") },
		"another port":          func(r *http.Request) { r.Header.Set("Sec-Fetch-Site", "same-site") },
		"an old browser":        func(r *http.Request) { r.Header.Del("Sec-Fetch-Site"); r.Header.Set("Origin", "https://evil.example") },
		"a form of that site":   func(r *http.Request) { r.Header.Set("Content-Type", "text/plain") },
		"a form without a type": func(r *http.Request) { r.Header.Del("Content-Type") },
		"a get": func(r *http.Request) {
			r.Method = http.MethodGet
		},
	} {
		t.Run(name, func(t *testing.T) {
			f := newFake(nil)
			f.New("Ada", "en")
			w := ask(newPage(f), "POST", "/customers/1/say", `{"text":"hi"}`, change)
			if w.Code < 400 {
				t.Errorf("answered %d", w.Code)
			}
			if did := f.phone(1).deeds(); len(did) != 0 {
				t.Errorf("the customer did %q", did)
			}
		})
	}
}

func TestBodiesAreBounded(t *testing.T) {
	f := newFake(nil)
	f.New("Ada", "en")
	body := `{"text":"` + strings.Repeat("a", 1<<20) + `"}`
	if w := ask(newPage(f), "POST", "/customers/1/say", body, nil); w.Code != http.StatusRequestEntityTooLarge {
		t.Errorf("answered %d", w.Code)
	}
}
