package bot

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/hkdf"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"fmt"
)

// referrals make codes that stand for contacts in links: who has one learns nothing from it, and cannot make another.
type referrals struct{ block cipher.Block }

// newReferrals derives the key from a secret, which may be used for other things too.
func newReferrals(secret []byte) (referrals, error) {
	key, err := hkdf.Key(sha256.New, secret, nil, "repartee referral", 16)
	if err != nil {
		return referrals{}, fmt.Errorf("key of referral codes: %w", err)
	}
	block, err := aes.NewCipher(key)
	if err != nil {
		return referrals{}, fmt.Errorf("key of referral codes: %w", err)
	}
	return referrals{block}, nil
}

// code is the chat's id and eight zero bytes as one encrypted block, in 22 letters that a link may hold. A made-up code has the zero bytes once in 2^64.
func (r referrals) code(chat int64) string {
	var block [aes.BlockSize]byte
	binary.BigEndian.PutUint64(block[:], uint64(chat))
	r.block.Encrypt(block[:], block[:])
	return base64.RawURLEncoding.EncodeToString(block[:])
}

// chat is whom a code stands for.
func (r referrals) chat(code string) (int64, bool) {
	block, err := base64.RawURLEncoding.Strict().DecodeString(code)
	if err != nil || len(block) != aes.BlockSize {
		return 0, false
	}
	r.block.Decrypt(block, block)
	return int64(binary.BigEndian.Uint64(block)), binary.BigEndian.Uint64(block[8:]) == 0
}
