package steps

import "repartee/flows"

// mostInAlbum is how many pictures Telegram shows as one album: https://core.telegram.org/bots/api#sendmediagroup
const mostInAlbum = 10

// checkMedia looks at the files and the place of a say.
func (s *Say) checkMedia(k *flows.Checker) {
	k.Media(&s.Photo, flows.Photo)
	k.Media(&s.Video, flows.Video)
	k.Media(&s.File, flows.File)
	k.Media(&s.Voice, flows.Voice)
	if n := len(s.Photo.Files) + len(s.Video.Files); n > mostInAlbum {
		k.Fail(s.Photo.Ref, "too-many-files", "divide them over two messages", "an album has %d pictures at most, and these are %d", mostInAlbum, n)
	}
	if len(s.File.Files) > mostInAlbum {
		k.Fail(s.File.Ref, "too-many-files", "divide them over two messages", "%d files can be sent together, and these are %d", mostInAlbum, len(s.File.Files))
	}
	if s.Location == "" {
		return
	}
	spot, ok := flows.ParseSpot(s.Location)
	if !ok {
		k.Fail(beside(s.Say.Ref, "location"), "bad-location", "write latitude and longitude, as 52.5405, 13.4126", "%q is no place on the map", s.Location)
		return
	}
	s.spot = &spot
}

// media gives what is sent, in the customer's language, each group a message: pictures and films together, then files, then voice messages one by one.
func (s *Say) media(t *flows.Turn) [][]flows.Attachment {
	var groups [][]flows.Attachment
	add := func(group []flows.Attachment) {
		if len(group) > 0 {
			groups = append(groups, group)
		}
	}
	add(append(t.Attachments(&s.Photo, flows.Photo), t.Attachments(&s.Video, flows.Video)...))
	add(t.Attachments(&s.File, flows.File))
	for _, voice := range t.Attachments(&s.Voice, flows.Voice) {
		add([]flows.Attachment{voice})
	}
	return groups
}
