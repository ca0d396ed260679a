package app

import (
	"fmt"
	"io"
	"log/slog"
	"time"

	"github.com/lmittmann/tint"

	"repartee/bot/telegram"
)

// NewLog makes the program's log: for people (text) or for machines (json). A token never gets through, nor does any of the secrets.
func NewLog(w io.Writer, format string, secrets ...string) (*slog.Logger, error) {
	var handler slog.Handler
	switch format {
	case "text":
		handler = tint.NewTextHandler(w, &tint.Options{TimeFormat: time.DateTime, NoColor: true})
	case "json":
		handler = slog.NewJSONHandler(w, nil)
	default:
		return nil, fmt.Errorf("there is no log format %q; write text or json", format)
	}
	return slog.New(telegram.RedactingHandler(handler, secrets...)), nil
}
