package bot

import "context"

// Partitions is how many parts the contacts of one bot are divided into, so that instances can share what comes due.
const Partitions = 256

// Fleet is what several instances of one bot agree on through their store: who is there, who does what nobody else needs to do, and how fast all of them together
// may send. Nothing of it is needed for correctness, which the store's claims and versions see to; without it an instance behaves as if it were alone.
type Fleet interface {
	// Beat notes that an instance is at work until a time, and tells which ones are now. Until 0: it has ended.
	Beat(ctx context.Context, instance string, until, now int64) (Muster, error)
	// Lease gives a role to one instance until a time; who has it prolongs it so. False: another has it. Until 0 gives it back.
	Lease(ctx context.Context, role, instance string, until, now int64) (bool, error)
	// Spend takes one message from a bucket that all instances share, or says how many milliseconds it takes until there is one; nothing is taken then.
	Spend(ctx context.Context, bucket Bucket, now int64) (wait int64, err error)
	// Pause stops the sending of all instances until a time. It never shortens an earlier pause.
	Pause(ctx context.Context, until int64) error
}

// Muster is who is at work, and what holds for all of them.
type Muster struct {
	Instances []string // sorted; the one that asked among them
	Paused    int64    // nobody sends before this time, milliseconds; 0: no pause
}

// Bucket is a budget of messages: to one chat, or with chat 0 to all chats together.
type Bucket struct {
	Chat  int64
	Every int64 // milliseconds until one more message may be sent
	Burst int64 // how many may be sent at once after a rest
}
