package telegram

import (
	"crypto/tls"
	"errors"
	"net"
	"net/http"
	"strings"
	"time"
)

// Blocked reports that this chat cannot be written to any more and that trying
// again is of no use: the bot is blocked or kicked, the account is gone, or
// the chat was never opened.
func Blocked(err error) bool {
	e, ok := answer(err)
	if !ok {
		return false
	}
	return e.Code == http.StatusForbidden ||
		e.Code == http.StatusBadRequest && containsAny(e.Description,
			"chat not found", "user is deactivated", "PEER_ID_INVALID", "user not found")
}

// RetryAfter returns how long Telegram wants to be left alone, if it said so
// (429). It can be hours.
func RetryAfter(err error) (time.Duration, bool) {
	var e *Error
	if !errors.As(err, &e) || e.RetryAfter <= 0 {
		return 0, false
	}
	return e.RetryAfter, true
}

// Unknown reports that nobody can tell whether the call had its effect: the
// answer was lost or is no Bot API answer, or the server failed (5xx). The
// Bot API has no idempotency key, so making the call again may repeat it.
func Unknown(err error) bool {
	var e *Error
	if !errors.As(err, &e) || e.unsent {
		return false
	}
	if e.Cause == nil {
		return e.Code >= http.StatusInternalServerError
	}
	// A gateway that says 3xx or 4xx has not passed the call on.
	return e.Code < http.StatusMultipleChoices || e.Code >= http.StatusInternalServerError
}

// Unsent reports that the call has never reached Telegram, so that it can be
// made again without harm: no connection, no TLS, or a context that had ended
// before.
func Unsent(err error) bool {
	var e *Error
	return errors.As(err, &e) && e.unsent
}

// Harmless reports a refusal that means the work is done or no longer matters:
// the message is as wanted already, the press is too old to be answered, the
// message to change or delete is gone or too old.
func Harmless(err error) bool {
	e, ok := answer(err)
	return ok && e.Code == http.StatusBadRequest && containsAny(e.Description,
		"message is not modified", "query is too old", "query ID is invalid",
		"message to edit not found", "message can't be edited", "MESSAGE_ID_INVALID",
		"message to delete not found", "message can't be deleted")
}

// WrongFile reports that Telegram does not take a file id (any more): the file
// can be uploaded anew.
func WrongFile(err error) bool {
	e, ok := answer(err)
	return ok && e.Code == http.StatusBadRequest && containsAny(e.Description,
		"wrong file identifier", "wrong remote file", "file identifier", "FILE_REFERENCE", "type of file mismatch", "can't use file of type")
}

// Refunded reports that a payment was given back already.
func Refunded(err error) bool {
	e, ok := answer(err)
	return ok && e.Code == http.StatusBadRequest && strings.Contains(e.Description, "CHARGE_ALREADY_REFUNDED")
}

// Refused reports that Telegram has understood a call and does not want it, as
// it stands: a wrong parameter or a file that is too large or no picture.
func Refused(err error) bool {
	e, ok := answer(err)
	return ok && !Blocked(err) && !Harmless(err) &&
		(e.Code == http.StatusBadRequest || e.Code == http.StatusRequestEntityTooLarge)
}

// Unauthorized reports that Telegram does not know the token: nothing will work
// until it is replaced.
func Unauthorized(err error) bool {
	e, ok := answer(err)
	return ok && (e.Code == http.StatusUnauthorized ||
		e.Code == http.StatusNotFound && e.Description == "Not Found")
}

// Conflict reports that updates are taken by somebody else: another process
// that polls, or a webhook (409). See [ConflictReason].
func Conflict(err error) bool {
	e, ok := answer(err)
	return ok && e.Code == http.StatusConflict
}

// ConflictReason says in plain words who takes the updates instead, and what to
// do about it; "" if err is no [Conflict].
func ConflictReason(err error) string {
	e, ok := answer(err)
	switch {
	case !ok || e.Code != http.StatusConflict:
		return ""
	case strings.Contains(e.Description, "terminated by other getUpdates"):
		return "another process polls with the same token: stop it, or give this one a token of its own"
	case strings.Contains(e.Description, "setWebhook"):
		return "a webhook was just set for this bot: updates go there now"
	case strings.Contains(e.Description, "webhook is active"):
		return "a webhook is set for this bot: delete it, or receive by webhook here too"
	default:
		return e.Description
	}
}

// answer returns err as a refusal by Telegram itself.
func answer(err error) (*Error, bool) {
	var e *Error
	if !errors.As(err, &e) || e.Cause != nil {
		return nil, false
	}
	return e, true
}

// neverLeft tells the failures that come before the first byte of a request.
func neverLeft(err error) bool {
	var op *net.OpError
	if errors.As(err, &op) && (op.Op == "dial" || op.Op == "proxyconnect") {
		return true
	}
	var dns *net.DNSError
	var cert *tls.CertificateVerificationError
	var record tls.RecordHeaderError
	return errors.As(err, &dns) || errors.As(err, &cert) || errors.As(err, &record)
}

func containsAny(s string, parts ...string) bool {
	for _, p := range parts {
		if strings.Contains(s, p) {
			return true
		}
	}
	return false
}
