package app

import (
	"cmp"
	"context"
	"slices"

	"repartee/bot"
	"repartee/flows"
)

// Version is one publication that is kept, and who refers to it. Times are UTC.
type Version struct {
	Number int      `json:"number"`
	At     string   `json:"at,omitempty"`     // when it was published; absent where an earlier version of the program did that
	Digest string   `json:"digest,omitempty"` // SHA-256 of its files
	Bytes  int      `json:"bytes,omitempty"`
	Latest bool     `json:"latest,omitempty"` // the files in use
	Pinned int      `json:"pinned"`           // sessions that keep to it, since they are in a flow that drains
	Last   int      `json:"last"`             // sessions in the middle of something that ran on it last
	Flows  []InFlow `json:"flows,omitempty"`  // that they are in
}

// InFlow is how many sessions are in a flow of a publication.
type InFlow struct {
	Flow     string `json:"flow"`
	Sessions int    `json:"sessions"`
}

// VersionsOf lists the publications of a bot's store beside the bot, which may run, the oldest first.
func VersionsOf(ctx context.Context, dir string) ([]Version, error) {
	kept, err := besideAny(ctx, dir)
	if err != nil {
		return nil, err
	}
	defer kept.Close()
	all, err := kept.Publications(ctx)
	if err != nil {
		return nil, err
	}
	versions := make([]Version, len(all))
	at := map[int]*Version{}
	for i, p := range all {
		versions[i] = Version{Number: p.Number, At: milli(p.At), Digest: p.Digest, Bytes: p.Bytes, Latest: i == len(all)-1}
		at[p.Number] = &versions[i]
	}
	err = kept.Contacts(ctx, bot.Underway, func(contact bot.KeptContact) error {
		if state, err := contact.State(); err == nil { // what another version of the program wrote is not counted
			refer(at, &state.Session)
		}
		return nil
	})
	for i := range versions {
		slices.SortFunc(versions[i].Flows, func(a, b InFlow) int { return cmp.Or(cmp.Compare(b.Sessions, a.Sessions), cmp.Compare(a.Flow, b.Flow)) })
	}
	return versions, err
}

// refer counts a session at the publication that it keeps to, or ran on last.
func refer(at map[int]*Version, s *flows.Session) {
	if len(s.Frames)+len(s.Aside) == 0 {
		return
	}
	v := at[cmp.Or(s.Publication, s.Last)]
	if v == nil {
		return
	}
	if s.Publication != 0 {
		v.Pinned++
	} else {
		v.Last++
	}
	seen := map[string]bool{}
	frames := slices.Clone(s.Frames)
	for i := range s.Aside {
		frames = append(frames, s.Aside[i].Frames...)
	}
	for i := range frames {
		if flow := frames[i].Flow; !seen[flow] {
			seen[flow] = true
			v.in(flow)
		}
	}
}

func (v *Version) in(flow string) {
	for i := range v.Flows {
		if v.Flows[i].Flow == flow {
			v.Flows[i].Sessions++
			return
		}
	}
	v.Flows = append(v.Flows, InFlow{Flow: flow, Sessions: 1})
}
