package funnel

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"repartee/flows"
)

// Query says which runs are counted and what divides them. The zero Query counts all, undivided.
type Query struct {
	Since time.Time // runs and visits that began before do not count; zero: all
	Until time.Time // nor those that began then or later; zero: all
	Now   time.Time // tells who may still answer; zero: the time of the last turn
	By    string    // "", ByLanguage ..., or a split, by its name or as "flow.split"
}

// ErrBy says that numbers cannot be divided by what was asked for.
var ErrBy = errors.New("numbers cannot be divided so")

// What else than a split numbers are divided by.
const (
	ByLanguage = "language"
	BySource   = "source" // the deep link that the customer first came by
	ByDay      = "day"    // on which the run began, in the bot's time zone
	ByWeek     = "week"   // its Monday
	ByMonth    = "month"
)

// Others is the group of all that are beyond the most frequent: sources come from outside, and anybody can make new ones up.
const Others = "others"

// mostGroups bounds how many groups have a name, beside Others.
const mostGroups = 20

// Groupings are the values of By that every bot has.
func Groupings() []string { return []string{ByLanguage, BySource, ByDay, ByWeek, ByMonth} }

// grouping gives the group of what began some time with a customer.
type grouping func(o *origin) string

func (r *Runs) grouping(set *flows.Set, by string) (grouping, error) {
	inZone := func(at int64) time.Time { return time.Unix(at, 0).In(set.Zone()) }
	switch by {
	case "":
		return func(*origin) string { return "" }, nil
	case ByLanguage:
		return func(o *origin) string { return o.customer.language }, nil
	case BySource:
		return func(o *origin) string { return o.customer.source }, nil
	case ByDay:
		return func(o *origin) string { return inZone(o.at).Format(time.DateOnly) }, nil
	case ByWeek:
		return func(o *origin) string {
			day := inZone(o.at)
			return day.AddDate(0, 0, -(int(day.Weekday())+6)%7).Format(time.DateOnly)
		}, nil
	case ByMonth:
		return func(o *origin) string { return inZone(o.at).Format("2006-01") }, nil
	}
	split, err := r.split(set, by)
	if err != nil {
		return nil, err
	}
	return func(o *origin) string { return o.arms[split] }, nil
}

// split finds a split by its name, or by flow and name.
func (r *Runs) split(set *flows.Set, by string) (string, error) {
	known := r.splits(set)
	if slices.Contains(known, by) {
		return by, nil
	}
	var found []string
	for _, split := range known {
		if strings.HasSuffix(split, "."+by) {
			found = append(found, split)
		}
	}
	switch len(found) {
	case 1:
		return found[0], nil
	case 0:
		return "", fmt.Errorf("%w: there is no %q; write %s, or a split: %s", ErrBy, by, strings.Join(Groupings(), ", "), cmp.Or(strings.Join(known, ", "), "this bot has none"))
	}
	return "", fmt.Errorf("%w: there are several splits called %q; write %s", ErrBy, by, strings.Join(found, " or "))
}

// splits are those of the set, then those that customers were in before.
func (r *Runs) splits(set *flows.Set) []string {
	all := []string{}
	for _, flow := range set.Flows {
		for _, step := range flow.AllSteps() {
			arms := false
			step.Forms(func(form any) {
				_, arm := form.(*flows.SplitArm)
				arms = arms || arm
			})
			if name := string(flow.ID) + "." + step.Name(); arms && !slices.Contains(all, name) {
				all = append(all, name)
			}
		}
	}
	before := []string{}
	for _, c := range r.customers {
		for split := range c.arms {
			if !slices.Contains(all, split) && !slices.Contains(before, split) {
				before = append(before, split)
			}
		}
	}
	slices.Sort(before)
	return append(all, before...)
}

// isTime tells of a grouping whose names follow each other in time.
func isTime(by string) bool { return by == ByDay || by == ByWeek || by == ByMonth }
