package sealed

import (
	"crypto/aes"
	"crypto/cipher"
	"fmt"
	"strconv"
	"sync/atomic"
)

// ciphers keeps the ciphers of some contacts ready: to derive a key takes as long as to seal with it.
type ciphers [1024]atomic.Pointer[contactCipher]

// contactCipher is the cipher of one contact under one key.
type contactCipher struct {
	by   *key
	chat int64
	aead cipher.AEAD
}

// cipher gives the cipher of a contact under a key. As each contact has a key of its own, random nonces do not run out: they are safe for 4 billion values of one
// contact, where with one key for all they would be for 4 billion values in all.
func (c *ciphers) cipher(k *key, chat int64) cipher.AEAD {
	place := &c[uint64(chat)%uint64(len(c))]
	if ready := place.Load(); ready != nil && ready.by == k && ready.chat == chat {
		return ready.aead
	}
	fresh := &contactCipher{by: k, chat: chat, aead: newCipher(k.derive("contact " + strconv.FormatInt(chat, 10)))}
	place.Store(fresh)
	return fresh.aead
}

func newCipher(secret []byte) cipher.AEAD {
	block, err := aes.NewCipher(secret)
	if err == nil {
		var aead cipher.AEAD
		if aead, err = cipher.NewGCMWithRandomNonce(block); err == nil {
			return aead
		}
	}
	panic(fmt.Errorf("make a cipher: %w", err)) // only the length of the key could be wrong
}
