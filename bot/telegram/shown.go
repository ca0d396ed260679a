package telegram

import (
	"fmt"
	"io"
)

// Format leaves the token out, whatever the verb.
func (o Options) Format(f fmt.State, _ rune) { _, _ = io.WriteString(f, o.GoString()) }

// MarshalText leaves the token out, of JSON and of logs.
func (o Options) MarshalText() ([]byte, error) { return []byte(o.GoString()), nil }

// Format shows no secret, whatever the verb.
func (WebhookOptions) Format(f fmt.State, _ rune) {
	_, _ = io.WriteString(f, "telegram.WebhookOptions{...}")
}

// MarshalText shows none either, in JSON and in logs.
func (WebhookOptions) MarshalText() ([]byte, error) {
	return []byte("telegram.WebhookOptions{...}"), nil
}

// Format shows where updates are to be delivered, and no secret, whatever the
// verb. Only the call that sets the webhook writes all of it.
func (w WebhookSetup) Format(f fmt.State, _ rune) {
	_, _ = fmt.Fprintf(f, "telegram.WebhookSetup{URL:%q ...}", w.URL)
}
