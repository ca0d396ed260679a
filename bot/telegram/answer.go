package telegram

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"net/http"
)

// maxAnswer is far beyond what the Bot API answers: a page of updates has at
// most 4 MiB.
const maxAnswer = 64 << 20

var errLongAnswer = errors.New("the answer is too long")

// readAnswer reads a body whole and closes it, which frees the connection for
// the next call.
func readAnswer(resp *http.Response) ([]byte, error) {
	defer func() { _ = resp.Body.Close() }()
	if n := resp.ContentLength; n > 0 && n <= 1<<20 {
		answer := make([]byte, n)
		_, err := io.ReadFull(resp.Body, answer)
		return answer, err
	}
	answer, err := io.ReadAll(io.LimitReader(resp.Body, maxAnswer+1))
	if len(answer) > maxAnswer {
		return nil, errLongAnswer
	}
	return answer, err
}

// resultOf takes the result out of an answer that says in its plainest form
// that a call was done, which nearly every answer does: {"ok":true,"result":...}.
// It is nil for any other, which is the library's to read.
func resultOf(answer []byte) json.RawMessage {
	rest, ok := bytes.CutPrefix(answer, []byte(`{"ok":true,"result":`))
	if !ok {
		return nil
	}
	result, ok := bytes.CutSuffix(rest, []byte("}"))
	if !ok || !json.Valid(result) {
		return nil
	}
	return result
}
