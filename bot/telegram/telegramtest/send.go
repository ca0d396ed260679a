package telegramtest

import (
	"encoding/json"
	"strings"

	"repartee/bot/telegram"
)

func (s *Server) getMe(*form) (any, *refusal) {
	return struct {
		wireUser
		CanJoinGroups           bool `json:"can_join_groups"`
		CanReadAllGroupMessages bool `json:"can_read_all_group_messages"`
		SupportsInlineQueries   bool `json:"supports_inline_queries"`
	}{s.self, true, s.opts.ReadsGroups, false}, nil
}

func (s *Server) sendMessage(f *form) (any, *refusal) {
	body, no := parseText(f, "text", "entities", telegram.MaxText)
	if no != nil {
		return nil, no
	}
	if strings.TrimSpace(body.text) == "" {
		return nil, badRequest("message text is empty")
	}
	return s.deliver(f, func(m *wireMessage) {
		m.Text, m.Entities = body.text, body.entities
		if raw := f.text("link_preview_options"); raw != "" {
			m.LinkPreviewOptions = json.RawMessage(raw)
		}
	})
}

func (s *Server) sendLocation(f *form) (any, *refusal) {
	at := wireLocation{f.float("latitude"), f.float("longitude")}
	if at.Latitude < -90 || at.Latitude > 90 || at.Longitude < -180 || at.Longitude > 180 {
		return nil, badRequest("wrong location: %v, %v", at.Latitude, at.Longitude)
	}
	return s.deliver(f, func(m *wireMessage) { m.Location = &at })
}

// send makes the method that sends one file of a kind.
func send(kind string) func(*Server, *form) (any, *refusal) {
	return func(s *Server, f *form) (any, *refusal) {
		body, no := parseText(f, "caption", "caption_entities", telegram.MaxCaption)
		if no != nil {
			return nil, no
		}
		stored, no := s.resolve(f, kind, kind, f.text(kind))
		if no != nil {
			return nil, no
		}
		return s.deliver(f, func(m *wireMessage) {
			stored.attach(m)
			m.Caption, m.CaptionEntities = body.text, body.entities
		})
	}
}

// deliver puts a message from the bot into its chat.
func (s *Server) deliver(f *form, fill func(*wireMessage)) (any, *refusal) {
	return s.place(f, nil, fill)
}

// place puts a message from the bot into its chat, or an invoice.
func (s *Server) place(f *form, bill *Invoice, fill func(*wireMessage)) (any, *refusal) {
	marks, no := parseMarkup(f, f.int("chat_id") > 0) // groups have negative ids or names
	if no != nil {
		return nil, no
	}
	if marks, no = marks.paying(bill); no != nil {
		return nil, no
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	c, no := s.writable(f)
	if no != nil {
		return nil, no
	}
	m := s.fromBot(c, f)
	if no := s.setReply(c, f, m); no != nil {
		return nil, no
	}
	if marks != nil && marks.inline != nil && len(marks.inline.Rows) > 0 {
		m.ReplyMarkup = marks.inline
	}
	fill(m)
	s.post(c, &message{wire: m, markup: marks, invoice: bill, byBot: true})
	return m, nil
}

func (s *Server) fromBot(c *chat, f *form) *wireMessage {
	return &wireMessage{
		From: &s.self, Date: s.opts.Now().Unix(), Chat: c.wire,
		HasProtectedContent: f.bool("protect_content"), EffectID: f.text("message_effect_id"),
	}
}

// setReply points a message to the one that it replies to.
func (s *Server) setReply(c *chat, f *form, m *wireMessage) *refusal {
	reply := struct {
		MessageID  int64 `json:"message_id"`
		AllowLoose bool  `json:"allow_sending_without_reply"`
	}{f.int("reply_to_message_id"), f.bool("allow_sending_without_reply")}
	if raw := f.text("reply_parameters"); raw != "" {
		if err := decodeStrict(raw, &reply); err != nil {
			return badRequest("can't parse reply parameters: %v", err)
		}
	}
	if reply.MessageID == 0 {
		return nil
	}
	target := c.message(reply.MessageID)
	switch {
	case target != nil:
		flat := *target.wire
		flat.ReplyToMessage = nil // a reply shows one level
		m.ReplyToMessage = &flat
	case !reply.AllowLoose:
		return badRequest("message to be replied not found")
	}
	return nil
}

// body is a text or caption that was found right.
type body struct {
	text     string
	entities []wireEntity
}

func parseText(f *form, name, entities string, most int) (body, *refusal) {
	text := f.text(name)
	if n := units(text); n > most {
		if name == "text" {
			return body{}, badRequest("message is too long: %d characters, must be at most %d", n, most)
		}
		return body{}, badRequest("message caption is too long: %d characters, must be at most %d", n, most)
	}
	list, no := parseEntities(f.text(entities), text)
	return body{text, list}, no
}

// sendChatAction shows that the bot is at work.
func (s *Server) sendChatAction(f *form) (any, *refusal) {
	switch f.text("action") {
	case "typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice", "upload_document",
		"choose_sticker", "find_location", "record_video_note", "upload_video_note":
	default:
		return nil, badRequest("wrong parameter action in request: %s", quote(f.text("action")))
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	c, no := s.writable(f)
	if no != nil {
		return nil, no
	}
	s.publish(Event{Kind: ActionShown, Chat: c.wire.ID, Action: f.text("action")}, nil)
	return true, nil
}
