package bot

import (
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"strconv"
	"strings"
	"sync/atomic"
)

// ids gives what must be this process's own: versions, claims and seeds.
type ids struct {
	process string
	secret  [16]byte
	count   atomic.Uint64
}

// newIDs makes them of a seed, or of a random one where it is empty.
func newIDs(seed []byte) *ids {
	i := &ids{}
	if len(seed) == 0 {
		rand.Read(i.secret[:]) // never fails
	} else {
		sum := sha256.Sum256(seed)
		copy(i.secret[:], sum[:])
	}
	sum := sha256.Sum256(i.secret[:])
	i.process = hex.EncodeToString(sum[:4])
	return i
}

// nonce is never the same twice, in no process.
func (i *ids) nonce() string {
	return i.process + "." + strconv.FormatUint(i.count.Add(1), 36)
}

// after is the version that follows another: a counter and a nonce. A nonce for each try, not for each process: a commit that was given up for lost may be carried
// out late, and must not be taken for the one that came after it.
func (i *ids) after(version string) string {
	counter, _, _ := strings.Cut(version, ".")
	n, _ := strconv.ParseUint(counter, 10, 64) // no version: the first
	return strconv.FormatUint(n+1, 10) + "." + i.nonce()
}

// seed is what an input's ids and codes are made of: nobody outside can tell it, and the same input of the same contact has the same in this process. Inputs of two
// contacts may have one id, as when both wake at the same time.
func (i *ids) seed(chat int64, input string) (seed [16]byte) {
	sum := sha256.Sum256(append(strconv.AppendInt(i.secret[:], chat, 10), " "+input...))
	copy(seed[:], sum[:])
	return seed
}
