package redisstore

import (
	"fmt"
	"io"
)

// Format shows no password, whatever the verb.
func (Options) Format(f fmt.State, _ rune) { _, _ = io.WriteString(f, "redisstore.Options{...}") }

// MarshalText shows none either, in JSON and in logs.
func (Options) MarshalText() ([]byte, error) { return []byte("redisstore.Options{...}"), nil }
