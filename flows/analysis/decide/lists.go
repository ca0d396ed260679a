package decide

import (
	"math"
	"slices"

	"repartee/flows/value"
)

// maxMentioned is how many entries of one list can be asked about; with more of them not all sets are gone through.
const maxMentioned = 10

// lists are the sets of entries that make a difference, each in the lengths that make one.
func (p *problem) lists(v *variable) []value.Value {
	mentioned, others := v.mentioned()
	if len(mentioned) > maxMentioned {
		mentioned, p.partly = mentioned[:maxMentioned], true
	}
	least, most := lengthBounds(v.typ)
	var all []value.Value
	for set := range 1 << len(mentioned) {
		var entries []value.Value
		for i, entry := range mentioned {
			if set&(1<<i) != 0 {
				entries = append(entries, entry)
			}
		}
		for _, length := range v.lengthsFrom(int64(len(entries)), least) {
			if padded, ok := pad(entries, int(length), others, v.typ.Base == value.TypeManyOf); ok && length >= least && length <= most {
				all = append(all, value.List(padded...))
			}
		}
	}
	return all
}

// mentioned are the entries that matter, and the options that do not.
func (v *variable) mentioned() (mentioned, others []value.Value) {
	for _, entry := range v.entries {
		if !slices.ContainsFunc(mentioned, func(known value.Value) bool { return value.Equal(known, entry) }) {
			mentioned = append(mentioned, entry)
		}
	}
	if v.typ.Base != value.TypeManyOf {
		return mentioned, nil
	}
	whole := v.closed()
	isOption := func(entry value.Value) bool { _, ok := v.typ.Option(entry.AsText()); return ok }
	mentioned = slices.DeleteFunc(mentioned, func(entry value.Value) bool { return !isOption(entry) })
	for _, o := range v.typ.Options {
		option := value.Text(o.ID)
		if slices.ContainsFunc(mentioned, func(known value.Value) bool { return value.Equal(known, option) }) {
			continue
		}
		if whole {
			mentioned = append(mentioned, option)
		} else {
			others = append(others, option)
		}
	}
	return mentioned, others
}

func lengthBounds(t *value.Type) (least, most int64) {
	least, most = 0, math.MaxInt64
	if t.Min != nil && t.Min.Kind() == value.KindNumber {
		least = ceilOf(t.Min.AsNumber(), value.Micros) / value.Micros
	}
	if t.Max != nil && t.Max.Kind() == value.KindNumber {
		most = floorOf(t.Max.AsNumber(), value.Micros) / value.Micros
	}
	return least, most
}

// lengthsFrom are the lengths that matter of a list with so many entries that do.
func (v *variable) lengthsFrom(entries, least int64) []int64 {
	all := []int64{entries, max(entries, least)}
	for _, n := range v.lengths {
		for _, length := range []int64{n - 1, n, n + 1} {
			if length > entries {
				all = append(all, length)
			}
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// pad fills a list up with entries that nobody asks about; not ok where there are too few of them.
func pad(entries []value.Value, length int, others []value.Value, onlyOptions bool) ([]value.Value, bool) {
	entries = slices.Clone(entries)
	for i := 0; len(entries) < length; i++ {
		switch {
		case i < len(others):
			entries = append(entries, others[i])
		case onlyOptions:
			return nil, false
		default:
			entries = append(entries, value.Record(nil))
		}
	}
	return entries, true
}
