package telegramtest

// EventKind says what has happened on a screen.
type EventKind string

// The kinds of [Event].
const (
	MessageSent    EventKind = "message"
	MessageEdited  EventKind = "edit"
	MessageDeleted EventKind = "delete"
	ActionShown    EventKind = "action"
	PressAnswered  EventKind = "answer"
)

// Event is a change of what a chat shows.
type Event struct {
	Kind      EventKind
	Chat      int64
	MessageID int64
	Message   Message // with MessageSent and MessageEdited
	Action    string  // with ActionShown: typing, ...
	User      int64   // with PressAnswered: who had pressed
	Answer    Answer  // with PressAnswered
}

// backlog is how many events a reader may be behind.
const backlog = 1024

// Subscribe returns the events of all chats from now on, until cancel is
// called or the server is closed. A reader that falls far behind finds its
// channel closed too: it should read the screens anew and subscribe again.
func (s *Server) Subscribe() (events <-chan Event, cancel func()) {
	ch := make(chan Event, backlog)
	s.mu.Lock()
	defer s.mu.Unlock()
	s.readers[ch] = struct{}{}
	return ch, func() {
		s.mu.Lock()
		defer s.mu.Unlock()
		s.unsubscribe(ch)
	}
}

func (s *Server) unsubscribe(ch chan Event) {
	if _, open := s.readers[ch]; open {
		delete(s.readers, ch)
		close(ch)
	}
}

// publish tells every reader, and waits for none. The caller holds the mutex.
func (s *Server) publish(e Event, m *message) {
	if len(s.readers) == 0 {
		return
	}
	if m != nil {
		e.Message = m.view()
	}
	for ch := range s.readers {
		select {
		case ch <- e:
		default:
			s.unsubscribe(ch)
		}
	}
}
