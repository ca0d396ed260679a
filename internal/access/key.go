package access

import (
	"context"
	"crypto/sha256"
	"crypto/subtle"
	"errors"
	"fmt"
)

// leastToken is the shortest token, in bytes: enough that guessing is hopeless
// for what `openssl rand -hex 16` prints.
const leastToken = 24

// Key is what one has to know to come in. A nil Key lets nobody in who is not
// on this computer.
type Key struct {
	token    [sha256.Size]byte // of the token; the zero value with a password
	password *hash
	reckons  chan struct{} // so many hashes are worked out at once
}

// ReadKey makes a key of a token or of the hash of a password that
// [HashPassword] has made; with neither it is nil. The errors do not show what
// was given.
func ReadKey(token, passwordHash string) (*Key, error) {
	key := &Key{reckons: make(chan struct{}, 1)}
	switch {
	case token == "" && passwordHash == "":
		return nil, nil
	case token != "" && passwordHash != "":
		return nil, errors.New("there are a token and a password hash: keep one of them")
	case passwordHash != "":
		parsed, err := parseHash(passwordHash)
		if err != nil {
			return nil, err
		}
		key.password = parsed
	case len(token) < leastToken:
		return nil, fmt.Errorf("the token has %d characters, and needs at least %d: `openssl rand -hex 32` prints a good one", len(token), leastToken)
	default:
		key.token = sha256.Sum256([]byte(token))
	}
	return key, nil
}

// Fits tells whether a secret is the token or the password. How long it takes
// says nothing about the secret. The error is that of ctx, which may end while
// others are looked at.
func (k *Key) Fits(ctx context.Context, secret string) (bool, error) {
	if k.password == nil {
		sum := sha256.Sum256([]byte(secret))
		return subtle.ConstantTimeCompare(sum[:], k.token[:]) == 1, nil
	}
	select {
	case k.reckons <- struct{}{}:
		defer func() { <-k.reckons }()
	case <-ctx.Done():
		return false, ctx.Err()
	}
	return k.password.fits(secret)
}

// Format shows nothing of the key, whatever the verb.
func (*Key) Format(f fmt.State, _ rune) { _, _ = f.Write([]byte("access.Key{...}")) }
