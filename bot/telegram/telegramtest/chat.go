package telegramtest

import (
	"slices"
	"strings"
)

// chat is a private chat or a group, with what its screen shows. The server's
// mutex guards it; the messages in it are never changed, only replaced.
type chat struct {
	wire     wireChat
	opened   bool // the customer has written first, or the bot is in the group
	blocked  bool
	gone     bool // the account was deleted
	messages []*message
	lastID   int64
	keyboard *replyKeyboard
	changed  chan struct{} // closed at the next change, if anybody waits
}

// message is one message on the screen.
type message struct {
	wire    *wireMessage
	markup  *markup
	invoice *Invoice // what an invoice asks for beyond what its message tells
	receipt int64    // the message about the payment of the invoice
	byBot   bool
	edited  bool

	reaction string // the customer's emoji
}

func (c *chat) private() bool { return c.wire.Type == "private" }

// find finds the place of a message; -1 if it is not there.
func (c *chat) find(id int64) int {
	i, ok := slices.BinarySearchFunc(c.messages, id, func(m *message, id int64) int { return int(m.wire.MessageID - id) })
	if !ok {
		return -1
	}
	return i
}

func (c *chat) message(id int64) *message {
	if i := c.find(id); i >= 0 {
		return c.messages[i]
	}
	return nil
}

// touch wakes whoever waits for a change.
func (c *chat) touch() {
	if c.changed != nil {
		close(c.changed)
		c.changed = nil
	}
}

// writable finds the chat that a call wants to write to.
func (s *Server) writable(f *form) (*chat, *refusal) {
	c, no := s.lookup(f)
	switch {
	case no != nil:
		return nil, no
	case c.gone:
		return nil, forbidden("user is deactivated")
	case c.blocked && c.private():
		return nil, forbidden("bot was blocked by the user")
	case c.blocked:
		return nil, forbidden("bot was kicked from the " + c.wire.Type + " chat")
	case !c.opened:
		return nil, forbidden("bot can't initiate conversation with a user")
	default:
		return c, nil
	}
}

func (s *Server) lookup(f *form) (*chat, *refusal) {
	ref := f.text("chat_id")
	if ref == "" {
		return nil, badRequest("chat_id is empty")
	}
	name, named := strings.CutPrefix(ref, "@")
	if !named {
		if c := s.chats[f.int("chat_id")]; c != nil {
			return c, nil
		}
		return nil, badRequest("chat not found")
	}
	for _, c := range s.chats {
		if !c.private() && strings.EqualFold(c.wire.Username, name) {
			return c, nil
		}
	}
	return nil, badRequest("chat not found")
}

// post puts a message on the screen and tells those who watch.
func (s *Server) post(c *chat, m *message) {
	c.lastID++
	m.wire.MessageID = c.lastID
	c.messages = append(c.messages, m)
	if over := len(c.messages) - s.opts.History; over > 0 {
		c.messages = c.messages[over:] // append makes a new list in time
	}
	if m.markup != nil && m.markup.reply != nil {
		c.keyboard = m.markup.reply
	}
	if m.markup != nil && m.markup.remove {
		c.keyboard = nil
	}
	c.touch()
	s.publish(Event{Kind: MessageSent, Chat: c.wire.ID, MessageID: m.wire.MessageID}, m)
}

// replace puts a changed message in the place of the one it was.
func (s *Server) replace(c *chat, at int, m *message) {
	c.messages[at] = m
	c.touch()
	s.publish(Event{Kind: MessageEdited, Chat: c.wire.ID, MessageID: m.wire.MessageID}, m)
}
