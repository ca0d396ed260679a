package console

import "net/http"

// serveFile shows the picture of a message. What is no picture that browsers
// show without risk (an SVG can hold scripts) is not served at all: the page
// has an empty frame for it.
func (s *site) serveFile(w http.ResponseWriter, r *http.Request, p Phone) {
	data, err := p.File(r.Context(), r.PathValue("file"))
	if err != nil {
		s.refuse(w, r, err)
		return
	}
	switch kind := http.DetectContentType(data); kind {
	case "image/png", "image/jpeg", "image/gif", "image/webp":
		w.Header().Set("Content-Type", kind)
		w.Header().Set("Cache-Control", "private, max-age=3600") // a file never changes
		_, _ = w.Write(data)                                     // a reader who is gone misses nothing
	default:
		http.Redirect(w, r, "/static/picture.svg", http.StatusFound)
	}
}
