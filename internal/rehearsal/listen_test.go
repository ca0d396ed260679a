package rehearsal

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"repartee/internal/access"
)

func TestListen(t *testing.T) {
	key, err := access.ReadKey("correct-horse-battery-staple", "")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		address string
		key     *access.Key
		says    string // "" for a page that is served
	}{
		{"127.0.0.1:0", nil, ""},
		{"localhost:0", nil, ""},
		{"127.0.0.1:0", key, ""},
		{"0.0.0.0:0", key, ""},
		{"0.0.0.0:0", nil, "CONSOLE_TOKEN"},
		{":0", nil, "CONSOLE_TOKEN"},
		{"127.0.0.1:99999", nil, "--listen"},
	} {
		listener, err := Listen(t.Context(), c.address, c.key)
		if err == nil {
			listener.Close()
		}
		if (err == nil) != (c.says == "") || err != nil && !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s, with a key %v: %v", c.address, c.key != nil, err)
		}
	}
}

// TestPageAsksForItsKey proves that the key of the options is that of the page.
func TestPageAsksForItsKey(t *testing.T) {
	key, err := access.ReadKey("correct-horse-battery-staple", "")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		key  *access.Key
		code int
	}{{nil, http.StatusOK}, {key, http.StatusSeeOther}} {
		s := rehearse(t, Options{Files: kinds(), Key: c.key})
		w := httptest.NewRecorder()
		s.Page().ServeHTTP(w, httptest.NewRequest(http.MethodGet, "http://127.0.0.1:7777/", nil))
		if w.Code != c.code {
			t.Errorf("with a key %v: %d", c.key != nil, w.Code)
		}
	}
}
