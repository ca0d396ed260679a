package rehearsal

import (
	"slices"
	"strings"

	"repartee/flows/talk"
	"repartee/internal/console"
)

// fit plays the talk as `repartee test` does, and leaves out of the bot's lines what is not the same each time, as the numbers of orders. What cannot be played at all is
// a [*console.Refusal].
func (s *script) fit() error {
	language := s.set.Languages[0]
	if len(s.talk.Languages) > 0 {
		language = s.talk.Languages[0]
	}
	for i := range s.talk.Turns { // failures name their line by its Ref
		s.name(i)
	}
	for range len(s.talk.Turns) + 1 {
		result := talk.Play(s.set, &s.talk, language)
		if result.Passed() {
			return nil
		}
		if !s.loosen(&result.Failures[0]) {
			return &console.Refusal{Words: "This talk cannot be written as a test: " + result.Failures[0].Message + "."}
		}
	}
	return &console.Refusal{Words: "This talk goes otherwise each time, so a test of it would always fail."}
}

// name gives a line of the bot a Ref of its own.
func (s *script) name(i int) {
	turn := &s.talk.Turns[i]
	turn.Ref.From = i + 1
	if turn.Bot != nil {
		turn.Bot.Ref.From = i + 1
	}
}

// loosen mends the line that failed, where it is one of the bot's. What the bot says instead is the first of what is left of its turn.
func (s *script) loosen(f *talk.Failure) bool {
	at := slices.IndexFunc(s.talk.Turns, func(t talk.Turn) bool { return t.Bot != nil && t.Bot.Ref == f.Ref })
	if at < 0 {
		return false
	}
	if len(f.Got) > 0 {
		if common, some := inCommon(f.Want, f.Got[0]); some && common != f.Want {
			s.talk.Turns[at].Bot.ByLanguage[""] = common
			return true
		}
	}
	s.talk.Turns = slices.Delete(s.talk.Turns, at, at+1)
	return true
}

// inCommon is what two messages begin and end with, and ... between.
func inCommon(want, got string) (line string, some bool) {
	a, b := strings.Fields(want), strings.Fields(got)
	head := 0
	for head < len(a) && head < len(b) && a[head] == b[head] {
		head++
	}
	tail := 0
	for tail < len(a)-head && tail < len(b)-head && a[len(a)-1-tail] == b[len(b)-1-tail] {
		tail++
	}
	if head+tail == 0 {
		return "", false
	}
	parts := append(append(slices.Clone(a[:head]), "..."), a[len(a)-tail:]...)
	return strings.Join(parts, " "), true
}
