package shop

import (
	"crypto/hmac"
	"crypto/sha256"
	"strings"
)

// crockford are the 32 signs of Crockford's base 32, in which none looks like another: https://www.crockford.com/base32.html
const crockford = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"

// Number is the number of an order, as 7K3Q-2M9F: always the same for a seed and a purpose, and for another one another. It has 40 bits.
func Number(seed [16]byte, purpose string) string {
	return grouped(signs32(seed, "number "+purpose, 8))
}

// Code is a code that nobody can guess, as 7K3Q-2M9F-XW40-HJ8T: always the same for a seed and a purpose. It has 80 bits.
func Code(seed [16]byte, purpose string) string { return grouped(signs32(seed, "code "+purpose, 16)) }

// signs32 gives n signs that are a pseudorandom function of the purpose, with the seed as its key.
func signs32(seed [16]byte, purpose string, n int) string {
	mac := hmac.New(sha256.New, seed[:])
	mac.Write([]byte(purpose))
	sum := mac.Sum(nil)
	text := make([]byte, n)
	for i := range text {
		text[i] = crockford[sum[i]%32]
	}
	return string(text)
}

// grouped puts a dash after each four signs.
func grouped(text string) string {
	var b strings.Builder
	for i := 0; i < len(text); i += 4 {
		if i > 0 {
			b.WriteByte('-')
		}
		b.WriteString(text[i : i+4])
	}
	return b.String()
}
