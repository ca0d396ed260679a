package telegramtest

import (
	"fmt"

	"repartee/bot/telegram"
)

// inputMedia is one item of an album.
type inputMedia struct {
	Type                 string       `json:"type"`
	Media                string       `json:"media"`
	Thumbnail            string       `json:"thumbnail"`
	Cover                string       `json:"cover"`
	StartTimestamp       int          `json:"start_timestamp"`
	Caption              string       `json:"caption"`
	CaptionEntities      []wireEntity `json:"caption_entities"`
	ShowCaptionAboveText bool         `json:"show_caption_above_media"`
	HasSpoiler           bool         `json:"has_spoiler"`
	Width                int          `json:"width"`
	Height               int          `json:"height"`
	Duration             int          `json:"duration"`
	SupportsStreaming    bool         `json:"supports_streaming"`
	DisableDetection     bool         `json:"disable_content_type_detection"`
}

// sendMediaGroup sends an album: all of it or nothing.
func (s *Server) sendMediaGroup(f *form) (any, *refusal) {
	items, no := parseAlbum(f)
	if no != nil {
		return nil, no
	}
	stored := make([]*file, len(items))
	for i, item := range items {
		if stored[i], no = s.resolve(f, item.Type, "", item.Media); no != nil {
			return nil, no
		}
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	c, no := s.writable(f)
	if no != nil {
		return nil, no
	}
	album := s.nextID("album")
	sent := make([]*wireMessage, len(items))
	for i, item := range items {
		m := s.fromBot(c, f)
		if no := s.setReply(c, f, m); no != nil {
			return nil, no
		}
		m.MediaGroupID, m.Caption, m.CaptionEntities = album, item.Caption, item.CaptionEntities
		stored[i].attach(m)
		sent[i] = m
	}
	for _, m := range sent {
		s.post(c, &message{wire: m, byBot: true})
	}
	return sent, nil
}

func parseAlbum(f *form) ([]inputMedia, *refusal) {
	var items []inputMedia
	if err := decodeStrict(f.text("media"), &items); err != nil {
		return nil, badRequest("can't parse InputMedia: %v", err)
	}
	if len(items) < telegram.MinAlbum || len(items) > telegram.MaxAlbum {
		return nil, badRequest("media must include %d-%d items, not %d", telegram.MinAlbum, telegram.MaxAlbum, len(items))
	}
	for i, item := range items {
		if no := item.check(items[0].Type); no != nil {
			return nil, badRequest("item %d of the album: %s", i+1, no.description)
		}
	}
	return items, nil
}

// check holds an item against the rules for albums: documents keep to
// themselves, pictures and videos may be mixed.
func (m *inputMedia) check(first string) *refusal {
	switch m.Type {
	case "photo", "video", "document":
	default:
		return badRequest("type %q cannot be in an album here", m.Type)
	}
	if (m.Type == "document") != (first == "document") {
		return badRequest("%s and %s can't be mixed in an album", first, m.Type)
	}
	if n := units(m.Caption); n > telegram.MaxCaption {
		return badRequest("message caption is too long: %d characters", n)
	}
	raw := ""
	if len(m.CaptionEntities) > 0 {
		raw = string(encode(m.CaptionEntities))
	}
	_, no := parseEntities(raw, m.Caption)
	return no
}

// nextID makes an id for something that is neither a message nor an update.
func (s *Server) nextID(kind string) string {
	s.serial++
	return fmt.Sprintf("%s-%d", kind, s.serial)
}
