package sealed

import (
	"crypto/hkdf"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"
)

// Plain stands in the place of the first key where values are to be written unsealed, while the keys behind it still open what was sealed.
const Plain = "plain"

// keySize is that of a key for AES-256.
const keySize = 32

// Keys are the keys that values are sealed with. The first one seals, all of them open; the zero value seals nothing.
type Keys struct {
	first *key // nil: nothing is sealed
	all   []*key
	ready *ciphers // nil: there are no keys
}

// key is one that the operator gives. It is never used by itself: only to derive others from.
type key struct {
	id     string
	secret []byte
}

var idForm = regexp.MustCompile(`^[A-Za-z0-9_-]{1,16}$`)

// ParseKeys reads keys in the form id:base64 of 32 bytes, several by comma, the one to seal with first, or the word [Plain] in its place. An empty text has no keys.
// An error names the id or the place of a key, never the key.
func ParseKeys(text string) (Keys, error) {
	var keys Keys
	var wrong []error
	if strings.TrimSpace(text) == "" {
		return keys, nil
	}
	for i, part := range strings.Split(text, ",") {
		part = strings.TrimSpace(part)
		if i == 0 && part == Plain {
			continue
		}
		k, err := parseKey(part, i+1)
		if err == nil {
			err = keys.refuses(k)
		}
		if err != nil {
			wrong = append(wrong, err)
			continue
		}
		if i == 0 {
			keys.first = k
		}
		keys.all = append(keys.all, k)
	}
	keys.ready = new(ciphers)
	return keys, errors.Join(wrong...)
}

func parseKey(text string, place int) (*key, error) {
	id, encoded, ok := strings.Cut(text, ":")
	switch {
	case !ok:
		return nil, fmt.Errorf("key number %d has no id: write it as id:key, with a key that `openssl rand -base64 32` prints", place)
	case !idForm.MatchString(id) || id == Plain:
		return nil, fmt.Errorf("the id of key number %d must be 1 to 16 of A-Z, a-z, 0-9, _ and -, and not %s", place, Plain)
	}
	secret, err := base64.StdEncoding.DecodeString(encoded)
	if err != nil || len(secret) != keySize { // the error would show a part of the key
		return nil, fmt.Errorf("key %s is not the base64 of %d bytes: make one by `openssl rand -base64 32`", id, keySize)
	}
	return &key{id: id, secret: secret}, nil
}

// refuses says why a key cannot be added.
func (k *Keys) refuses(added *key) error {
	for _, other := range k.all {
		if other.id == added.id {
			return fmt.Errorf("there are two keys with the id %s", added.id)
		}
		if slices.Equal(other.secret, added.secret) {
			return fmt.Errorf("%s and %s are the same key", other.id, added.id)
		}
	}
	return nil
}

// First is the id of the key that seals; [Plain] where none does.
func (k *Keys) First() string {
	if k.first == nil {
		return Plain
	}
	return k.first.id
}

func (k *Keys) find(id string) *key {
	for _, one := range k.all {
		if one.id == id {
			return one
		}
	}
	return nil
}

// fingerprint tells two keys with one id apart, and tells nothing else of them.
func (k *key) fingerprint() string { return hex.EncodeToString(k.derive("fingerprint")[:8]) }

// derive gives another key, for one use.
func (k *key) derive(use string) []byte {
	out, err := hkdf.Expand(sha256.New, k.secret, "repartee "+use, keySize)
	if err != nil {
		panic(fmt.Errorf("derive a key: %w", err)) // only too long a key could not be had
	}
	return out
}
