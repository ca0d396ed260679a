package console_test

import (
	"encoding/json"
	"net/http"
	"slices"
	"strings"
	"testing"

	"repartee/internal/console"
)

func offer(p *fakePhone, did string) {
	if strings.HasPrefix(did, "start") {
		p.write(console.Message{Text: "Hello", Buttons: [][]console.Button{{{Text: "Yes", Data: "y"}}}})
		p.keyboard(&console.Keyboard{Rows: [][]console.Key{{{Text: "Share", Shares: console.Contact}, {Text: "No"}}}})
	}
}

func TestDeeds(t *testing.T) {
	long := strings.Repeat("ä", 4096)
	for _, c := range []struct {
		deed, body string
		code       int
		did        string // "" for nothing
	}{
		{"say", `{"text":" hello "}`, 204, "say hello"},
		{"say", `{"text":"<script>"}`, 204, "say <script>"},
		{"say", `{"text":"` + long + `"}`, 204, "say " + long},
		{"say", `{"text":"` + long + `a"}`, 400, ""},
		{"say", `{"text":"` + strings.Repeat("😀", 2049) + `"}`, 400, ""}, // two units each
		{"say", `{"text":"  "}`, 400, ""},
		{"say", `{"texts":"hello"}`, 400, ""},
		{"say", `{"text":`, 400, ""},
		{"start", `{}`, 204, "start "},
		{"start", `{"text":"adv_7-x"}`, 204, "start adv_7-x"},
		{"start", `{"text":"two words"}`, 400, ""},
		{"start", `{"text":"` + strings.Repeat("a", 65) + `"}`, 400, ""},
		{"press", `{"message":2,"data":"y"}`, 204, "press y"},
		{"press", `{"message":2,"data":"n"}`, 404, ""},
		{"press", `{"message":1,"data":"y"}`, 404, ""},
		{"tap", `{"text":"No"}`, 204, "say No"},
		{"tap", `{"text":"Share"}`, 204, "contact"},
		{"tap", `{"text":"Maybe"}`, 404, ""},
		{"contact", `{}`, 204, "contact"},
		{"photo", `{}`, 204, "photo"},
		{"voice", `{}`, 204, "voice"},
		{"location", `{}`, 204, "location"},
		{"staff", `{"data":"sent","text":" Parcel 4711 "}`, 204, "staff sent Parcel 4711"},
		{"staff", `{"data":"eaten"}`, 409, ""},
		{"staff", `{"data":"sent","text":"` + strings.Repeat("ä", 257) + `"}`, 400, ""},
		{"album", `{}`, 204, "album"},
		{"video", `{}`, 204, "video"},
		{"document", `{}`, 204, "document"},
		{"stranger", `{}`, 204, "stranger"},
		{"reply", `{"message":2,"text":" to that "}`, 204, "reply 2 to that"},
		{"reply", `{"message":9,"text":"to that"}`, 404, ""},
		{"reply", `{"message":2,"text":" "}`, 400, ""},
		{"edit", `{"message":1,"text":"/start x"}`, 204, "edit 1 /start x"},
		{"edit", `{"message":2,"text":"mine now"}`, 404, ""},
		{"edit", `{"message":1,"text":""}`, 400, ""},
		{"react", `{"message":2,"data":"👍"}`, 204, "react 2 👍"},
		{"react", `{"message":2,"data":""}`, 204, "react 2 "},
		{"react", `{"message":9,"data":"👍"}`, 404, ""},
		{"react", `{"message":2,"data":"<b>"}`, 400, ""},
		{"profile", `{"name":" Zoë ","last_name":"Meier","username":"@zoe_m","language":"fr"}`, 204, "profile Zoë|Meier|zoe_m|fr"},
		{"profile", `{"name":"","language":"fr"}`, 400, ""},
		{"profile", `{"name":"Zoë","username":"z!","language":"fr"}`, 400, ""},
		{"dance", `{}`, 404, ""},
	} {
		t.Run(c.deed+" "+c.body[:min(len(c.body), 30)], func(t *testing.T) {
			f := newFake(offer)
			f.New("Ada", "en").Start("")
			w := ask(newPage(f), "POST", "/customers/1/"+c.deed, c.body, nil)
			if w.Code != c.code {
				t.Errorf("answered %d %s, want %d", w.Code, w.Body, c.code)
			}
			var want []string
			if c.did != "" {
				want = []string{c.did}
			}
			if did := f.phone(1).deeds()[1:]; !slices.Equal(did, want) {
				t.Errorf("the customer did %.80q, want %.80q", did, want)
			}
		})
	}
}

