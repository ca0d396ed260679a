package storetest

import (
	"testing"

	"repartee/bot"
)

// made is a history of commits one after the other, or of two side by side.
func made(sideBySide bool, ops ...func(h *history, called int64)) *history {
	h := &history{}
	first := h.call()
	for _, op := range ops {
		called := first
		if !sideBySide {
			called = h.call()
		}
		op(h, called)
	}
	return h
}

func wrote(version, next string, update int64, out answered) func(*history, int64) {
	return func(h *history, called int64) {
		h.returned(0, called, asked{version: version, next: next, update: update, state: "s" + next}, out)
	}
}

func read(version, state string) func(*history, int64) {
	return func(h *history, called int64) {
		h.returned(1, called, asked{load: true}, answered{version: version, state: state})
	}
}

func lostWrite(version, next string) func(*history, int64) {
	return func(h *history, called int64) {
		h.lost(2, called, asked{version: version, next: next, state: "s" + next})
	}
}

func TestHistoriesThatNoOrderExplains(t *testing.T) {
	ok := answered{status: bot.OK}
	for name, h := range map[string]*history{
		"two commits on one version":   made(true, wrote("", "1", 0, ok), wrote("", "2", 0, ok)),
		"a lost update":                made(false, wrote("", "1", 0, ok), wrote("1", "2", 0, ok), read("1", "s1")),
		"an update taken twice":        made(false, wrote("", "1", 5, ok), wrote("1", "2", 5, ok)),
		"an update forgotten":          made(false, wrote("", "1", 5, ok), wrote("1", "2", 5, answered{status: bot.Conflict, version: "1", state: "s1"})),
		"an old read":                  made(false, wrote("", "1", 0, ok), read("", "")),
		"a version with another state": made(false, wrote("", "1", 0, ok), read("1", "s2")),
		"a number given twice": made(false, func(h *history, called int64) {
			h.returned(0, called, asked{next: "1", entries: 1}, answered{status: bot.OK, first: start + 1})
		}, func(h *history, called int64) {
			h.returned(0, called, asked{version: "1", next: "2", entries: 1}, answered{status: bot.OK, first: start + 1})
		}),
	} {
		if h.check() == nil {
			t.Errorf("%s: explained", name)
		}
	}
}

func TestHistoriesThatAnOrderExplains(t *testing.T) {
	ok := answered{status: bot.OK}
	for name, h := range map[string]*history{
		"one after the other":             made(false, wrote("", "1", 5, ok), wrote("1", "2", 6, ok), read("2", "s2")),
		"a reader beside":                 made(true, wrote("", "1", 0, ok), read("", "")),
		"a lost commit that was made":     made(false, lostWrite("", "1"), read("1", "s1")),
		"a lost commit that was not":      made(false, lostWrite("", "1"), read("", "")),
		"a lost commit that is made late": made(false, lostWrite("", "1"), read("", ""), read("1", "s1")),
		"its repetition":                  made(false, lostWrite("", "1"), wrote("", "1", 0, answered{status: bot.Duplicate, version: "1"})),
	} {
		if err := h.check(); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}
