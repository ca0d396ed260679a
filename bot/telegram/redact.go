package telegram

import (
	"context"
	"fmt"
	"log/slog"
	"regexp"
	"strings"
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

// shortest is the length from which on a secret is taken out of texts: a
// shorter one is part of many words.
const shortest = 8

// RedactingHandler returns a [slog.Handler] that passes records on to next
// without any token in them, nor any of the secrets, be it in the message, in
// an attribute, or in an error or value that prints one.
func RedactingHandler(next slog.Handler, secrets ...string) slog.Handler {
	var pairs []string
	for _, secret := range secrets {
		if len(secret) >= shortest {
			pairs = append(pairs, secret, "[secret]")
		}
	}
	return redacting{next, strings.NewReplacer(pairs...)}
}

type redacting struct {
	next    slog.Handler
	secrets *strings.Replacer
}

// redact takes everything out that is not to be read.
func (h redacting) redact(s string) string { return Redact(h.secrets.Replace(s)) }

// Enabled implements [slog.Handler].
func (h redacting) Enabled(ctx context.Context, l slog.Level) bool { return h.next.Enabled(ctx, l) }

// Handle implements [slog.Handler].
func (h redacting) Handle(ctx context.Context, r slog.Record) error {
	clean := slog.NewRecord(r.Time, r.Level, h.redact(r.Message), r.PC)
	r.Attrs(func(a slog.Attr) bool {
		clean.AddAttrs(h.redactAttr(a))
		return true
	})
	return h.next.Handle(ctx, clean)
}

// WithAttrs implements [slog.Handler].
func (h redacting) WithAttrs(attrs []slog.Attr) slog.Handler {
	return redacting{h.next.WithAttrs(h.redactAttrs(attrs)), h.secrets}
}

// WithGroup implements [slog.Handler].
func (h redacting) WithGroup(name string) slog.Handler {
	return redacting{h.next.WithGroup(name), h.secrets}
}

func (h redacting) redactAttrs(attrs []slog.Attr) []slog.Attr {
	clean := make([]slog.Attr, len(attrs))
	for i, a := range attrs {
		clean[i] = h.redactAttr(a)
	}
	return clean
}

func (h redacting) redactAttr(a slog.Attr) slog.Attr {
	v := a.Value.Resolve()
	switch v.Kind() {
	case slog.KindString:
		v = slog.StringValue(h.redact(v.String()))
	case slog.KindGroup:
		v = slog.GroupValue(h.redactAttrs(v.Group())...)
	case slog.KindAny:
		// Only a value that shows something is turned into text.
		text := fmt.Sprintf("%+v", v.Any())
		if clean := h.redact(text); clean != text {
			v = slog.StringValue(clean)
		}
	}
	return slog.Attr{Key: a.Key, Value: v}
}
