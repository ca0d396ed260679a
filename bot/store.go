package bot

import "context"

// Store keeps what is known of each contact and what is still to be done for it. All that concerns one contact changes in one step; every method may be
// repeated with the same arguments without a second effect, and returns in a bounded time whatever its context says. Times are milliseconds since 1970 on the
// store's clock, so that instances agree.
type Store interface {
	// Load reads a contact. One that was never seen is the zero Record.
	Load(ctx context.Context, chat int64) (Record, error)
	// Commit writes the outcome of one input, or says why nothing was written.
	Commit(ctx context.Context, c Commit) (Committed, error)
	// Ack takes the sent entries off the outbox, and the claim with the last of them.
	Ack(ctx context.Context, a Ack) (Acked, error)
	// Defer keeps the outbox for later: Telegram said 429, or could not be reached.
	Defer(ctx context.Context, d Defer) error
	// Mark records, before the call, that a Once entry of the outbox is about to be sent. False: the claim is lost, do not send.
	Mark(ctx context.Context, chat int64, claim string, seq int64) (bool, error)
	// Post puts an input into the contact's durable inbox and makes the contact due. An id among the contact's last 64 posted ones has no effect.
	Post(ctx context.Context, chat int64, p Posted, now int64) error
	// Due hands out contacts with something to do by now, and sets what it hands out aside until a later time so that no other instance takes it too.
	Due(ctx context.Context, d DueQuery) ([]Work, error)
	// Now is the store's clock: what all instances agree on.
	Now() int64
}

// Archive keeps what is for the operator to look at.
type Archive interface {
	// Bury keeps an update that is no contact's, or cannot be read.
	Bury(ctx context.Context, d DeadLetter) error
	// DeadLetters lists the newest first, at most limit.
	DeadLetters(ctx context.Context, limit int) ([]DeadLetter, error)
	// Counts reads a table of counts: how often each key was counted by commits.
	Counts(ctx context.Context, table string) (map[string]int64, error)
	// ClearCounts begins a table anew.
	ClearCounts(ctx context.Context, table string) error
	// Events lists what turns decided, an entry a turn as Commit.Events was, the newest first, at most limit.
	Events(ctx context.Context, limit int) ([][]byte, error)
	// ClearDead drops all dead letters and says how many there were.
	ClearDead(ctx context.Context) (int, error)
	// Contacts hands out contacts of which anything is kept, in no order and each once, until the function answers with an error, which it returns, or the context
	// ends. It reads some at a time, so that turns go on beside it; one that comes or goes meanwhile may be left out. For Everybody it reads the whole store, for
	// Underway as many as are handed out.
	Contacts(ctx context.Context, who Who, each func(KeptContact) error) error
	// Waiting tells what is still to be done for one contact, and changes nothing. For a contact that is not known it is the zero Waiting.
	Waiting(ctx context.Context, chat int64) (Waiting, error)
}

// Library keeps what all instances share beside the contacts.
type Library interface {
	// FileID is what Telegram knows a file by that was uploaded before; "" for one that is not known.
	FileID(ctx context.Context, file string) (string, error)
	// KeepFileID keeps what Telegram knows a file by, in the place of what was kept before.
	KeepFileID(ctx context.Context, file, id string) error
	// Publish keeps the files of a bot and gives their number, rising by one. The same files as those published last keep their number.
	Publish(ctx context.Context, files []byte) (number int, err error)
	// Publication reads the files that were published under a number; nil where they are not kept (any more).
	Publication(ctx context.Context, number int) ([]byte, error)
	// Publications lists what Publication can read, the oldest first.
	Publications(ctx context.Context) ([]Publication, error)
	// DropPublications forgets the files of some numbers, but never those of the latest, and says how many they were. No number is given a second time.
	DropPublications(ctx context.Context, numbers []int) (int, error)
	// Secret is 32 random bytes that stay the same as long as the store does.
	Secret(ctx context.Context) ([]byte, error)
}

// Publication is what is known of published files beside themselves.
type Publication struct {
	Number int
	At     int64  // when they were published, milliseconds; 0 where an earlier version of the program did that
	Digest string // SHA-256 of the files, hex; "" as At
	Bytes  int    // of the files
}

// Record is a contact as the store holds it.
type Record struct {
	Version string // "counter.nonce"; "" where nothing is stored
	State   []byte // JSON of flows.State; nil for a new or forgotten contact
}

// Class says which ring of seen ids an update belongs to: messages come in far greater number, and the two kinds overtake each other.
type Class uint8

const (
	ClassMessage Class = iota // ring of 128 ids
	ClassOther                // ring of 32: callback queries, membership, payments
)

// Commit is the outcome of one input.
type Commit struct {
	Chat    int64
	Version string // of the Record that the turn was computed from; another one in the store: Conflict
	Next    string // the version after this commit; its nonce tells our own retry from another history
	Update  int64  // Telegram's update_id; 0 where the input is none
	Class   Class
	Inbox   string // id of the inbox entry that was handled, which must be the head of the inbox; "" where the input came from elsewhere
	State   []byte // nil forgets the contact: its inbox and dead letters go at once, the rest when the outbox is empty
	Outbox  []Entry
	Wake    int64 // when the earliest timer or job deadline is due; 0: none
	Moves   Moves
	Claim   Claim
	Through int64 // every entry up to this Seq has been sent or given up under the claim: taken off the outbox in the same step, as by Ack; 0: nothing is told
	Now     int64
	Events  []byte      // one entry of the event stream, as flows.Logged.Encode wrote it; nil: none
	Dead    *DeadLetter // set when the turn failed: kept in the same step
	Counts  []Count     // counted in the same step
	Orders  []OrderWrite
	Ledger  []LedgerWrite
}

