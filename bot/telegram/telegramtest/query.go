package telegramtest

import (
	"time"

	"repartee/bot/telegram"
)

// query is a press that waits for its answer.
type query struct {
	user   int64
	chat   int64
	born   time.Time
	answer *Answer
}

// Answer is what the bot has answered to a press.
type Answer struct {
	QueryID string
	Text    string
	Alert   bool // shown as a box to be closed instead of a passing line
}

// maxQueries is how many presses are remembered.
const maxQueries = 10000

const tooOld = "query is too old and response timeout expired or query ID is invalid"

func (s *Server) answerCallbackQuery(f *form) (any, *refusal) {
	a := Answer{QueryID: f.text("callback_query_id"), Text: f.text("text"), Alert: f.bool("show_alert")}
	if n := units(a.Text); n > telegram.MaxCallbackText {
		return nil, badRequest("MESSAGE_TOO_LONG: the answer has %d characters, must be at most %d", n, telegram.MaxCallbackText)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	q := s.queries[a.QueryID]
	if q == nil || q.answer != nil || s.opts.Now().Sub(q.born) > telegram.PressLifetime {
		return nil, badRequest(tooOld)
	}
	q.answer = &a
	if c := s.chats[q.chat]; c != nil {
		c.touch()
	}
	s.publish(Event{Kind: PressAnswered, Chat: q.chat, User: q.user, Answer: a}, nil)
	return true, nil
}

// ask remembers a press. The caller holds the mutex.
func (s *Server) ask(user, chat int64) string {
	id := s.nextID("query")
	s.queries[id] = &query{user: user, chat: chat, born: s.opts.Now()}
	s.oldest = append(s.oldest, id)
	if len(s.oldest) > maxQueries {
		delete(s.queries, s.oldest[0])
		s.oldest = s.oldest[1:]
	}
	return id
}

// Answer returns what the bot has answered to a press, once it has.
func (s *Server) Answer(queryID string) (Answer, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	q := s.queries[queryID]
	if q == nil || q.answer == nil {
		return Answer{}, false
	}
	return *q.answer, true
}
