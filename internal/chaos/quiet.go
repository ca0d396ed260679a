package chaos

import (
	"io"
	"log"
)

// quiet is the log of servers whose clients are cut off on purpose.
func quiet() *log.Logger { return log.New(io.Discard, "", 0) }
