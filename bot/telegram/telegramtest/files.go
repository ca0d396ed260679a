package telegramtest

import (
	"crypto/sha256"
	"encoding/hex"
	"net/http"
	"strings"

	"repartee/bot/telegram"
)

// file is a file that the server keeps. The same bytes have one unique id and
// may have several file ids.
type file struct {
	id, unique string
	kind       string // photo, document, video or voice
	name       string
	data       []byte
}

// resolve finds the file that a parameter means: an upload under the
// parameter's own name, an attach://name, a known file id, or a URL.
func (s *Server) resolve(f *form, kind, param, value string) (*file, *refusal) {
	name := param
	if attached, ok := strings.CutPrefix(value, "attach://"); ok {
		name = attached
	}
	if up, ok := f.files[name]; ok && name != "" {
		return s.store(kind, up)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if strings.HasPrefix(value, "https://") || strings.HasPrefix(value, "http://") {
		if !goodURL(value) {
			return nil, badRequest("wrong HTTP URL specified")
		}
		return s.keep(kind, upload{name: value[strings.LastIndexByte(value, '/')+1:], data: []byte(value)}), nil
	}
	known := s.files[value]
	switch {
	case known == nil:
		return nil, badRequest("wrong file identifier/HTTP URL specified")
	case known.kind != kind:
		return nil, badRequest("type of file mismatch: can't use file of type %s as %s", known.kind, kind)
	default:
		return known, nil
	}
}

func (s *Server) store(kind string, up upload) (*file, *refusal) {
	most := telegram.MaxUpload
	if kind == "photo" {
		most = telegram.MaxPhotoUpload
	}
	switch {
	case len(up.data) == 0:
		return nil, badRequest("file must be non-empty")
	case len(up.data) > most:
		return nil, &refusal{code: http.StatusRequestEntityTooLarge, description: "Request Entity Too Large"}
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.keep(kind, up), nil
}

// keep gives a file its ids. The caller holds the mutex.
func (s *Server) keep(kind string, up upload) *file {
	sum := sha256.Sum256(up.data)
	kept := &file{id: s.nextID("file"), unique: hex.EncodeToString(sum[:8]), kind: kind, name: up.name, data: up.data}
	s.files[kept.id] = kept
	return kept
}

// attach puts the file into a message.
func (f *file) attach(m *wireMessage) {
	w := wireFile{FileID: f.id, FileUniqueID: f.unique, FileSize: int64(len(f.data))}
	seconds := 1
	switch f.kind {
	case "photo":
		w.Width, w.Height = 320, 240
		m.Photo = []wireFile{w}
	case "video":
		w.Width, w.Height, w.Duration, w.FileName = 320, 240, &seconds, f.name
		m.Video = &w
	case "voice":
		w.Duration, w.MIMEType = &seconds, "audio/ogg"
		m.Voice = &w
	default:
		w.FileName = f.name
		m.Document = &w
	}
}

// LoseFiles makes every file id wrong that the bot knows, as when it was given
// a new token by another account.
func (s *Server) LoseFiles() {
	s.mu.Lock()
	defer s.mu.Unlock()
	clear(s.files)
}

func (s *Server) getFile(f *form) (any, *refusal) {
	s.mu.Lock()
	defer s.mu.Unlock()
	known := s.files[f.text("file_id")]
	switch {
	case known == nil:
		return nil, badRequest("invalid file_id")
	case len(known.data) > telegram.MaxDownload:
		return nil, badRequest("file is too big")
	}
	return struct {
		FileID       string `json:"file_id"`
		FileUniqueID string `json:"file_unique_id"`
		FileSize     int    `json:"file_size"`
		FilePath     string `json:"file_path"`
	}{known.id, known.unique, len(known.data), known.kind + "s/" + known.id}, nil
}

func (s *Server) serveFile(w http.ResponseWriter, path string) {
	s.mu.Lock()
	known := s.files[path[strings.LastIndexByte(path, '/')+1:]]
	s.mu.Unlock()
	if known == nil {
		w.WriteHeader(http.StatusNotFound)
		return
	}
	w.Header().Set("Content-Type", "application/octet-stream")
	_, _ = w.Write(known.data) // a client that is gone misses nothing
}
