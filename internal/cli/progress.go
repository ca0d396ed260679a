package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"time"
)

// progressEach is how often the line is written anew: often enough to be seen to move.
const progressEach = 300 * time.Millisecond

// soFar keeps a line on a person's terminal that tells how far a long reading has come; anywhere else nothing.
func soFar(out io.Writer, noun, done string) func(n int) {
	if !onTerminal(out) {
		return nil
	}
	told := time.Now()
	return func(n int) {
		if time.Since(told) < progressEach {
			return
		}
		told = time.Now()
		fmt.Fprintf(out, "\r%s %s\x1b[K", count(n, noun), done)
	}
}

// clearLine takes the line of progress away again.
func clearLine(out io.Writer) {
	if onTerminal(out) {
		fmt.Fprint(out, "\r\x1b[K")
	}
}

// interrupted says in plain words that a reading was ended from outside; any other error stays what it is.
func interrupted(err error) error {
	if errors.Is(err, context.Canceled) {
		return errors.New("ended before all was read; nothing was changed")
	}
	return err
}
