package mutate

import (
	"cmp"
	"slices"

	"repartee/flows"
	"repartee/flows/talk"
)

// Audience are the talks of a bot as they went before any change, one for each language.
type Audience struct{ played []played }

type played struct {
	talk     *talk.Talk
	language string
	taken    map[flows.Ref]bool
	passed   bool
}

// Watch plays the talks on the unchanged set. Those that fail already notice nothing.
func Watch(set *flows.Set, talks []talk.Talk) Audience {
	var a Audience
	for i := range talks {
		languages := talks[i].Languages
		if len(languages) == 0 {
			languages = []string{""}
		}
		for _, language := range languages {
			result := talk.Play(set, &talks[i], language)
			p := played{talk: &talks[i], language: language, taken: map[flows.Ref]bool{}, passed: result.Passed()}
			for _, ref := range result.Taken {
				p.taken[ref] = true
			}
			a.played = append(a.played, p)
		}
	}
	return a
}

// Failed counts the talks that failed without any change.
func (a Audience) Failed() (n int) {
	for i := range a.played {
		if !a.played[i].passed {
			n++
		}
	}
	return n
}

// Notices tells whether a talk fails on a set with the change. Those that go through the place itself are played first, and of these the shorter ones.
func (a Audience) Notices(changed *flows.Set, c Change) bool {
	for _, p := range a.near(c) {
		if !talk.Play(changed, p.talk, p.language).Passed() {
			return true
		}
	}
	return false
}

func (a Audience) near(c Change) []*played {
	var near []*played
	for i := range a.played {
		p := &a.played[i]
		if p.passed && slices.ContainsFunc(c.Through, func(ref flows.Ref) bool { return p.taken[ref] }) {
			near = append(near, p)
		}
	}
	slices.SortStableFunc(near, func(x, y *played) int {
		return cmp.Or(cmp.Compare(rank(x, c), rank(y, c)), cmp.Compare(len(x.taken), len(y.taken)))
	})
	return near
}

func rank(p *played, c Change) int {
	if p.taken[c.Ref] {
		return 0
	}
	return 1
}
