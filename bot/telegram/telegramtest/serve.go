package telegramtest

import (
	"encoding/json"
	"net/http"
	"strconv"
	"strings"
)

// ServeHTTP answers /bot<token>/<method> and /file/bot<token>/<path>.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	s.served.Add(1)
	rest, ok := strings.CutPrefix(r.URL.Path, "/bot"+s.opts.Token+"/")
	if !ok {
		s.serveOther(w, r)
		return
	}
	if s.pause(r.Context(), s.opts.Latency) != nil {
		return
	}
	f, no := readForm(r)
	if no == nil {
		f.method = rest
		s.call(w, f)
		return
	}
	writeRefusal(w, no)
}

// call checks a call, has it done, and answers.
func (s *Server) call(w http.ResponseWriter, f *form) {
	m := s.methods[strings.ToLower(f.method)]
	if m == nil {
		no := &refusal{code: http.StatusNotFound, description: "Not Found: method " + strconv.Quote(f.method) + " not found"}
		s.calls.add(f, nil, no, "", s.opts.Now())
		writeRefusal(w, no)
		return
	}
	f.method = m.name
	fault := s.faults.take(f)
	if s.before(w, f, fault) {
		return
	}
	var result any
	no := m.check(f)
	if no == nil {
		result, no = m.run(s, f)
	}
	raw := encode(result)
	s.calls.add(f, raw, no, fault.Kind, s.opts.Now())
	switch {
	case fault.Kind == DropReply:
		panic(http.ErrAbortHandler)
	case no != nil:
		writeRefusal(w, no)
	default:
		writeResult(w, raw, f.note)
	}
}

// encode writes a result; what a method has written already passes as it is.
func encode(result any) json.RawMessage {
	if raw, ok := result.(json.RawMessage); ok {
		return raw
	}
	raw, err := json.Marshal(result)
	if err != nil {
		panic("telegramtest: a result cannot be written: " + err.Error())
	}
	return raw
}

func writeResult(w http.ResponseWriter, result json.RawMessage, note string) {
	body := make([]byte, 0, len(result)+len(note)+48)
	body = append(body, `{"ok":true,"result":`...)
	body = append(body, result...)
	if note != "" {
		body = append(body, `,"description":`...)
		body = strconv.AppendQuote(body, note)
	}
	writeJSON(w, http.StatusOK, append(body, '}'))
}

func writeJSON(w http.ResponseWriter, code int, body []byte) {
	h := w.Header()
	h["Content-Type"] = []string{"application/json"}
	h["Content-Length"] = []string{strconv.Itoa(len(body))}
	w.WriteHeader(code)
	_, _ = w.Write(body) // a client that is gone misses nothing
}

// serveOther answers what is no call of this bot: files, and wrong tokens.
func (s *Server) serveOther(w http.ResponseWriter, r *http.Request) {
	if path, ok := strings.CutPrefix(r.URL.Path, "/file/bot"+s.opts.Token+"/"); ok {
		s.serveFile(w, path)
		return
	}
	token, ok := strings.CutPrefix(r.URL.Path, "/bot")
	id, secret, colon := strings.Cut(token, ":")
	if ok && colon && id != "" && secret != "" {
		writeRefusal(w, &refusal{code: http.StatusUnauthorized, description: "Unauthorized"})
		return
	}
	writeRefusal(w, &refusal{code: http.StatusNotFound, description: "Not Found"})
}
