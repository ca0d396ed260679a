package telegram

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
)

// Request is a call as a value: the struct's JSON fields are the parameters.
type Request interface {
	// Method is the name of the Bot API method.
	Method() string
}

// Do makes the call that a request describes, with the files it refers to.
func (c *Client) Do(ctx context.Context, r Request, files ...File) (json.RawMessage, error) {
	object, err := json.Marshal(r)
	if err != nil {
		return nil, fmt.Errorf("telegram parameters: %w", err)
	}
	if len(files) == 0 && object[0] == '{' && takenAsIs(object) {
		return c.callBy(ctx, c.http, r.Method(), input{object: object})
	}
	params, err := parseParams(object)
	if err != nil {
		return nil, err
	}
	return c.Call(ctx, r.Method(), params, files...)
}

// Encode turns a request into JSON that can be kept and made later by
// [Client.DoEncoded]: {"method":"sendMessage","chat_id":1, ...}.
func Encode(r Request) ([]byte, error) {
	params, err := json.Marshal(r)
	if err != nil {
		return nil, fmt.Errorf("encode %s: %w", r.Method(), err)
	}
	if len(params) < 2 || params[0] != '{' {
		return nil, fmt.Errorf("encode %s: %w", r.Method(), errNotObject)
	}
	out := make([]byte, 0, len(params)+len(r.Method())+len(`"method":"",`))
	out = append(out, `{"method":"`...)
	out = append(out, r.Method()...)
	out = append(out, '"')
	if len(params) > 2 {
		out = append(out, ',')
	}
	return append(out, params[1:]...), nil
}

// Decode takes apart what [Encode] has made, for callers that change a
// parameter before the call, such as a file that was uploaded meanwhile.
func Decode(encoded []byte) (method string, params Params, err error) {
	params, err = parseParams(encoded)
	if err != nil {
		return "", nil, err
	}
	method = params["method"]
	delete(params, "method")
	if method == "" {
		return "", nil, errors.New(`telegram: an encoded call needs a "method"`)
	}
	return method, params, nil
}

// MessageID reads the id of the message that a result holds, or of the first
// one of an album; 0 if it holds none, as with a plain true.
func MessageID(result json.RawMessage) int64 {
	var one struct {
		ID int64 `json:"message_id"`
	}
	if json.Unmarshal(result, &one) == nil {
		return one.ID
	}
	var album []struct {
		ID int64 `json:"message_id"`
	}
	if json.Unmarshal(result, &album) == nil && len(album) > 0 {
		return album[0].ID
	}
	return 0
}
