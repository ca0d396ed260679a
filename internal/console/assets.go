package console

import (
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"io/fs"
	"net/http"
)

//go:embed static templates
var files embed.FS

// assets serves the scripts, styles and pictures of the page. A browser asks
// again each time and is answered "not modified" until a new build.
func assets() http.Handler {
	server := http.FileServerFS(files)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if data, err := fs.ReadFile(files, r.URL.Path[1:]); err == nil {
			sum := sha256.Sum256(data)
			w.Header().Set("ETag", `"`+hex.EncodeToString(sum[:8])+`"`)
			w.Header().Set("Cache-Control", "no-cache")
			server.ServeHTTP(w, r)
			return
		}
		http.NotFound(w, r) // no lists of folders
	})
}