// Moves says whether a commit changes that its contact is in the middle of something, so that Contacts finds those who are. Who is forgotten is in the middle of nothing.
type Moves uint8

const (
	Stays  Moves = iota // he is where he was, in this respect
	Enters              // he was in the middle of nothing before
	Leaves              // he is in the middle of nothing now
)

// Count is one more of a key in a table that all contacts share. A store bounds a table: beyond some thousand keys only those that are there count on.
type Count struct{ Table, Key string }

// Claim is one instance's right to send for one contact until a time.
type Claim struct {
	Nonce string // of the instance
	Until int64
}

// Policy says what may happen to an entry in a crash between sending and Ack. The Bot API has no idempotency key, so one of the two must be chosen.
type Policy byte

const (
	Resend Policy = 'r' // sent again: dialogue
	Once   Policy = 'o' // marked before sending, never sent again: broadcasts
)

// Entry is one call to the Bot API that waits in a contact's outbox.
type Entry struct {
	Seq    int64 // given by the store, rising by one per contact and never used twice, not even after the contact was forgotten
	Policy Policy
	Marked bool   // a Once entry that somebody began to send
	Call   []byte // as telegram.Encode wrote it
}

// MostUnsent is how many entries of an outbox a store hands out at once, the oldest first. The others come when these are told to be sent. A commit that takes over a
// longer outbox gets no entries of its own, which come after those.
const MostUnsent = 100

// Status is the store's answer to a Commit.
type Status uint8

const (
	OK        Status = iota // written
	Duplicate               // the update was seen before; nothing written
	Conflict                // the contact changed meanwhile: Record has the newer state; run the turn again on it
	Stale                   // the inbox entry is not the head of the inbox (any more); nothing written
	Ordered                 // an open order that Orders would close is approved for payment (Committed.Approved); nothing written; run the turn again knowing that
	Booked                  // a row of Ledger is there already; nothing written
)

// Committed is what a Commit came to.
type Committed struct {
	Status   Status
	Record   Record   // Conflict: the newer one. Duplicate: its Version only (equal to Commit.Next: this was our own commit; Send and Outbox are as in its first answer)
	Send     bool     // the claim is ours: send Outbox
	Settled  bool     // OK: what Through told is noted, or the claim is another's. Else it is still to be told
	Approved []string // Ordered: the numbers of those orders
	Outbox   []Entry  // what is unsent, in order, when Send became ours by this commit, see MostUnsent; else just this commit's entries with their Seq
}

// Ack reports what was sent.
type Ack struct {
	Chat    int64
	Claim   Claim // Until: the claim's new end if something is left
	Through int64 // every entry up to this Seq has been sent or given up
	Now     int64
}

// Acked is what is left after an Ack.
type Acked struct {
	Lost bool    // the claim is another's: stop sending
	Left []Entry // the first MostUnsent of them. Empty: the claim is gone, and the next commit claims anew
}

// Defer gives the claim back and makes the contact due at a later time.
type Defer struct {
	Chat    int64
	Claim   Claim
	Through int64 // sent or given up before the trouble
	Until   int64
	Now     int64
}

// Posted is an input that does not come from Telegram.
type Posted struct {
	ID    string // its idempotency key
	Input []byte // JSON of flows.Input
}

// DueQuery asks for work.
type DueQuery struct {
	Now   int64
	Limit int
	Claim Claim                    // taken for each contact whose outbox is not empty and unclaimed
	Skip  func(partition int) bool // those that another instance looks after; nil: none
	Retry int64                    // an inbox or a wake that is handed out is not due again before this time; an outbox not before its claim's end
}

// Work is what is due for one contact.
type Work struct {
	Chat   int64
	Outbox []Entry  // claimed for the caller: send them. The first MostUnsent; the rest comes with the answers to Ack
	Inbox  []Posted // in order
	Wake   bool     // a timer or deadline has come
}

// Waiting is what is still to be done for one contact. Times are milliseconds, 0 stands for never.
type Waiting struct {
	Outbox []Entry  // all that is unsent, in order
	Inbox  []Posted // all of it, in order
	Wake   int64    // when the earliest timer or deadline is due, or, where it was handed out, is due again
	Due    int64    // when an instance next looks at the contact
	Claim  Claim    // who sends the outbox until when. Without a nonce nobody does before then; zero where nothing is unsent
}

// DeadLetter is an update or input that no turn could handle.
type DeadLetter struct {
	At     int64  `json:"at"`
	Chat   int64  `json:"chat,omitempty"`
	Update int64  `json:"update,omitempty"`
	Reason string `json:"reason"`
	Raw    []byte `json:"raw,omitempty"`
}
