package access

import (
	"crypto/pbkdf2"
	"crypto/rand"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/base64"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"
)

const (
	// rounds is what a new hash costs: a quarter of a second or so.
	//
	// https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html#pbkdf2
	rounds      = 600_000
	leastRounds = 100_000
	mostRounds  = 10_000_000
	saltBytes   = 16
	// leastPassword is in characters, mostPassword in bytes.
	leastPassword = 10
	mostPassword  = 1024

	hashKind = "pbkdf2-sha256"
)

// hash is what is kept of a password.
type hash struct {
	rounds int
	salt   []byte
	sum    []byte
}

// HashPassword returns what to keep of a password instead of it. It holds no
// $, so that it can stand in files of the environment as it is.
func HashPassword(password string) (string, error) {
	switch {
	case utf8.RuneCountInString(password) < leastPassword:
		return "", fmt.Errorf("the password needs at least %d characters", leastPassword)
	case len(password) > mostPassword:
		return "", fmt.Errorf("the password is longer than %d bytes", mostPassword)
	}
	h := hash{rounds: rounds, salt: make([]byte, saltBytes)}
	_, _ = rand.Read(h.salt) // never fails
	var err error
	if h.sum, err = h.of(password); err != nil {
		return "", err
	}
	return h.String(), nil
}

// String is the hash as it is kept.
func (h *hash) String() string {
	return strings.Join([]string{hashKind, strconv.Itoa(h.rounds), coding().EncodeToString(h.salt), coding().EncodeToString(h.sum)}, ".")
}

// errHash says that a text is no hash.
var errHash = errors.New("this is no password hash: `repartee password` prints one")

func parseHash(text string) (*hash, error) {
	parts := strings.Split(text, ".")
	if len(parts) != 4 || parts[0] != hashKind {
		return nil, errHash
	}
	h := &hash{}
	var errs [3]error
	h.rounds, errs[0] = strconv.Atoi(parts[1])
	h.salt, errs[1] = coding().DecodeString(parts[2])
	h.sum, errs[2] = coding().DecodeString(parts[3])
	if errors.Join(errs[:]...) != nil || h.rounds < leastRounds || h.rounds > mostRounds || len(h.salt) < saltBytes || len(h.sum) != sha256.Size {
		return nil, errHash
	}
	return h, nil
}

func coding() *base64.Encoding { return base64.RawURLEncoding.Strict() }

func (h *hash) of(password string) ([]byte, error) {
	sum, err := pbkdf2.Key(sha256.New, password, h.salt, h.rounds, sha256.Size)
	if err != nil {
		return nil, fmt.Errorf("hash a password: %w", err)
	}
	return sum, nil
}

func (h *hash) fits(password string) (bool, error) {
	if len(password) > mostPassword {
		return false, nil
	}
	sum, err := h.of(password)
	return err == nil && subtle.ConstantTimeCompare(sum, h.sum) == 1, err
}
