package console

import (
	"context"
	"errors"
	"net/http"
	"regexp"
	"slices"
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
	Text    string `json:"text"`    // say, reply, edit: the message; start: the payload; tap: the key; staff: the note
	Message int64  `json:"message"` // press, reply, edit, react
	Data    string `json:"data"`    // press; staff: the state; react: the emoji
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
		{"reply", reply},
		{"edit", edit},
		{"react", react},
	}
	for _, a := range []Attachment{Contact, Stranger, Photo, Album, Video, Voice, Document, Location} {
		list = append(list, deed{string(a), func(_ context.Context, p Phone, _ deedInput) error { p.Send(a); return nil }})
	}
	return list
}

func say(_ context.Context, p Phone, in deedInput) error {
	text, err := in.words()
	if err == nil {
		p.Say(text)
	}
	return err
}

func reply(_ context.Context, p Phone, in deedInput) error {
	text, err := in.words()
	if err != nil {
		return err
	}
	return p.Reply(in.Message, text)
}

func edit(_ context.Context, p Phone, in deedInput) error {
	text, err := in.words()
	if err != nil {
		return err
	}
	return p.Edit(in.Message, text)
}

func react(_ context.Context, p Phone, in deedInput) error {
	if in.Data != "" && !slices.Contains(reactions(), in.Data) {
		return errInput
	}
	return p.React(in.Message, in.Data)
}

// words is the text of a message.
func (in deedInput) words() (string, error) {
	text := strings.TrimSpace(in.Text)
	if text == "" || len(utf16.Encode([]rune(text))) > maxText {
		return "", errInput
	}
	return text, nil
}

// reactions are the emoji that the page offers, of those that Telegram takes.
//
// https://core.telegram.org/bots/api#reactiontypeemoji
func reactions() []string { return []string{"👍", "❤", "🔥", "😁", "🤔", "👎"} }

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
