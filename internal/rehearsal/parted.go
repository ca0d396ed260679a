package rehearsal

import (
	"slices"

	"repartee/internal/console"
)

// parted tells where the talks went otherwise than before: of each customer, the first turn that did.
func (p played) parted(j journal) (list []console.Parted) {
	if p.before == nil {
		return nil
	}
	for _, d := range j.Deeds {
		if d.What != comes {
			continue
		}
		if one, differs := p.partedOf(j, d.Who); differs {
			list = append(list, one)
		}
	}
	return list
}

func (p played) partedOf(j journal, who int) (console.Parted, bool) {
	id := firstCustomer + int64(who)
	before, after := p.before.of(id), p.after.of(id)
	at := 0
	for at < len(before) && at < len(after) && before[at].like(&after[at]) {
		at++
	}
	one := console.Parted{Customer: id, Turn: at + 1}
	for i, d := range j.Deeds {
		if p.lost[i] && d.Who == who {
			one.Lost++
		}
	}
	if at == len(before) && at == len(after) && one.Lost == 0 {
		return one, false
	}
	if at < len(before) {
		one.Before, one.Did = before[at].said, before[at].did(before[:at])
	}
	if at < len(after) {
		if one.After = after[at].said; one.Did == "" {
			one.Did = after[at].did(after[:at])
		}
		if at < len(before) && !before[at].sameCause(&after[at]) {
			one.After = nil // that is the answer to something else
		}
	}
	return one, true
}

// like tells whether two turns came of the same and came to the same.
func (t *turn) like(o *turn) bool { return t.sameCause(o) && slices.Equal(t.said, o.said) }

func (t *turn) sameCause(o *turn) bool {
	return t.by.who == o.by.who && t.by.deed.At == o.by.deed.At && t.by.deed.What == o.by.deed.What
}
