package telegram

import (
	"fmt"
	"time"
)

// Error is a call that did not succeed: refused by Telegram (Cause is nil), or
// left without an answer that can be read (Cause says why).
type Error struct {
	Method      string        // the Bot API method
	Code        int           // Telegram's error_code, else the HTTP status, 0 if there was no answer
	HTTPStatus  int           // 0 if there was no answer
	Description string        // Telegram's words
	RetryAfter  time.Duration // with a 429: when to try again at the earliest
	MigrateTo   int64         // with a 400: the id of the supergroup that the group has become
	Cause       error         // without an answer from the Bot API: what happened instead

	unsent bool
}

// Error tells the method and the reason; it never holds the token.
func (e *Error) Error() string {
	if e.Cause != nil {
		return fmt.Sprintf("telegram %s: %v", e.Method, e.Cause)
	}
	return fmt.Sprintf("telegram %s: %d %s", e.Method, e.Code, e.Description)
}

// Unwrap gives the cause, so that [context.Canceled] and network errors can be
// asked for.
func (e *Error) Unwrap() error { return e.Cause }
