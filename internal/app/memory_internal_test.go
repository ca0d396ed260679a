package app

import (
	"runtime"
	"runtime/metrics"
	"testing"
)

// TestCollectSeldom looks at what Go's collector says itself of when it collects next.
func TestCollectSeldom(t *testing.T) {
	if goal := goalWith(t, ""); goal < 2*spare {
		t.Errorf("the heap is collected at %d bytes, which is less than twice what is spare", goal)
	}
	for _, set := range []string{"GOGC", "GOMEMLIMIT"} {
		if goal := goalWith(t, set); goal >= 2*spare {
			t.Errorf("with %s the heap is collected at %d bytes", set, goal)
		}
	}
}

func goalWith(t *testing.T, set string) uint64 {
	t.Helper()
	end := collectSeldom(func(name string) (string, bool) { return "", name == set })
	defer end()
	runtime.GC()
	goal := []metrics.Sample{{Name: "/gc/heap/goal:bytes"}}
	metrics.Read(goal)
	return goal[0].Value.Uint64()
}
