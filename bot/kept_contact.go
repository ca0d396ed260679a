package bot

import "repartee/flows"

// Who says which contacts are meant.
type Who uint8

const (
	Everybody Who = iota
	Underway      // who are in the middle of something, as commits told; where a store does not know that of a contact, it is among them
)

// KeptContact is a contact as Contacts hands it out.
type KeptContact struct {
	Chat   int64
	Record Record
	Unread error // why the record cannot be read although there is one: Record is zero then
}

// State reads what is known of the contact: nothing where the store has no state of it. The error is one of this contact alone.
func (c *KeptContact) State() (flows.State, error) {
	if c.Unread != nil {
		return flows.State{}, c.Unread
	}
	return flows.DecodeState(c.Record.State)
}
