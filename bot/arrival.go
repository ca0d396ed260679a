package bot

import (
	"encoding/json"
	"strconv"
	"time"

	"go.opentelemetry.io/otel/trace"

	"repartee/flows"
)

// arrival is one input on its way to a contact.
type arrival struct {
	update int64
	class  Class
	inbox  string // id of the inbox entry that it is
	input  flows.Input
	group  bool  // said in a group, which gets one answer and has no talk
	thread int64 // of the group
	raw    json.RawMessage
	said   int64      // the date of the message, Unix seconds; 0: it has none
	span   trace.Span // nil: it is not traced
	broken error      // why the turn is not tried again
	later  bool       // nobody waits for it at this moment: it was due
}

func (a *arrival) rank() rank {
	if a.later {
		return timed
	}
	return live
}

// counts tells whether it is taken for somebody of whom nothing is kept: what is said of money or of an order that is under way is, whatever he had erased.
func (a *arrival) counts() bool {
	return a.input.Customer() || a.input.Money != nil || a.input.What == flows.Staffed && a.input.Kept != nil
}

// input begins an input of a contact: its id, and what comes from the runtime.
func (b *Bot) input(chat int64, id string, what flows.What) flows.Input {
	return flows.Input{ID: id, At: time.UnixMilli(b.store.Now()).UTC(), Seed: b.ids.seed(chat, id), What: what, Me: b.referrals.code(chat)}
}

// happened is an input that nobody sent, named by what it is and its time.
func (b *Bot) happened(chat int64, what flows.What) flows.Input {
	return b.input(chat, string(what)+"."+strconv.FormatInt(b.store.Now(), 10), what)
}
