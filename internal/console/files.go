package console

import (
	"bytes"
	"mime"
	"net/http"
	"time"
)

// serveFile shows the picture, plays the voice or the video of a message. What
// is none that browsers show without risk (an SVG can hold scripts) is not
// served at all: the page has an empty frame for it.
func (s *site) serveFile(w http.ResponseWriter, r *http.Request, p Phone) {
	data, err := p.File(r.Context(), r.PathValue("file"))
	if err != nil {
		s.refuse(w, r, err)
		return
	}
	kind := http.DetectContentType(data)
	switch kind {
	case "image/png", "image/jpeg", "image/gif", "image/webp", "audio/mpeg", "audio/wave", "video/mp4", "video/webm":
	case "application/ogg":
		kind = "audio/ogg" // Telegram's voice messages are such
	default:
		http.Redirect(w, r, "/static/picture.svg", http.StatusFound)
		return
	}
	w.Header().Set("Content-Type", kind)
	w.Header().Set("Cache-Control", "private, max-age=3600") // a file never changes
	http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(data))
}

// saveFile gives a file to keep, under a name; the browser shows nothing of it.
func (s *site) saveFile(w http.ResponseWriter, r *http.Request, p Phone) {
	data, err := p.File(r.Context(), r.PathValue("file"))
	if err != nil {
		s.refuse(w, r, err)
		return
	}
	w.Header().Set("Content-Type", "application/octet-stream")
	w.Header().Set("Content-Disposition", mime.FormatMediaType("attachment", map[string]string{"filename": r.PathValue("name")}))
	_, _ = w.Write(data) // a reader who is gone misses nothing
}
