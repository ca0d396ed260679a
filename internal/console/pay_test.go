package console_test

import (
	"encoding/json"
	"net/http"
	"strings"
	"testing"
	"time"
)

func TestPaying(t *testing.T) {
	const berlin = `"to":{"name":"Ada","city":"Berlin","country":"DE"}`
	for _, c := range []struct {
		path, body string
		code       int
		says       string
	}{
		{"invoice", `{"message":2}`, 200, `"title":"Order 7K3Q-2M9F"`},
		{"invoice", `{"link":"https://t.me/$course"}`, 200, `"stars":1000`},
		{"invoice", `{"message":1}`, 404, "no longer there"},
		{"invoice", `{"message":"2"}`, 400, "cannot be sent"},
		{"ways", `{"message":2,` + berlin + `}`, 200, `[{"id":"post","label":"Post","price":490},`},
		{"ways", `{"message":2,"to":{"country":"PL"}}`, 200, "The bot refused the payment: Nothing is sent to PL."},
		{"ways", `{"message":2,"to":{"country":"pl"}}`, 400, "cannot be sent"},
		{"ways", `{"message":2,"to":{"name":"` + strings.Repeat("ä", 257) + `"}}`, 400, "cannot be sent"},
		{"ways", `{"message":7,` + berlin + `}`, 404, "no longer there"},
		{"pay", `{"message":2,"way":"post","tip":100,` + berlin + `}`, 200, "{}"},
		{"pay", `{"message":2,"declined":true}`, 200, "declined the card"},
		{"pay", `{"message":2,"too_late":true}`, 200, "did not answer in time"},
		{"pay", `{"message":2,"rest":3600}`, 200, "This invoice has expired."},
		{"pay", `{"message":2,"rest":-1}`, 400, "cannot be sent"},
		{"pay", `{"message":2,"rest":9999999}`, 400, "cannot be sent"},
		{"pay", `{"message":2,"tip":-1}`, 400, "cannot be sent"},
		{"pay", `{"message":2,"cash":true}`, 400, "cannot be sent"},
		{"pay", `{"message":9}`, 404, "no longer there"},
	} {
		t.Run(c.path+" "+c.body[:min(len(c.body), 40)], func(t *testing.T) {
			f := newFake(sell)
			f.New("Ada", "en").Say("beans")
			f.phone(1).Say("link")
			w := ask(newPage(f), "POST", "/customers/1/"+c.path, c.body, nil)
			if got := strings.ReplaceAll(w.Body.String(), `\u0026`, "&"); w.Code != c.code || !strings.Contains(got, c.says) {
				t.Errorf("answered %d %s, want %d with %q", w.Code, got, c.code, c.says)
			}
			paid := f.phone(1).deeds()[2:]
			if want := c.says == "{}"; want != (len(paid) == 1) {
				t.Errorf("the customer did %q", paid)
			}
			if len(paid) == 1 && paid[0] != `pay Order 7K3Q-2M9F to "Ada Berlin" way "post" tip 100` {
				t.Errorf("paid %q", paid)
			}
		})
	}
}

func TestTimePasses(t *testing.T) {
	for body, want := range map[string]time.Duration{`{"seconds":3600}`: time.Hour, `{"seconds":0}`: 0, `{"seconds":-5}`: 0, `{"seconds":99999999}`: 0, `{}`: 0, `{"hours":1}`: 0} {
		f := newFake(nil)
		w := ask(newPage(f), "POST", "/pass", body, nil)
		if f.passed != want || (w.Code == http.StatusNoContent) != (want > 0) {
			t.Errorf("%s: %d, %v passed", body, w.Code, f.passed)
		}
	}
}

// TestTestAddresses reads the addresses that the form offers, as its script does.
func TestTestAddresses(t *testing.T) {
	body := ask(newPage(newFake(nil)), "GET", "/", "", nil).Body.String()
	_, list, _ := strings.Cut(body, `id="pay-known">`)
	list, _, _ = strings.Cut(list, "</select>")
	countries := ""
	for option := range strings.SplitSeq(list, `<option value="`) {
		value, _, _ := strings.Cut(option, `"`)
		var to struct{ Street, City, Country string }
		if err := json.Unmarshal([]byte(strings.ReplaceAll(value, "&#34;", `"`)), &to); err != nil || to.City == "" || to.Street == "" {
			continue
		}
		countries += to.Country
	}
	if countries != "DEATFR" {
		t.Errorf("addresses in %q: %s", countries, list)
	}
}
