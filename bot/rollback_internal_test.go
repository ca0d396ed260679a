package bot

import (
	"testing"

	"repartee/flows"
)

func TestRolledBack(t *testing.T) {
	of := func(version, key string) *hot {
		return &hot{version: version, state: flows.State{Contact: flows.Contact{Key: key}}}
	}
	for name, c := range map[string]struct {
		had, has *hot
		want     bool
	}{
		"older":                     {of("12.b", "ann"), of("9.a", "ann"), true},
		"newer":                     {of("9.a", "ann"), of("12.b", "ann"), false},
		"as old, by another":        {of("9.a", "ann"), of("9.b", "ann"), false},
		"forgotten":                 {of("9.a", "ann"), of("", ""), false},
		"forgotten, and came again": {of("9.a", "ann"), of("1.b", "bob"), false},
	} {
		if got := rolledBack(c.had, c.has); got != c.want {
			t.Errorf("%s: %v", name, got)
		}
	}
}
