package console

import (
	"context"
	"errors"
	"net/http"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// maxText is the longest message, in UTF-16 units.
//
// https://core.telegram.org/bots/api#sendmessage
const maxText = 4096

// payloadForm is what a deep link may carry.
//
// https://core.telegram.org/bots/features#deep-linking
var payloadForm = regexp.MustCompile(`^[A-Za-z0-9_-]{0,64}$`)

// errInput says that the request is not one that the page makes.
var errInput = errors.New("console: wrong input")

// deed is something that a customer does with the phone.
type deed struct {
	name string
	do   func(context.Context, Phone, deedInput) error
}

// deedInput is the body of a request; each deed reads its own part.
type deedInput struct {
	Text    string `json:"text"`    // say: the message; start: the payload; tap: the key; staff: the note
	Message int64  `json:"message"` // press
	Data    string `json:"data"`    // press; staff: the state
}

func deeds() []deed {
	list := []deed{
		{"say", say},
		{"start", start},
		{"press", func(_ context.Context, p Phone, in deedInput) error { return p.Press(in.Message, in.Data) }},
		{"tap", func(_ context.Context, p Phone, in deedInput) error { return p.Tap(in.Text) }},
		{"block", func(_ context.Context, p Phone, _ deedInput) error { p.SetBlocked(true); return nil }},
		{"unblock", func(_ context.Context, p Phone, _ deedInput) error { p.SetBlocked(false); return nil }},
		{"staff", staff},
	}
	for _, a := range []Attachment{Contact, Photo, Voice, Location} {
		list = append(list, deed{string(a), func(_ context.Context, p Phone, _ deedInput) error { p.Send(a); return nil }})
	}
	return list
}

func say(_ context.Context, p Phone, in deedInput) error {
	text := strings.TrimSpace(in.Text)
	if text == "" || len(utf16.Encode([]rune(text))) > maxText {
		return errInput
	}
	p.Say(text)
	return nil
}

func start(_ context.Context, p Phone, in deedInput) error {
	if !payloadForm.MatchString(in.Text) {
		return errInput
	}
	p.Start(in.Text)
	return nil
}

func staff(ctx context.Context, p Phone, in deedInput) error {
	if utf8.RuneCountInString(in.Text) > maxField {
		return errInput
	}
	return p.Staff(ctx, in.Data, strings.TrimSpace(in.Text))
}

// perform makes the handler of a deed.
func (s *site) perform(d deed) func(http.ResponseWriter, *http.Request, Phone) {
	return func(w http.ResponseWriter, r *http.Request, p Phone) {
		var in deedInput
		err := readJSON(r, &in)
		if err == nil {
			err = d.do(r.Context(), p, in)
		}
		if err != nil {
			s.refuse(w, r, err)
			return
		}
		w.WriteHeader(http.StatusNoContent)
	}
}

// phone finds the phone that a path names.
func (s *site) phone(next func(http.ResponseWriter, *http.Request, Phone)) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		id, err := strconv.ParseInt(r.PathValue("id"), 10, 64)
		if err != nil {
			s.refuse(w, r, ErrNotFound)
			return
		}
		p, ok := s.opts.Phones.Get(id)
		if !ok {
			s.refuse(w, r, ErrNotFound)
			return
		}
		next(w, r, p)
	}
}
