package console

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"time"
)

// maxShown is how many of a chat's messages a page is given.
const maxShown = 200

// feed writes events to one page. It remembers how each customer stood when the
// page was last told.
//
// https://html.spec.whatwg.org/multipage/server-sent-events.html
type feed struct {
	w      http.ResponseWriter
	rc     *http.ResponseController
	phones Phones
	bench  Workbench // may be nil
	told   map[int64]string
}

func newFeed(w http.ResponseWriter, o Options) *feed {
	return &feed{w: w, rc: http.NewResponseController(w), phones: o.Phones, bench: o.Workbench}
}

// chat is a customer with all that is on the phone.
type chat struct {
	Customer
	Messages []Message `json:"messages"`
}

// reset tells everything.
func (f *feed) reset() error {
	f.told = map[int64]string{}
	chats := []chat{}
	for _, p := range f.phones.All() {
		c, messages := p.Customer(), p.Messages()
		if over := len(messages) - maxShown; over > 0 {
			messages = messages[over:]
		}
		if messages == nil {
			messages = []Message{} // the page walks over it
		}
		if _, err := f.news(c); err != nil {
			return err
		}
		chats = append(chats, chat{c, messages})
	}
	if err := f.event("reset", chats); err != nil {
		return err
	}
	return f.files()
}

// files tells which files run, and what is wrong with those in the folder.
func (f *feed) files() error {
	if f.bench == nil {
		return nil
	}
	return f.event(string(FilesChanged), f.bench.Files())
}

// tell tells what has happened, and how the customer stands if that is new.
func (f *feed) tell(e Event) error {
	switch e.Kind {
	case CustomersChanged:
		return f.standings()
	case Rebuilt:
		return f.reset()
	case FilesChanged:
		return f.files()
	}
	p, ok := f.phones.Get(e.Customer)
	if !ok {
		return nil
	}
	if err := f.standing(p); err != nil { // first, so that the page knows the customer
		return err
	}
	return f.event(string(e.Kind), e)
}

func (f *feed) standings() error {
	for _, p := range f.phones.All() {
		if err := f.standing(p); err != nil {
			return err
		}
	}
	return nil
}

func (f *feed) standing(p Phone) error {
	c := p.Customer()
	fresh, err := f.news(c)
	if err != nil || !fresh {
		return err
	}
	return f.event("customer", c)
}

// news tells whether a customer stands otherwise than the page was told, and
// takes note.
func (f *feed) news(c Customer) (bool, error) {
	raw, err := json.Marshal(c)
	if err != nil {
		return false, fmt.Errorf("encode an event: %w", err)
	}
	fresh := f.told[c.ID] != string(raw)
	f.told[c.ID] = string(raw)
	return fresh, nil
}

func (f *feed) event(name string, v any) error {
	raw, err := json.Marshal(v) // has no line breaks
	if err != nil {
		return fmt.Errorf("encode an event: %w", err)
	}
	return f.write("event: " + name + "\ndata: " + string(raw) + "\n\n")
}

func (f *feed) comment(words string) error { return f.write(": " + words + "\n\n") }

func (f *feed) write(s string) error {
	if err := f.rc.SetWriteDeadline(time.Now().Add(patience)); err != nil && !errors.Is(err, http.ErrNotSupported) {
		return err
	}
	if _, err := io.WriteString(f.w, s); err != nil {
		return err
	}
	return f.rc.Flush()
}
