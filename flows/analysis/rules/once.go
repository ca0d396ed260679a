package rules

import "repartee/flows"

// once keeps a finding of a text from being reported of its translations again.
type once struct{ seen map[string]bool }

func newOnce() *once { return &once{seen: map[string]bool{}} }

// first tells whether the same has not been found in the source of a translation. Texts come before their translations.
func (o *once) first(s flows.Said, what string) bool {
	key := s.Source + "\x00" + what
	if s.Text == s.Source && s.Ref.Flow != "" || !o.seen[key] {
		o.seen[key] = true
		return true
	}
	return false
}
