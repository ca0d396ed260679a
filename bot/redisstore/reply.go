package redisstore

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"repartee/bot"
)

// reply is a script's answer, read from the left. The first thing that is not as it should be is kept as the error.
type reply struct {
	rest []any
	err  error
}

func replyOf(v any) *reply {
	list, ok := v.([]any)
	if !ok {
		return &reply{err: fmt.Errorf("script answered %T, not a list", v)}
	}
	return &reply{rest: list}
}

func (r *reply) next() any {
	if r.err != nil || len(r.rest) == 0 {
		r.fail("script answered too little")
		return nil
	}
	v := r.rest[0]
	r.rest = r.rest[1:]
	return v
}

func (r *reply) fail(format string, args ...any) {
	if r.err == nil {
		r.err = fmt.Errorf(format, args...)
	}
}

func (r *reply) number() int64 {
	v := r.next()
	n, ok := v.(int64)
	if !ok {
		r.fail("script answered %T where a number belongs", v)
	}
	return n
}

func (r *reply) text() string {
	v := r.next()
	s, ok := v.(string)
	if !ok {
		r.fail("script answered %T where a text belongs", v)
	}
	return s
}

func (r *reply) list() []string {
	v := r.next()
	items, ok := v.([]any)
	if !ok {
		r.fail("script answered %T where a list belongs", v)
	}
	if len(items) == 0 {
		return nil
	}
	out := make([]string, len(items))
	for i, item := range items {
		if out[i], ok = item.(string); !ok {
			r.fail("script answered %T where a text belongs", item)
		}
	}
	return out
}

// numbers reads the rest as keys with a number each.
func (r *reply) numbers() map[string]int64 {
	out := make(map[string]int64, len(r.rest)/2)
	for len(r.rest) > 0 {
		key, v := r.text(), r.next()
		n, ok := v.(int64)
		if text, is := v.(string); is { // as a hash holds it
			var err error
			n, err = strconv.ParseInt(text, 10, 64)
			ok = err == nil
		}
		if !ok {
			r.fail("script answered %v where the number of %s belongs", v, key)
			return nil
		}
		out[key] = n
	}
	return out
}

// entries reads outbox entries: the number of the first, then policy|call of each.
func (r *reply) entries() []bot.Entry {
	v := r.next()
	list, ok := v.([]any)
	if !ok {
		r.fail("script answered %T where entries belong", v)
	}
	if len(list) == 0 {
		return nil
	}
	sub := reply{rest: list}
	seq := sub.number()
	out := make([]bot.Entry, 0, len(list)-1)
	for len(sub.rest) > 0 {
		out = append(out, sub.entry(seq))
		seq++
	}
	if sub.err != nil {
		r.fail("outbox: %w", sub.err)
		return nil
	}
	return out
}

func (r *reply) entry(seq int64) bot.Entry {
	e, err := entryOf(seq, r.text())
	if err != nil {
		r.fail("%w", err)
	}
	return e
}

// entryOf reads policy|call.
func entryOf(seq int64, text string) (bot.Entry, error) {
	if len(text) < 2 || text[1] != '|' {
		return bot.Entry{}, fmt.Errorf("entry %d cannot be read", seq)
	}
	e := bot.Entry{Seq: seq, Policy: bot.Policy(text[0]), Call: []byte(text[2:])}
	if text[0] == marked {
		e.Policy, e.Marked = bot.Once, true
	}
	return e, nil
}

// inbox reads inbox entries.
func (r *reply) inbox() []bot.Posted {
	out, err := inboxOf(r.list())
	if err != nil {
		r.fail("%w", err)
	}
	return out
}

// inboxOf reads length:id input of each entry.
func inboxOf(list []string) ([]bot.Posted, error) {
	var out []bot.Posted
	for _, item := range list {
		number, rest, _ := strings.Cut(item, ":")
		length, err := strconv.Atoi(number)
		if err != nil || length < 0 || length > len(rest) {
			return nil, errors.New("inbox entry cannot be read")
		}
		out = append(out, bot.Posted{ID: rest[:length], Input: []byte(rest[length:])})
	}
	return out, nil
}

// inboxHead is how an inbox entry with this id begins. With its length in front no id is the beginning of another.
func inboxHead(id string) string { return strconv.Itoa(len(id)) + ":" + id }

// marked is the policy letter of a Once entry that somebody began to send.
const marked = 'm'
