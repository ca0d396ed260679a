package telegramtest

import (
	"bytes"
	"fmt"
	"io"
	"net/http"
)

// direct is a transport that calls the server instead of a network. The call
// is served in the goroutine of the caller and ends with its context.
type direct struct{ server *Server }

// RoundTrip implements [http.RoundTripper].
func (d direct) RoundTrip(req *http.Request) (resp *http.Response, err error) {
	if req.Body != nil {
		defer func() { _ = req.Body.Close() }()
	}
	if err := req.Context().Err(); err != nil {
		return nil, err
	}
	w := &recorder{header: http.Header{}, code: http.StatusOK}
	defer func() {
		if v := recover(); v != nil {
			if v != http.ErrAbortHandler { //nolint:errorlint // a recovered value is compared as net/http does
				panic(v)
			}
			resp, err = nil, fmt.Errorf("telegramtest: %w", io.ErrUnexpectedEOF)
		}
	}()
	in := req.WithContext(req.Context())
	if in.Body == nil {
		in.Body = http.NoBody
	}
	d.server.ServeHTTP(w, in)
	if err := req.Context().Err(); err != nil {
		return nil, err
	}
	return &http.Response{
		Status: http.StatusText(w.code), StatusCode: w.code,
		Proto: "HTTP/1.1", ProtoMajor: 1, ProtoMinor: 1,
		Header: w.header, Body: io.NopCloser(&w.body), ContentLength: int64(w.body.Len()), Request: req,
	}, nil
}

type recorder struct {
	header http.Header
	body   bytes.Buffer
	code   int
}

func (r *recorder) Header() http.Header         { return r.header }
func (r *recorder) WriteHeader(code int)        { r.code = code }
func (r *recorder) Write(p []byte) (int, error) { return r.body.Write(p) }
