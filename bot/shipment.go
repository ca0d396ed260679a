package bot

import (
	"encoding/json"
	"slices"
	"strings"

	"repartee/bot/telegram"
)

// shipmentOf reads a call of the outbox with the files that it names.
func shipmentOf(encoded []byte) (s shipment, err error) {
	s.method, s.params, err = telegram.Decode(encoded)
	if raw, ok := s.params[filesParam]; ok && err == nil {
		delete(s.params, filesParam)
		err = json.Unmarshal([]byte(raw), &s.files)
	}
	return s, err
}

// singles are the parameters that name the file of a call with one file, by method.
func singles(method string) string {
	switch method {
	case "sendPhoto":
		return "photo"
	case "sendVideo":
		return "video"
	case "sendVoice":
		return "voice"
	case "sendDocument":
		return "document"
	}
	return ""
}

// carries tells whether calls of a method are about pictures or files.
func carries(method string) bool {
	return singles(method) != "" || method == "sendMediaGroup" || method == "editMessageMedia"
}

// name puts a file's id in the place of the file.
func (s *shipment) name(field, id string) {
	if param := singles(s.method); param != "" {
		s.params[param] = id
		return
	}
	// Inside of a text the quotes would be escaped.
	quoted := func(media string) string { return `"media":"` + media + `"` }
	s.params["media"] = strings.ReplaceAll(s.params["media"], quoted(attachment(field)), quoted(id))
}

// media are the files of the call, in order, as its parameters name them.
func (s *shipment) media() []string {
	if param := singles(s.method); param != "" {
		return []string{s.params[param]}
	}
	var out []string
	for _, item := range s.items() {
		out = append(out, item.Media)
	}
	return out
}

func (s *shipment) items() []telegram.InputMedia {
	var one telegram.InputMedia
	if json.Unmarshal([]byte(s.params["media"]), &one) == nil {
		return []telegram.InputMedia{one}
	}
	var album []telegram.InputMedia
	_ = json.Unmarshal([]byte(s.params["media"]), &album) // what we wrote ourselves
	return album
}

// without is what can be sent without some of the files; a shipment without a method where nothing is left.
func (s shipment) without(gone func(media string) bool) shipment {
	switch s.method {
	case "editMessageMedia":
		item := s.items()[0]
		p := s.keeping("chat_id", "message_id", "reply_markup")
		p.set("caption", item.Caption.Caption)
		p.setJSON("caption_entities", item.CaptionEntities)
		return shipment{method: "editMessageCaption", params: telegram.Params(p)}
	case "sendMediaGroup":
		items := s.items()
		left := slices.DeleteFunc(slices.Clone(items), func(m telegram.InputMedia) bool { return gone(m.Media) })
		return s.album(left, items[0].Caption)
	}
	return s.text(s.params["caption"], s.params["caption_entities"])
}

// album is what is left of an album, with the caption of the whole.
func (s *shipment) album(left []telegram.InputMedia, caption telegram.Caption) shipment {
	p := s.keeping("chat_id")
	switch len(left) {
	case 0:
		p.setJSON("entities", caption.CaptionEntities)
		return s.text(caption.Caption, p["entities"])
	case 1:
		p.set("caption", caption.Caption)
		p.setJSON("caption_entities", caption.CaptionEntities)
		p.set(left[0].Type, left[0].Media)
		return shipment{method: "send" + strings.ToUpper(left[0].Type[:1]) + left[0].Type[1:], params: telegram.Params(p), files: s.files}
	}
	left[0].Caption = caption
	p.setJSON("media", left)
	return shipment{method: s.method, params: telegram.Params(p), files: s.files}
}

// text is a message with what was to be the caption.
func (s *shipment) text(text, entities string) shipment {
	if text == "" {
		return shipment{}
	}
	p := s.keeping("chat_id", "reply_markup")
	p.set("text", text)
	p.set("entities", entities)
	return shipment{method: "sendMessage", params: telegram.Params(p)}
}

// parameters are those of a call that is put together anew.
type parameters telegram.Params

func (s *shipment) keeping(names ...string) parameters {
	p := parameters{}
	for _, name := range names {
		p.set(name, s.params[name])
	}
	return p
}

func (p parameters) set(name, value string) {
	if value != "" {
		p[name] = value
	}
}

func (p parameters) setJSON(name string, value any) {
	raw, err := json.Marshal(value)
	if err == nil && string(raw) != "null" {
		p[name] = string(raw)
	}
}