func TestBlocking(t *testing.T) {
	f := newFake(nil)
	p := f.New("Ada", "en")
	h := newPage(f)
	for _, c := range []struct {
		deed string
		want bool
	}{{"block", true}, {"unblock", false}} {
		ask(h, "POST", "/customers/1/"+c.deed, `{}`, nil)
		if got := p.Customer().Blocked; got != c.want {
			t.Errorf("after %s blocked is %v", c.deed, got)
		}
	}
}

func TestUnknownCustomers(t *testing.T) {
	h := newPage(newFake(nil))
	for _, id := range []string{"1", "-1", "x", "99999999999999999999"} {
		if w := ask(h, "POST", "/customers/"+id+"/say", `{"text":"hi"}`, nil); w.Code != http.StatusNotFound {
			t.Errorf("customer %s: %d", id, w.Code)
		}
	}
}

func TestNewCustomers(t *testing.T) {
	for _, c := range []struct {
		body string
		code int
	}{
		{`{"name":"Zoë","language":"fr"}`, 201},
		{`{"name":"Zoë","language":"pt-BR"}`, 201},
		{`{"name":"Zoë","last_name":"Meier","username":"zoe_m","language":"fr"}`, 201},
		{`{"name":"Zoë","last_name":"` + strings.Repeat("ä", 65) + `","language":"fr"}`, 400},
		{`{"name":" ","language":"fr"}`, 400},
		{`{"name":"Zoë","language":""}`, 400},
		{`{"name":"Zoë","language":"fr; drop"}`, 400},
		{`{"name":"` + strings.Repeat("ä", 64) + `","language":"fr"}`, 201},
		{`{"name":"` + strings.Repeat("ä", 65) + `","language":"fr"}`, 400},
	} {
		f := newFake(nil)
		w := ask(newPage(f), "POST", "/customers", c.body, nil)
		if w.Code != c.code || len(f.All()) != btoi(c.code == 201) {
			t.Errorf("%s: %d, want %d; there are %d customers", c.body, w.Code, c.code, len(f.All()))
		}
	}
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}

func TestCustomersAreBounded(t *testing.T) {
	f := newFake(nil)
	for range 100 {
		f.New("Ada", "en")
	}
	w := ask(newPage(f), "POST", "/customers", `{"name":"Ben","language":"en"}`, nil)
	if w.Code != http.StatusConflict || len(f.All()) != 100 {
		t.Errorf("answered %d, there are %d customers", w.Code, len(f.All()))
	}
}

func TestRefusalsSpeakTheReadersLanguage(t *testing.T) {
	h := newPage(newFake(nil))
	for accept, want := range map[string]string{
		"de-AT,de;q=0.9": "Das gibt es nicht mehr.", "fr": "Cela n’existe plus.", "pl": "That is no longer there.", "": "That is no longer there.",
	} {
		w := ask(h, "POST", "/customers/7/say", `{"text":"hi"}`, func(r *http.Request) { r.Header.Set("Accept-Language", accept) })
		var got struct{ Error string }
		if err := json.Unmarshal(w.Body.Bytes(), &got); err != nil || got.Error != want {
			t.Errorf("%q: %q %v, want %q", accept, got.Error, err, want)
		}
	}
}

func TestAbout(t *testing.T) {
	f := newFake(nil)
	f.New("Ada", "en")
	f.about.Description = "Coffee & more"
	w := ask(newPage(f), "GET", "/customers/1/about", "", nil)
	if got, want := strings.TrimSpace(w.Body.String()), `{"description":"Coffee \u0026 more","commands":[]}`; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}
