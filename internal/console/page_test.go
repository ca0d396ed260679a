package console_test

import (
	"net/http"
	"reflect"
	"regexp"
	"strings"
	"testing"

	"repartee/flows"
	"repartee/internal/console"
)

func TestPageEscapes(t *testing.T) {
	evil := `<img src=x onerror=alert(1)>"'</title><script>`
	h := console.New(console.Options{Title: evil, Username: evil, Languages: []string{evil}, Phones: newFake(nil)})
	body := ask(h, "GET", "/", "", nil).Body.String()
	if strings.Contains(body, "<img src=x") || strings.Contains(body, "<script>") {
		t.Error("the page holds markup from its options")
	}
	if !strings.Contains(body, "&lt;img src=x onerror=alert(1)&gt;") {
		t.Error("the title is not there as text")
	}
}

// TestPageHoldsNoCode proves that the page works under its own policy.
func TestPageHoldsNoCode(t *testing.T) {
	body := ask(newPage(newFake(nil)), "GET", "/", "", nil).Body.String()
	for _, form := range []string{`<script(\s[^>]*)?>[^<]`, `<style`, `\sstyle=`, `\son[a-z]+=`, `https?://`, `//[a-z]`} {
		if hit := regexp.MustCompile(form).FindString(body); hit != "" {
			t.Errorf("the page holds %q", hit)
		}
	}
}

// TestPageLinksToWhatIsThere follows all that the page loads.
func TestPageLinksToWhatIsThere(t *testing.T) {
	h := newPage(newFake(nil))
	body := ask(h, "GET", "/", "", nil).Body.String()
	links := regexp.MustCompile(`(?:src|href)="(/[^"]*)"`).FindAllStringSubmatch(body, -1)
	if len(links) < 8 {
		t.Fatalf("only %d links", len(links))
	}
	for _, l := range links {
		w := ask(h, "GET", l[1], "", nil)
		if w.Code != http.StatusOK || w.Header().Get("ETag") == "" {
			t.Errorf("%s: %d %v", l[1], w.Code, w.Header())
		}
		again := ask(h, "GET", l[1], "", func(r *http.Request) { r.Header.Set("If-None-Match", w.Header().Get("ETag")) })
		if again.Code != http.StatusNotModified {
			t.Errorf("%s, asked again: %d", l[1], again.Code)
		}
	}
}

func TestFoldersAreNotListed(t *testing.T) {
	h := newPage(newFake(nil))
	for _, path := range []string{"/static/", "/static/js/", "/static/../templates/page.html", "/templates/page.html", "/static/js"} {
		if w := ask(h, "GET", path, "", nil); w.Code == http.StatusOK {
			t.Errorf("%s is served: %s", path, w.Body)
		}
	}
}

func TestPageLanguages(t *testing.T) {
	h := newPage(newFake(nil))
	for accept, want := range map[string]string{
		"": "en", "en-GB": "en", "de": "de", "de-CH;q=0.8,it": "de", "fr-CA,fr;q=0.9": "fr", "ja": "en", "broken;;q=": "en",
	} {
		w := ask(h, "GET", "/", "", func(r *http.Request) { r.Header.Set("Accept-Language", accept) })
		if !strings.Contains(w.Body.String(), `<html lang="`+want+`"`) || w.Header().Get("Vary") != "Accept-Language" {
			t.Errorf("%q: not in %s", accept, want)
		}
	}
}

func TestTextsAreWholeInEachLanguage(t *testing.T) {
	for _, texts := range console.AllTexts() {
		wholeTexts(t, texts.Lang, reflect.ValueOf(texts))
		for _, name := range append(flows.EventNames(), flows.Recorded) {
			if texts.EventWords[name] == "" {
				t.Errorf("%s: no words for the event %s", texts.Lang, name)
			}
		}
	}
}

func wholeTexts(t *testing.T, lang string, v reflect.Value) {
	for i := range v.NumField() {
		switch field := v.Field(i); {
		case field.Kind() == reflect.Struct:
			wholeTexts(t, lang, field)
		case strings.TrimSpace(field.String()) == "":
			t.Errorf("%s: %s is empty", lang, v.Type().Field(i).Name)
		}
	}
}

func TestFiles(t *testing.T) {
	f := newFake(nil)
	f.New("Ada", "en")
	f.files["png"] = []byte("\x89PNG\x0D\x0A\x1A\x0A....")
	f.files["ogg"] = []byte("OggS\x00....")
	f.files["svg"] = []byte(`<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>`)
	f.files["html"] = []byte(`<html><script>alert(1)</script>`)
	h := newPage(f)
	for name, want := range map[string]struct {
		code int
		kind string
	}{"png": {200, "image/png"}, "ogg": {200, "audio/ogg"}, "svg": {302, ""}, "html": {302, ""}, "none": {404, ""}} {
		w := ask(h, "GET", "/customers/1/files/"+name, "", nil)
		if w.Code != want.code || strings.Contains(w.Body.String(), "script") {
			t.Errorf("%s: %d %s", name, w.Code, w.Body)
		}
		if want.kind != "" && w.Header().Get("Content-Type") != want.kind {
			t.Errorf("%s: %v", name, w.Header())
		}
	}
}

// TestFilesToKeep proves that a file is saved under its name and never shown.
func TestFilesToKeep(t *testing.T) {
	f := newFake(nil)
	f.New("Ada", "en")
	f.files["html"] = []byte(`<html><script>alert(1)</script>`)
	h := newPage(f)
	w := ask(h, "GET", "/customers/1/files/html/Men%C3%BC%22.html", "", nil)
	if w.Code != http.StatusOK || w.Header().Get("Content-Type") != "application/octet-stream" ||
		w.Header().Get("Content-Disposition") != "attachment; filename*=utf-8''Men%C3%BC%22.html" {
		t.Errorf("%d %v", w.Code, w.Header())
	}
	if w := ask(h, "GET", "/customers/1/files/none/a.pdf", "", nil); w.Code != http.StatusNotFound {
		t.Errorf("a file that is not there: %d", w.Code)
	}
}
