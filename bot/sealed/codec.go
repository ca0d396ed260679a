package sealed

import (
	"errors"
	"fmt"
	"strconv"
)

// A sealed value is
//
//	3 bytes   mark; no text in UTF-8 begins so
//	1 byte    form, the version of all this
//	1 byte    how long the id of the key is
//	          the id of the key
//	12 bytes  nonce, random
//	          the value, encrypted, with 16 bytes by which a change is seen
//
// It is bound to its place (kind, chat and name), and cannot be opened in another one.
const (
	mark = "\xFFrp"
	form = 1
	head = len(mark) + 2 // bytes before the id
)

// kind says what a value is.
type kind string

const (
	stateKind  kind = "state"
	outboxKind kind = "outbox"
	inboxKind  kind = "inbox" // its name is the input's id
	orderKind  kind = "order" // its name is the order's number
	deadKind   kind = "dead"
)

// errUnopened is wrapped by every error about a value that cannot be opened.
var errUnopened = errors.New("what the store keeps cannot be opened")

// codec seals and opens what is one contact's.
type codec struct {
	keys *Keys
	chat int64
}

func (k *Keys) of(chat int64) codec { return codec{keys: k, chat: chat} }

// place is what a value is bound to.
func (c *codec) place(what kind, name string) []byte {
	out := make([]byte, 0, 48)
	out = append(out, what...)
	out = append(out, ' ')
	out = strconv.AppendInt(out, c.chat, 10)
	out = append(out, ' ')
	return append(out, name...)
}

// seal seals a value with the first key. An empty value stays what it is: it stands for none.
func (c *codec) seal(what kind, name string, value []byte) []byte {
	first := c.keys.first
	if first == nil || len(value) == 0 {
		return value
	}
	aead := c.keys.ready.cipher(first, c.chat)
	out := make([]byte, 0, head+len(first.id)+len(value)+aead.Overhead())
	out = append(out, mark...)
	out = append(out, form, byte(len(first.id)))
	out = append(out, first.id...)
	return aead.Seal(out, nil, value, c.place(what, name))
}

// open opens a value that was sealed with any of the keys. One that was never sealed is returned as it is.
func (c *codec) open(what kind, name string, value []byte) ([]byte, error) {
	if !isSealed(value) {
		return value, nil
	}
	id, body, err := parse(value)
	if err != nil {
		return nil, fmt.Errorf("%w: %s: %w", errUnopened, what, err)
	}
	k := c.keys.find(id)
	if k == nil {
		return nil, fmt.Errorf("%w: %s: it is sealed with key %s, which SEAL_KEYS has not", errUnopened, what, id)
	}
	plain, err := c.keys.ready.cipher(k, c.chat).Open(nil, nil, body, c.place(what, name))
	if err != nil {
		return nil, fmt.Errorf("%w: %s: key %s does not open it: that is another key of this id, or the value was changed or moved", errUnopened, what, id)
	}
	return plain, nil
}

// isSealed tells a sealed value from one that never was.
func isSealed(value []byte) bool { return len(value) >= len(mark) && string(value[:len(mark)]) == mark }

// parse takes a sealed value apart.
func parse(value []byte) (id string, body []byte, err error) {
	if len(value) < head {
		return "", nil, errors.New("it is cut off")
	}
	if value[len(mark)] != form {
		return "", nil, fmt.Errorf("it is sealed in form %d, which a newer version of the program knows", value[len(mark)])
	}
	end := head + int(value[head-1])
	if len(value) < end {
		return "", nil, errors.New("it is cut off")
	}
	return string(value[head:end]), value[end:], nil
}

// sealedBy is the id of the key that a value is sealed with; [Plain] for one that is not, "?" for one that is damaged.
func sealedBy(value []byte) string {
	if !isSealed(value) {
		return Plain
	}
	id, _, err := parse(value)
	if err != nil {
		return "?"
	}
	return id
}
