package bench_test

import (
	"os"
	"runtime/debug"
	"testing"
)

// TestMain lets the process that plays Telegram and the customers collect its garbage seldom: it shares the machine with the bots, which are what is measured.
func TestMain(m *testing.M) {
	debug.SetGCPercent(800)
	os.Exit(m.Run())
}
