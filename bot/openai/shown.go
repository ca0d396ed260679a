package openai

import (
	"fmt"
	"io"
)

// Format shows no key, whatever the verb.
func (Options) Format(f fmt.State, _ rune) { _, _ = io.WriteString(f, "openai.Options{...}") }

// MarshalText shows none either, in JSON and in logs.
func (Options) MarshalText() ([]byte, error) { return []byte("openai.Options{...}"), nil }

// Format shows no key, whatever the verb.
func (m *Model) Format(f fmt.State, _ rune) { _, _ = fmt.Fprintf(f, "model %s", m.name) }
