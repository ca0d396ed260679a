package chaos

import (
	"regexp"
	"strconv"
	"sync/atomic"
	"time"
)

// skew is how far the clock of Redis is from ours, as all bots see it: links rewrite its answers to TIME. The bots' own clock needs no such thing: what they go by
// is monotonic.
type skew struct{ by atomic.Int64 }

// timeReply is the answer to TIME: seconds and microseconds. Nothing else that the bots ask for looks like it.
var timeReply = regexp.MustCompile(`^\*2\r\n\$10\r\n([0-9]{10})\r\n\$[0-9]\r\n`)

// step moves the clock.
func (s *skew) step(d time.Duration) { s.by.Add(int64(d / time.Second)) }

// apply gives an answer as it would be if the clock stood where it is said to stand.
func (s *skew) apply(answer []byte) []byte {
	by := s.by.Load()
	if by == 0 {
		return answer
	}
	at := timeReply.FindSubmatchIndex(answer)
	if at == nil {
		return answer
	}
	seconds, err := strconv.ParseInt(string(answer[at[2]:at[3]]), 10, 64)
	if err != nil {
		return answer
	}
	out := append([]byte(nil), answer...)
	copy(out[at[2]:at[3]], strconv.FormatInt(seconds+by, 10))
	return out
}
