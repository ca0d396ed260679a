package telegramtest

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"mime"
	"mime/multipart"
	"net/http"
	"net/url"
	"strconv"
	"strings"
)

// maxBody is the largest call that is read, in bytes: a file of 50 MB and
// what is around it.
const maxBody = 51 << 20

// form is a call as it came in. Its values have been checked against the
// parameters of the method before anything reads them.
type form struct {
	ctx    context.Context
	method string
	values map[string]string
	files  map[string]upload
	note   string // goes out as the description of a result
}

type upload struct {
	name string
	data []byte
}

// readForm takes parameters from the query and from a body in any of the three
// forms that the Bot API knows.
func readForm(r *http.Request) (*form, *refusal) {
	f := &form{ctx: r.Context(), values: map[string]string{}, files: map[string]upload{}}
	f.add(r.URL.Query())
	kind, options, err := mime.ParseMediaType(r.Header.Get("Content-Type"))
	if err != nil {
		return f, nil
	}
	body := http.MaxBytesReader(nil, r.Body, maxBody)
	switch kind {
	case "application/x-www-form-urlencoded":
		err = f.readQuery(body)
	case "multipart/form-data":
		err = f.readParts(body, options["boundary"])
	case "application/json":
		err = f.readObject(body)
	}
	var tooLarge *http.MaxBytesError
	if errors.As(err, &tooLarge) {
		return nil, &refusal{code: http.StatusRequestEntityTooLarge, description: "Request Entity Too Large"}
	}
	if err != nil {
		return nil, badRequest("the body cannot be read as %s: %v", kind, err)
	}
	return f, nil
}

func (f *form) add(values url.Values) {
	for name, v := range values {
		f.values[name] = v[0]
	}
}

func (f *form) readQuery(body io.Reader) error {
	raw, err := io.ReadAll(body)
	if err != nil {
		return err
	}
	values, err := url.ParseQuery(string(raw))
	f.add(values)
	return err
}

func (f *form) readParts(body io.Reader, boundary string) error {
	parts := multipart.NewReader(body, boundary)
	for {
		part, err := parts.NextPart()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		data, err := io.ReadAll(part)
		if err != nil {
			return err
		}
		if name := part.FileName(); name != "" {
			if _, twice := f.files[part.FormName()]; twice {
				return errors.New("two files have the name " + strconv.Quote(part.FormName()))
			}
			f.files[part.FormName()] = upload{name, data}
		} else {
			f.values[part.FormName()] = string(data)
		}
	}
}

func (f *form) readObject(body io.Reader) error {
	var object map[string]json.RawMessage
	if err := json.NewDecoder(body).Decode(&object); err != nil {
		return err
	}
	for name, raw := range object {
		var text string
		if raw[0] == '"' && json.Unmarshal(raw, &text) == nil {
			f.values[name] = text
		} else if string(raw) != "null" {
			f.values[name] = string(raw)
		}
	}
	return nil
}

func (f *form) text(name string) string { return f.values[name] }
func (f *form) int(name string) int64   { return atoi(strings.TrimSpace(f.values[name])) }
func (f *form) bool(name string) bool   { b, _ := parseBool(f.values[name]); return b }

func (f *form) float(name string) float64 {
	x, _ := strconv.ParseFloat(f.values[name], 64)
	return x
}

// within reads a number that the real server moves into its range without a
// word.
func (f *form) within(name string, standard, least, most int64) int64 {
	if f.values[name] == "" {
		return standard
	}
	return min(max(f.int(name), least), most)
}

func atoi(s string) int64 {
	n, _ := strconv.ParseInt(s, 10, 64)
	return n
}

// parseBool knows what the real server takes for true, and what it is then
// right to send for false.
func parseBool(s string) (value, ok bool) {
	switch strings.ToLower(s) {
	case "true", "yes", "1":
		return true, true
	case "false", "no", "0", "":
		return false, true
	default:
		return false, false
	}
}
