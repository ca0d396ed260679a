package telegramtest

import (
	"encoding/json"
	"fmt"
	"net/http"
	"strconv"
)

// refusal is a call that is answered with ok=false.
type refusal struct {
	code        int
	description string
	retryAfter  int // seconds
}

// badRequest refuses a call in the words that the real server uses where they
// are known.
func badRequest(format string, args ...any) *refusal {
	return &refusal{code: http.StatusBadRequest, description: "Bad Request: " + fmt.Sprintf(format, args...)}
}

func forbidden(words string) *refusal {
	return &refusal{code: http.StatusForbidden, description: "Forbidden: " + words}
}

func conflict(words string) *refusal {
	return &refusal{code: http.StatusConflict, description: "Conflict: " + words}
}

func tooMany(seconds int) *refusal {
	return &refusal{
		code: http.StatusTooManyRequests, retryAfter: seconds,
		description: fmt.Sprintf("Too Many Requests: retry after %d", seconds),
	}
}

func writeRefusal(w http.ResponseWriter, no *refusal) {
	type parameters struct {
		RetryAfter int `json:"retry_after,omitempty"`
	}
	answer := struct {
		OK          bool        `json:"ok"`
		Code        int         `json:"error_code"`
		Description string      `json:"description"`
		Parameters  *parameters `json:"parameters,omitempty"`
	}{Code: no.code, Description: no.description}
	if no.retryAfter > 0 {
		w.Header().Set("Retry-After", strconv.Itoa(no.retryAfter))
		answer.Parameters = &parameters{no.retryAfter}
	}
	body, err := json.Marshal(answer)
	if err != nil {
		panic("telegramtest: a refusal cannot be written: " + err.Error())
	}
	writeJSON(w, no.code, body)
}
