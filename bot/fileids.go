package bot

import (
	"context"
	"errors"
	"sync"
	"time"
)

const (
	mostUploads = 8               // at once: each has its files in memory
	uploadWait  = 5 * time.Second // for those of others, before the sender is let go on with something else
	uploadPause = 500 * time.Millisecond
)

// idSet holds what Telegram knows files by.
type idSet map[string]bool

// fileIDs are the ids of uploaded files that this process has heard of, and what is being uploaded. Many who are to get a new file at once wait for one upload.
type fileIDs struct {
	mu        sync.Mutex
	byKey     map[string]string
	uploading map[string]bool
	vain      map[string]bool // their last upload brought no id: nobody waits for another
	uploads   int
	over      chan struct{} // closed when an upload ends; nil where nobody waits for that
}

func newFileIDs() *fileIDs {
	return &fileIDs{byKey: map[string]string{}, uploading: map[string]bool{}, vain: map[string]bool{}}
}

func (f *fileIDs) get(key string) string {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.byKey[key]
}

func (f *fileIDs) put(key, id string) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.byKey[key] = id
	delete(f.uploading, key)
	delete(f.vain, key)
}

// learn takes an id from what was kept, and gives the one that counts: an upload that has ended meanwhile brought a newer one.
func (f *fileIDs) learn(key, kept string) string {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.byKey[key] == "" && kept != "" {
		f.byKey[key] = kept
	}
	return f.byKey[key]
}

// begin notes the upload of some files, which end must follow. It notes nothing where one of them is being uploaded, or too much is: then it gives a channel that is
// closed when it is time to look again.
func (f *fileIDs) begin(keys []string) (over <-chan struct{}) {
	f.mu.Lock()
	defer f.mu.Unlock()
	busy := f.uploads >= mostUploads
	for _, key := range keys {
		busy = busy || f.uploading[key]
	}
	if busy {
		if f.over == nil {
			f.over = make(chan struct{})
		}
		return f.over
	}
	f.uploads++
	for _, key := range keys {
		if !f.vain[key] {
			f.uploading[key] = true
		}
	}
	return nil
}

func (f *fileIDs) end(keys []string) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.uploads--
	for _, key := range keys {
		if f.uploading[key] {
			delete(f.uploading, key)
			f.vain[key] = true
		}
	}
	if f.over != nil {
		close(f.over)
		f.over = nil
	}
}

// key is what an uploaded file is kept by: a picture that is sent as a file has an id of its own.
func (f *attached) key() string { return string(f.Medium) + ":" + f.Hash }

var errUploading = errors.New("the file is being uploaded for others, or too many are")

// beginUpload waits until the files of a shipment have ids, or are its own to upload. end must follow.
func (b *Bot) beginUpload(ctx context.Context, s *shipment, refused idSet) (end func(), err error) {
	ctx, cancel := context.WithTimeout(ctx, uploadWait)
	defer cancel()
	for {
		var keys []string
		for _, f := range s.files {
			if id := b.fileID(ctx, &f); f.Hash != "" && (id == "" || refused[id]) {
				keys = append(keys, f.key())
			}
		}
		if len(keys) == 0 {
			return func() {}, nil
		}
		over := b.fileIDs.begin(keys)
		if over == nil {
			return func() { b.fileIDs.end(keys) }, nil
		}
		select {
		case <-over:
		case <-ctx.Done():
			return nil, errUploading
		}
	}
}

// fileID is what Telegram knows a file by; "" where that is not known.
func (b *Bot) fileID(ctx context.Context, f *attached) string {
	if f.Hash == "" {
		return ""
	}
	if id := b.fileIDs.get(f.key()); id != "" || b.library == nil {
		return id
	}
	id, err := b.library.FileID(ctx, f.key())
	if err != nil {
		b.log.Warn("it is not known whether a file was uploaded before; it is uploaded", "err", err)
		return ""
	}
	return b.fileIDs.learn(f.key(), id)
}
