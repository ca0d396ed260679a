package bot

import "time"

// Pulse is when the bot last looked for what is due, whether or not the store has answered; the zero time before Run. One that stays behind for longer than the store
// may take tells that the bot hangs.
func (b *Bot) Pulse() time.Time {
	if at := b.pulse.Load(); at != nil {
		return *at
	}
	return time.Time{}
}

func (b *Bot) looked() {
	now := time.Now()
	b.pulse.Store(&now)
}
