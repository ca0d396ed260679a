package bot

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"time"

	"repartee/bot/telegram"
	"repartee/flows"
)

// uploadTimeout is longer than that of other calls, and still below what is left of a claim when a call begins.
const uploadTimeout = claimMargin - 2*time.Second

// maxUploads is after how many tries without an answer a file is left out: each try may have arrived.
const maxUploads = 2

// shipment is a call of the outbox, with the files that it names.
type shipment struct {
	method string
	params telegram.Params
	files  []attached
}

// ship makes a call with files. A file that is gone, or that Telegram does not take, is left out: the text is sent all the same.
func (b *Bot) ship(ctx context.Context, s shipment, tries int) error {
	ctx, cancel := context.WithTimeout(ctx, uploadTimeout)
	defer cancel()
	used, err := b.upload(ctx, s, nil)
	if telegram.WrongFile(err) {
		_, err = b.upload(ctx, s, used)
	}
	if !telegram.Refused(err) && (!telegram.Unknown(err) || tries < maxUploads) {
		return err
	}
	b.log.Error("a file cannot be sent; its text is sent without it", "err", err)
	all := func(string) bool { return true }
	if s = s.without(all); s.method == "" {
		return nil
	}
	_, err = b.client.Call(ctx, s.method, s.params)
	return err
}

// upload makes the call with the ids of files that Telegram knows and has not refused, and the bytes of the others. It tells which ids it has used.
func (b *Bot) upload(ctx context.Context, s shipment, refused idSet) (used idSet, err error) {
	end, err := b.beginUpload(ctx, &s, refused)
	if err != nil {
		return nil, err
	}
	defer end()
	s.params = maps.Clone(s.params)
	used = idSet{}
	gone := map[string]bool{}
	var uploads []telegram.File
	for _, f := range s.files {
		if id := b.fileID(ctx, &f); id != "" && !refused[id] {
			s.name(f.Field, id)
			used[id] = true
			continue
		}
		data, err := b.content(&f)
		if err != nil {
			b.log.Error("a file is not there; the message is sent without it", "file", f.Name, "err", err)
			gone[attachment(f.Field)] = true
			continue
		}
		uploads = append(uploads, telegram.File{Field: f.Field, Name: f.Name, Data: data})
	}
	if len(gone) > 0 {
		s = s.without(func(media string) bool { return gone[media] })
	}
	if s.method == "" {
		return used, nil
	}
	result, err := b.client.Call(ctx, s.method, s.params, uploads...)
	if err == nil {
		b.keepIDs(ctx, s, result)
	}
	return used, err
}

// keepIDs keeps what Telegram knows the uploaded files by from now on.
func (b *Bot) keepIDs(ctx context.Context, s shipment, result json.RawMessage) {
	sent := messages(result)
	for at, media := range s.media() {
		for _, f := range s.files {
			if media != attachment(f.Field) || f.Hash == "" || at >= len(sent) {
				continue
			}
			id := idOf(&sent[at], f.Medium)
			if id == "" {
				continue // shown as something else than it was sent as
			}
			b.fileIDs.put(f.key(), id)
			if b.library == nil {
				continue
			}
			if err := b.library.KeepFileID(ctx, f.key(), id); err != nil {
				b.log.Warn("a file that is uploaded now is uploaded again after a restart", "err", err)
			}
		}
	}
}

// messages reads a result: one message, or those of an album.
func messages(result json.RawMessage) []telegram.Message {
	var one telegram.Message
	if json.Unmarshal(result, &one) == nil {
		return []telegram.Message{one}
	}
	var album []telegram.Message
	_ = json.Unmarshal(result, &album) // anything else holds no message
	return album
}

func idOf(m *telegram.Message, medium flows.Medium) string {
	f := m.Document
	switch medium {
	case flows.Photo:
		if len(m.Photo) == 0 {
			return ""
		}
		return m.Photo[len(m.Photo)-1].FileID
	case flows.Video:
		f = m.Video
	case flows.Voice:
		f = m.Voice
	}
	if f == nil {
		return ""
	}
	return f.FileID
}

var errNoMedia = errors.New("the bot was given no media folder")

// content reads a file.
func (b *Bot) content(f *attached) ([]byte, error) {
	if f.Hash == "" {
		return f.Data, nil
	}
	if b.media == nil {
		return nil, errNoMedia
	}
	file, err := b.media(f.Hash)
	if err != nil {
		return nil, err
	}
	data, err := io.ReadAll(io.LimitReader(file, telegram.MaxUpload+1))
	if err == nil && len(data) > telegram.MaxUpload {
		err = fmt.Errorf("it is larger than the %d MB that Telegram takes", telegram.MaxUpload>>20)
	}
	return data, errors.Join(err, file.Close())
}
