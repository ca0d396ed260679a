package telegram

import (
	"context"
	"fmt"
	"log/slog"
	"regexp"
)

// redacted stands where a token was.
const redacted = "[token]"

// tokenPattern finds bot tokens and those of payment providers in any text.
var tokenPattern = regexp.MustCompile(`\d{5,}:(?:(?:TEST|LIVE):[A-Za-z0-9:_-]+|[A-Za-z0-9_-]{30,})`)

// Redact takes every bot token and every payment provider's token out of a
// text.
func Redact(s string) string {
	return tokenPattern.ReplaceAllLiteralString(s, redacted)
}

// RedactingHandler returns a [slog.Handler] that passes records on to next
// without any token in them, be it in the message, in an attribute, or in
// an error or value that prints one.
func RedactingHandler(next slog.Handler) slog.Handler { return redacting{next} }

type redacting struct{ next slog.Handler }

// Enabled implements [slog.Handler].
func (h redacting) Enabled(ctx context.Context, l slog.Level) bool { return h.next.Enabled(ctx, l) }

// Handle implements [slog.Handler].
func (h redacting) Handle(ctx context.Context, r slog.Record) error {
	clean := slog.NewRecord(r.Time, r.Level, Redact(r.Message), r.PC)
	r.Attrs(func(a slog.Attr) bool {
		clean.AddAttrs(redactAttr(a))
		return true
	})
	return h.next.Handle(ctx, clean)
}

// WithAttrs implements [slog.Handler].
func (h redacting) WithAttrs(attrs []slog.Attr) slog.Handler {
	return redacting{h.next.WithAttrs(redactAttrs(attrs))}
}

// WithGroup implements [slog.Handler].
func (h redacting) WithGroup(name string) slog.Handler { return redacting{h.next.WithGroup(name)} }

func redactAttrs(attrs []slog.Attr) []slog.Attr {
	clean := make([]slog.Attr, len(attrs))
	for i, a := range attrs {
		clean[i] = redactAttr(a)
	}
	return clean
}

func redactAttr(a slog.Attr) slog.Attr {
	v := a.Value.Resolve()
	switch v.Kind() {
	case slog.KindString:
		v = slog.StringValue(Redact(v.String()))
	case slog.KindGroup:
		v = slog.GroupValue(redactAttrs(v.Group())...)
	case slog.KindAny:
		// Only a value that shows a token is turned into text.
		if text := fmt.Sprintf("%+v", v.Any()); tokenPattern.MatchString(text) {
			v = slog.StringValue(Redact(text))
		}
	}
	return slog.Attr{Key: a.Key, Value: v}
}
