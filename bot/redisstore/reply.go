package redisstore

import (
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

// entries reads outbox entries: seq|policy|call.
func (r *reply) entries() []bot.Entry {
	list := r.list()
	if len(list) == 0 {
		return nil
	}
	out := make([]bot.Entry, 0, len(list))
	for _, item := range list {
		number, rest, _ := strings.Cut(item, "|")
		seq, err := strconv.ParseInt(number, 10, 64)
		if err != nil || len(rest) < 2 || rest[1] != '|' {
			r.fail("outbox entry cannot be read")
			return nil
		}
		e := bot.Entry{Seq: seq, Policy: bot.Policy(rest[0]), Call: []byte(rest[2:])}
		if rest[0] == marked {
			e.Policy, e.Marked = bot.Once, true
		}
		out = append(out, e)
	}
	return out
}

// inbox reads inbox entries: length:id input.
func (r *reply) inbox() []bot.Posted {
	var out []bot.Posted
	for _, item := range r.list() {
		number, rest, _ := strings.Cut(item, ":")
		length, err := strconv.Atoi(number)
		if err != nil || length < 0 || length > len(rest) {
			r.fail("inbox entry cannot be read")
			return nil
		}
		out = append(out, bot.Posted{ID: rest[:length], Input: []byte(rest[length:])})
	}
	return out
}

// inboxHead is how an inbox entry with this id begins. With its length in front no id is the beginning of another.
func inboxHead(id string) string { return strconv.Itoa(len(id)) + ":" + id }

// marked is the policy letter of a Once entry that somebody began to send.
const marked = 'm'
