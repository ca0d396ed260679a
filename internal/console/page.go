package console

import (
	"bytes"
	"html/template"
	"net/http"
	"strings"
)

// page is what the templates see.
type page struct {
	Options
	Texts
	Addresses []TestAddress
	Reactions []string
}

// Initial stands where Telegram would show the bot's picture.
func (p page) Initial() string {
	for _, r := range p.Title {
		return strings.ToUpper(string(r))
	}
	return ""
}

func parsePage() (*template.Template, error) {
	return template.New("page.html").Funcs(template.FuncMap{"icon": icon}).ParseFS(files, "templates/*.html")
}

func (s *site) servePage(w http.ResponseWriter, r *http.Request) {
	var b bytes.Buffer
	if err := s.page.Execute(&b, page{s.opts, textsFor(r), testAddresses(), reactions()}); err != nil {
		s.refuse(w, r, err)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Header().Set("Vary", "Accept-Language")
	_, _ = b.WriteTo(w) // a reader who is gone misses nothing
}
