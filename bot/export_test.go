package bot

import "repartee/flows"

// Entries is the outbox that comes of effects.
func Entries(chat int64, effects ...flows.Effect) []Entry {
	outbox, _ := calls(chat, effects)
	return outbox
}
