package console

import (
	"errors"
	"fmt"
	"net/http"
	"regexp"
	"strconv"
)

const (
	// maxFolded is how many boxes of a map may be folded.
	maxFolded = 500
	// maxState is the longest text of a link to a state, in bytes.
	maxState = 48 << 10
)

// talkForm is a name that a file of a talk can have.
var talkForm = regexp.MustCompile(`^[a-z0-9][a-z0-9_-]{0,63}$`)

// benchRoutes are the requests about what stands beside the phones.
func (s *site) benchRoutes(mux *http.ServeMux) {
	b := s.opts.Workbench
	mux.HandleFunc("GET /workbench/map", s.serveMap)
	mux.HandleFunc("GET /workbench/customers/{id}", s.asked(func(r *http.Request) (any, error) {
		id, err := customerOf(r)
		if err != nil {
			return nil, err
		}
		return b.Inspect(r.Context(), id)
	}))
	mux.HandleFunc("GET /workbench/state", s.asked(func(*http.Request) (any, error) {
		state, err := b.State()
		return map[string]string{"state": state}, err
	}))
	mux.HandleFunc("POST /workbench/customers/{id}/fire", s.asked(s.fire))
	mux.HandleFunc("POST /workbench/customers/{id}/talk", s.asked(s.saveTalk))
	mux.HandleFunc("POST /workbench/return", s.asked(s.comeBack))
	mux.HandleFunc("POST /workbench/undo", s.asked(func(r *http.Request) (any, error) {
		return struct{}{}, firstOf(readJSON(r, &struct{}{}), func() error { return b.Undo(r.Context()) })
	}))
	mux.HandleFunc("POST /workbench/again", s.asked(func(r *http.Request) (any, error) {
		return struct{}{}, firstOf(readJSON(r, &struct{}{}), func() error { return b.Again(r.Context()) })
	}))
}

// asked makes a handler that answers with what ask gives.
func (s *site) asked(ask func(*http.Request) (any, error)) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		answer, err := ask(r)
		var refusal *Refusal
		switch {
		case errors.As(err, &refusal):
			writeJSON(w, http.StatusOK, notDone{refusal.Words})
		case err != nil:
			s.refuse(w, r, err)
		default:
			writeJSON(w, http.StatusOK, answer)
		}
	}
}

func (s *site) serveMap(w http.ResponseWriter, r *http.Request) {
	q := r.URL.Query()
	id, err := strconv.ParseInt(q.Get("customer"), 10, 64)
	if err != nil || len(q["fold"]) > maxFolded {
		s.refuse(w, r, errInput)
		return
	}
	s.asked(func(*http.Request) (any, error) { return s.opts.Workbench.Map(id, q.Get("flow"), q["fold"]) })(w, r)
}

func (s *site) fire(r *http.Request) (any, error) {
	var in struct{ Due string }
	id, err := customerOf(r)
	if err == nil {
		err = readJSON(r, &in)
	}
	return struct{}{}, firstOf(err, func() error { return s.opts.Workbench.Fire(r.Context(), id, in.Due) })
}

func (s *site) saveTalk(r *http.Request) (any, error) {
	var in struct{ Name string }
	id, err := customerOf(r)
	if err == nil {
		err = readJSON(r, &in)
	}
	if err == nil && !talkForm.MatchString(in.Name) {
		err = fmt.Errorf("%w: name %q", errInput, in.Name)
	}
	if err != nil {
		return nil, err
	}
	file, err := s.opts.Workbench.SaveTalk(r.Context(), id, in.Name)
	return map[string]string{"file": file}, err
}

func (s *site) comeBack(r *http.Request) (any, error) {
	var in struct{ State string }
	err := readJSON(r, &in)
	if err == nil && len(in.State) > maxState {
		err = fmt.Errorf("%w: a state of %d bytes", errInput, len(in.State))
	}
	return struct{}{}, firstOf(err, func() error { return s.opts.Workbench.Return(r.Context(), in.State) })
}

func customerOf(r *http.Request) (int64, error) {
	id, err := strconv.ParseInt(r.PathValue("id"), 10, 64)
	if err != nil {
		return 0, ErrNotFound
	}
	return id, nil
}

// firstOf is the error that is there, or else that of what is done then.
func firstOf(err error, then func() error) error {
	if err != nil {
		return err
	}
	return then()
}
