package telegramtest

import (
	"encoding/json"
	"reflect"
	"strings"

	"repartee/bot/telegram"
)

const notModified = "message is not modified: specified new message content and reply markup are exactly the same" +
	" as a current content and reply markup of the message"

func (s *Server) editMessageText(f *form) (any, *refusal) {
	body, no := parseText(f, "text", "entities", telegram.MaxText)
	if no != nil {
		return nil, no
	}
	if strings.TrimSpace(body.text) == "" {
		return nil, badRequest("message text is empty")
	}
	return s.edit(f, func(m *wireMessage) *refusal {
		if m.Text == "" {
			return badRequest("there is no text in the message to edit")
		}
		m.Text, m.Entities, m.LinkPreviewOptions = body.text, body.entities, nil
		if raw := f.text("link_preview_options"); raw != "" {
			m.LinkPreviewOptions = json.RawMessage(raw)
		}
		return nil
	})
}

func (s *Server) editMessageCaption(f *form) (any, *refusal) {
	body, no := parseText(f, "caption", "caption_entities", telegram.MaxCaption)
	if no != nil {
		return nil, no
	}
	return s.edit(f, func(m *wireMessage) *refusal {
		if m.Photo == nil && m.Document == nil && m.Video == nil && m.Voice == nil {
			return badRequest("there is no caption in the message to edit")
		}
		m.Caption, m.CaptionEntities = body.text, body.entities
		return nil
	})
}

// editMessageMedia puts another file into a message, or one where there was only
// a text.
func (s *Server) editMessageMedia(f *form) (any, *refusal) {
	var item inputMedia
	if err := decodeStrict(f.text("media"), &item); err != nil {
		return nil, badRequest("can't parse InputMedia: %v", err)
	}
	if no := item.check(item.Type); no != nil {
		return nil, no
	}
	stored, no := s.resolve(f, item.Type, "", item.Media)
	if no != nil {
		return nil, no
	}
	return s.edit(f, func(m *wireMessage) *refusal {
		if m.Invoice != nil {
			return badRequest("message can't be edited")
		}
		if m.MediaGroupID != "" && item.Type == "document" && m.Document == nil {
			return badRequest("a document can't take the place of a picture in an album")
		}
		m.Text, m.Entities, m.LinkPreviewOptions = "", nil, nil
		m.Photo, m.Video, m.Voice, m.Document = nil, nil, nil, nil
		stored.attach(m)
		m.Caption, m.CaptionEntities = item.Caption, item.CaptionEntities
		return nil
	})
}

func (s *Server) editMessageReplyMarkup(f *form) (any, *refusal) {
	return s.edit(f, func(*wireMessage) *refusal { return nil })
}

// edit changes a message of the bot. All edits replace the buttons, also by
// none.
func (s *Server) edit(f *form, change func(*wireMessage) *refusal) (any, *refusal) {
	buttons, no := parseInline(f)
	if no != nil {
		return nil, no
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	c, at, no := s.editable(f)
	if no != nil {
		return nil, no
	}
	old := c.messages[at]
	m := *old.wire
	if no := change(&m); no != nil {
		return nil, no
	}
	if buttons, no = buttons.paying(old.invoice); no != nil {
		return nil, no
	}
	m.ReplyMarkup = buttons
	if reflect.DeepEqual(&m, old.wire) {
		return nil, badRequest(notModified)
	}
	m.EditDate = s.opts.Now().Unix()
	changed := *old
	changed.wire, changed.markup, changed.edited = &m, &markup{inline: buttons}, true
	s.replace(c, at, &changed)
	return &m, nil
}

func (s *Server) editable(f *form) (*chat, int, *refusal) {
	c, no := s.writable(f)
	if no != nil {
		return nil, 0, no
	}
	if f.text("message_id") == "" {
		return nil, 0, badRequest("message identifier is not specified")
	}
	at := c.find(f.int("message_id"))
	switch {
	case at < 0:
		return nil, 0, badRequest("message to edit not found")
	case !c.messages[at].byBot, c.messages[at].markup != nil && c.messages[at].markup.reply != nil:
		return nil, 0, badRequest("message can't be edited")
	default:
		return c, at, nil
	}
}

func (s *Server) deleteMessage(f *form) (any, *refusal) {
	s.mu.Lock()
	defer s.mu.Unlock()
	c, no := s.writable(f)
	if no != nil {
		return nil, no
	}
	at := c.find(f.int("message_id"))
	if at < 0 {
		return nil, badRequest("message to delete not found")
	}
	m := c.messages[at]
	if age := s.opts.Now().Unix() - m.wire.Date; age > int64(telegram.DeleteLifetime.Seconds()) {
		return nil, badRequest("message can't be deleted")
	}
	c.messages = append(c.messages[:at:at], c.messages[at+1:]...)
	c.touch()
	s.publish(Event{Kind: MessageDeleted, Chat: c.wire.ID, MessageID: m.wire.MessageID}, nil)
	return true, nil
}
