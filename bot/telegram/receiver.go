package telegram

import "context"

// Receiver takes a batch of updates in the order in which they came. It
// returns nil when every one of them is kept for good (or set aside as
// undecodable, see [Update.Err]); only then is Telegram told "received". With
// an error the whole batch comes again, so a Receiver must know an update that
// it has kept already.
type Receiver func(ctx context.Context, batch []Update) error
