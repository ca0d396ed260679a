package cli

import (
	"os"
	"runtime/debug"
)

// roomy lets more garbage come together before it is looked for: what is read and compiled here is thrown away as a whole. Of the time that a large bot takes it
// saves a fifth. Who sets GOGC decides alone.
func roomy() {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(300)
	}
}
