package chaos

import (
	"testing"
	"time"
)

func TestSkew(t *testing.T) {
	var s skew
	const answer = "*2\r\n$10\r\n1764000000\r\n$6\r\n123456\r\n"
	if got := string(s.apply([]byte(answer))); got != answer {
		t.Errorf("a clock that was not stepped says %q", got)
	}
	s.step(time.Hour)
	s.step(-time.Minute)
	if got, want := string(s.apply([]byte(answer))), "*2\r\n$10\r\n1764003540\r\n$6\r\n123456\r\n"; got != want {
		t.Errorf("a clock that was stepped says %q, not %q", got, want)
	}
	for _, other := range []string{"*2\r\n$3\r\n1.a\r\n$2\r\n{}\r\n", "$10\r\n1764000000\r\n", ":1764000000\r\n"} {
		if got := string(s.apply([]byte(other))); got != other {
			t.Errorf("%q became %q", other, got)
		}
	}
}
