package telegram

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
)

// ErrNoProviderToken says that the token of a payment provider is not known
// here. The error that wraps it tells the name.
var ErrNoProviderToken = errors.New("the payment provider's token is not set")

// TokenName is the name under which the token of a payment provider is known,
// as a rule that of an environment variable. The token itself is a secret and
// never part of a [Request]: in JSON stands $NAME, until [Params.FillToken]
// puts the token in its place just before the call. "" is for [Stars], which
// need none.
type TokenName string

const (
	tokenParam = "provider_token"
	tokenMark  = "$"
)

// MarshalJSON writes the name with its mark.
func (n TokenName) MarshalJSON() ([]byte, error) { return json.Marshal(tokenMark + string(n)) }

// FillToken puts the token of a payment provider in the place of its name, if
// the call has one. Where secret (which may be nil) does not know it,
// the error is an [ErrNoProviderToken] and p is as it was.
func (p Params) FillToken(secret func(name string) (string, bool)) error {
	name, marked := strings.CutPrefix(p[tokenParam], tokenMark)
	if !marked {
		return nil
	}
	if secret != nil {
		if token, ok := secret(name); ok && token != "" {
			p[tokenParam] = token
			return nil
		}
	}
	return fmt.Errorf("%w: %s", ErrNoProviderToken, name)
}
