package bot_test

import (
	"io"
	"sync/atomic"
	"testing"

	"repartee/bot"
	"repartee/flows"
)

// TestManyGetOneFile uploads a file once for all who are to get it at the same time, and once more where Telegram has forgotten it.
func TestManyGetOneFile(t *testing.T) {
	store := &faulty{fullStore: file(t)}
	r := newRig(t, oneFlow(t, quietFlow), store)
	customers := make([]*customer, 40)
	for i := range customers {
		customers[i] = r.user(int64(i + 1))
		customers[i].Start("")
		customers[i].hears(1)
	}
	r.stop()
	photo, gone := hashed(flows.Photo, "shop"), hashed(flows.Photo, "gone")
	r.sendsAtOnce(store, customers, photo, "photo Look", 1)
	r.server.LoseFiles()
	r.sendsAtOnce(store, customers, photo, "photo Look", 2)
	r.sendsAtOnce(store, customers, gone, "- Look", 2)
	r.nothingDied()
}

// sendsAtOnce sends a file to all customers, and opens the media folder when they all have a sender. uploads is how many there were by then.
func (r *rig) sendsAtOnce(store *faulty, customers []*customer, media flows.Attachment, want string, uploads int) {
	r.Helper()
	for _, c := range customers {
		r.leave(c.ID(), bot.Entries(c.ID(), flows.Send{Text: "Look", Media: []flows.Attachment{media}})...)
	}
	before := len(customers[0].Messages())
	handedOut := make(chan struct{})
	var asked atomic.Int64
	store.after = func(method string) error {
		if method == "Due" && asked.Add(1) == 2 {
			close(handedOut)
		}
		return nil
	}
	r.start(oneFlow(r, quietFlow), mediaFolder, func(o *bot.Options) {
		open := o.Media
		o.Media = func(hash string) (io.ReadCloser, error) {
			<-handedOut
			return open(hash)
		}
	})
	for _, c := range customers {
		c.hears(before)
		shown := c.Messages()
		if got := summary(shown[len(shown)-1]); got != want {
			r.Errorf("shown %q, not %q", got, want)
		}
	}
	r.stop()
	if n := len(r.uploads("sendPhoto")); n != uploads {
		r.Errorf("uploaded %d times, should be %d", n, uploads)
	}
}
