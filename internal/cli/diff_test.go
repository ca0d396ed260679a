package cli

import (
	"bytes"
	"strings"
	"testing"
)

// TestDiffTellsByItsStatus holds what CI relies on: 0 the same, 1 a difference, 2 it could not be told.
func TestDiffTellsByItsStatus(t *testing.T) {
	for _, test := range []struct {
		args []string
		want int
	}{
		{[]string{"../../examples/bank", "../../examples/bank"}, exitFine},
		{[]string{"../../examples/bank", "../../examples/doctor"}, exitProblems},
		{[]string{"../../examples/bank", "testdata"}, exitFailed},
		{[]string{"no-such-revision", "../../examples/bank"}, exitFailed},
		{[]string{"../../examples/bank", "../../examples/bank", "--format", "html"}, exitFailed},
	} {
		var out, errOut bytes.Buffer
		if got := Main(append([]string{"diff"}, test.args...), strings.NewReader(""), &out, &errOut); got != test.want {
			t.Errorf("diff %v ends with %d, want %d\n%s", test.args, got, test.want, errOut.String())
		}
		if (test.want == exitFailed) != (errOut.Len() > 0) {
			t.Errorf("diff %v says %q", test.args, errOut.String())
		}
	}
}
