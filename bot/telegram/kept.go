package telegram

import (
	"bytes"
	"context"
	"encoding/json"
)

// MethodOf is the method of a call that [Encode] has made, "" of anything else.
func MethodOf(encoded []byte) string {
	method, _ := cutMethod(encoded)
	return string(method)
}

// DoEncoded makes the call that [Encode] has kept.
func (c *Client) DoEncoded(ctx context.Context, encoded []byte, files ...File) (json.RawMessage, error) {
	if method, rest := cutMethod(encoded); len(files) == 0 && takenAsIs(rest) {
		object := append([]byte{'{'}, bytes.TrimPrefix(rest, []byte{','})...)
		return c.callBy(ctx, c.http, string(method), input{object: object})
	}
	method, params, err := Decode(encoded)
	if err != nil {
		return nil, err
	}
	return c.Call(ctx, method, params, files...)
}

// cutMethod takes off what Encode has put in front of the parameters, up to the
// quote behind the method. What it has not made has no method.
func cutMethod(encoded []byte) (method, rest []byte) {
	named, ok := bytes.CutPrefix(encoded, []byte(`{"method":"`))
	if !ok {
		return nil, nil
	}
	method, rest, ok = bytes.Cut(named, []byte{'"'})
	if !ok || len(rest) == 0 || rest[0] != ',' && rest[0] != '}' {
		return nil, nil
	}
	return method, rest
}

// takenAsIs tells whether the Bot API can be given parameters as the JSON that
// they are, which it takes beside forms: it costs less on both sides than to
// take them apart and to escape each for a form. What is null is left out of
// forms, and not everywhere understood as JSON.
//
// https://core.telegram.org/bots/api#making-requests
func takenAsIs(params []byte) bool {
	return len(params) > 0 && !bytes.Contains(params, []byte(":null"))
}
