package steps

import "repartee/flows"

// Tag gives the customer tags, for segments and conditions: "'vip' in tags".
type Tag struct {
	Tag []flows.ID `yaml:"tag,required" doc:"The tags, as [vip]."`
}

// Run gives them.
func (s *Tag) Run(t *flows.Turn) flows.Move {
	for _, tag := range s.Tag {
		t.Tag(string(tag))
	}
	return flows.Next()
}

// Untag takes tags away from the customer.
type Untag struct {
	Untag []flows.ID `yaml:"untag,required" doc:"The tags, as [vip]."`
}

// Run takes them away.
func (s *Untag) Run(t *flows.Turn) flows.Move {
	for _, tag := range s.Untag {
		t.Untag(string(tag))
	}
	return flows.Next()
}
