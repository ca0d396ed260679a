package trial

import "math/rand/v2"

// dice draws choices from bytes. When they are used up each choice is the first one, which is always the simplest: shorter bytes make smaller bots.
type dice struct{ left []byte }

// seeded are dice with as many bytes as a bot can need.
func seeded(seed uint64) *dice { return &dice{bytesOf(seed)} }

func bytesOf(seed uint64) []byte {
	const enough = 900
	random := rand.New(rand.NewPCG(seed, 0))
	bytes := make([]byte, enough)
	for i := range bytes {
		bytes[i] = byte(random.UintN(256))
	}
	return bytes
}

// n is one of 0 to most-1.
func (d *dice) n(most int) int {
	if len(d.left) == 0 || most < 2 {
		return 0
	}
	b := d.left[0]
	d.left = d.left[1:]
	return int(b) % most
}

// one of times is yes.
func (d *dice) one(times int) bool { return d.n(times) == times-1 }

// of is one of some words.
func (d *dice) of(words ...string) string { return words[d.n(len(words))] }
