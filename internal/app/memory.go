package app

import "runtime"

// spare is how much of the heap is left to fill before it is collected, beside what is in use, in bytes.
const spare = 32 << 20

// collectSeldom keeps Go from collecting a heap of a few MiB many times a second, which took a bot under load more than a tenth of its time: it collects at twice what
// is in use, and a block that is never touched counts as in use but takes address space alone. With GOGC or GOMEMLIMIT the operator has decided himself. The func that
// is returned ends it.
func collectSeldom(lookup func(string) (string, bool)) (end func()) {
	for _, name := range []string{"GOGC", "GOMEMLIMIT"} {
		if _, set := lookup(name); set {
			return func() {}
		}
	}
	block := make([]byte, spare)
	return func() { runtime.KeepAlive(block) }
}
