package console

import (
	"encoding/json"
	"errors"
	"fmt"
	"mime"
	"net/http"
)

// errFull says that the page has as many customers as it will take.
var errFull = errors.New("console: too many customers")

// readJSON reads the body of a request. A form of another site cannot send
// this type of content.
func readJSON(r *http.Request, into any) error {
	kind, _, err := mime.ParseMediaType(r.Header.Get("Content-Type"))
	if err != nil || kind != "application/json" {
		return fmt.Errorf("%w: content type %q", errInput, r.Header.Get("Content-Type"))
	}
	d := json.NewDecoder(r.Body)
	d.DisallowUnknownFields()
	if err := d.Decode(into); err != nil {
		return fmt.Errorf("%w: %w", errInput, err)
	}
	return nil
}

func writeJSON(w http.ResponseWriter, code int, v any) {
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	w.WriteHeader(code)
	_ = json.NewEncoder(w).Encode(v) // a reader who is gone misses nothing
}

// refuse tells the reader, in their language, why nothing was done.
func (s *site) refuse(w http.ResponseWriter, r *http.Request, err error) {
	t := textsFor(r)
	code, words := http.StatusInternalServerError, t.Failed
	var long *http.MaxBytesError
	switch {
	case errors.As(err, &long):
		code, words = http.StatusRequestEntityTooLarge, t.WrongInput
	case errors.Is(err, errInput):
		code, words = http.StatusBadRequest, t.WrongInput
	case errors.Is(err, ErrNotFound):
		code, words = http.StatusNotFound, t.NotThere
	case errors.Is(err, ErrNoOrder):
		code, words = http.StatusConflict, t.NoOrder
	case errors.Is(err, ErrOrderState):
		code, words = http.StatusConflict, t.WrongOrderState
	case errors.Is(err, errFull):
		code, words = http.StatusConflict, t.TooMany
	default:
		s.opts.Log.Error("the page could not do as asked", "path", r.URL.Path, "err", err)
	}
	writeJSON(w, code, map[string]string{"error": words})
}
