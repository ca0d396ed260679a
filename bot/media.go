package bot

import (
	"encoding/json"
	"fmt"
	"strconv"

	"repartee/bot/telegram"
	"repartee/flows"
)

// attached is a file that a call of the outbox names as attach://field. It is known by its hash, or it is all here.
type attached struct {
	Field  string       `json:"field"`
	Medium flows.Medium `json:"medium"`
	Name   string       `json:"name,omitempty"`
	Hash   string       `json:"hash,omitempty"`
	Data   []byte       `json:"data,omitempty"`
}

// filesParam is the member of an encoded call that holds its files. Telegram has no parameter of that name.
const filesParam = "files"

// withFiles adds files to a call that telegram.Encode has made.
func withFiles(call []byte, files []attached) ([]byte, error) {
	list, err := json.Marshal(files)
	if err != nil {
		return nil, fmt.Errorf("files of a call: %w", err)
	}
	return fmt.Appendf(nil, `%s,"%s":%s}`, call[:len(call)-1], filesParam, list), nil
}

// mediaCalls are the calls that send pictures and files. An album has no buttons: they stand with its text in a message after it.
func mediaCalls(d telegram.Delivery, s *flows.Send) []Entry {
	text := telegram.Caption{Caption: s.Text, CaptionEntities: entities(s.Entities)}
	groups := albums(s.Media)
	below := d.ReplyMarkup != nil && len(s.Media) > 1 && s.Text != ""
	var out []Entry
	for i, group := range groups {
		one, caption := telegram.Delivery{ChatID: d.ChatID}, telegram.Caption{}
		if i == 0 && !below {
			caption = text
		}
		if i == len(groups)-1 && !below {
			one = d
		}
		out = append(out, mediaCall(one, group, caption))
	}
	if below {
		out = append(out, entry(telegram.SendMessage{Delivery: d, Text: s.Text, Entities: text.CaptionEntities}))
	}
	return out
}

// albums parts attachments into what can be sent together: up to ten pictures and videos, or up to ten files; a voice message goes alone.
func albums(list []flows.Attachment) [][]flows.Attachment {
	var out [][]flows.Attachment
	for _, a := range list {
		if n := len(out); n > 0 && len(out[n-1]) < telegram.MaxAlbum && together(out[n-1][0].Medium, a.Medium) {
			out[n-1] = append(out[n-1], a)
			continue
		}
		out = append(out, []flows.Attachment{a})
	}
	return out
}

func together(a, b flows.Medium) bool {
	pictures := func(m flows.Medium) bool { return m == flows.Photo || m == flows.Video }
	return pictures(a) && pictures(b) || a == flows.File && b == flows.File
}

func mediaCall(d telegram.Delivery, group []flows.Attachment, caption telegram.Caption) Entry {
	var files []attached
	if len(group) == 1 {
		media := inputMedia(&group[0], &files).Media
		return entry(single(d, group[0].Medium, media, caption), files...)
	}
	album := telegram.SendMediaGroup{ChatID: d.ChatID}
	for i := range group {
		album.Media = append(album.Media, inputMedia(&group[i], &files))
	}
	album.Media[0].Caption = caption
	return entry(album, files...)
}

func single(d telegram.Delivery, medium flows.Medium, media string, caption telegram.Caption) telegram.Request {
	switch medium {
	case flows.Photo:
		return telegram.SendPhoto{Delivery: d, Caption: caption, Photo: media}
	case flows.Video:
		return telegram.SendVideo{Delivery: d, Caption: caption, Video: media}
	case flows.Voice:
		return telegram.SendVoice{Delivery: d, Caption: caption, Voice: media}
	default:
		return telegram.SendDocument{Delivery: d, Caption: caption, Document: media}
	}
}

// inputMedia names an attachment as calls do, and adds it to the files where Telegram may not know it.
func inputMedia(a *flows.Attachment, files *[]attached) telegram.InputMedia {
	media := telegram.InputMedia{Type: "document", Media: a.FileID}
	if a.Medium == flows.Photo || a.Medium == flows.Video {
		media.Type = string(a.Medium)
	}
	if a.FileID == "" {
		f := attached{Field: "f" + strconv.Itoa(len(*files)), Medium: a.Medium, Name: a.Name, Hash: a.Hash, Data: a.Data}
		*files = append(*files, f)
		media.Media = attachment(f.Field)
	}
	return media
}

// attachment is how a parameter refers to an uploaded file.
//
// https://core.telegram.org/bots/api#sending-files
func attachment(field string) string { return "attach://" + field }
