package telegramtest

import (
	"fmt"

	"repartee/bot/telegram"
)

// Phone is the number on the user's own card.
func (u *User) Phone() string { return fmt.Sprintf("+4930%07d", u.id%10_000_000) }

// ShareContact sends the user's own card, as the share button does.
func (u *User) ShareContact() int64 {
	return u.send(func(m *wireMessage) {
		m.Contact = &wireContact{PhoneNumber: u.Phone(), FirstName: u.person().FirstName, UserID: u.id}
	})
}

// SendContact sends any card of the address book.
func (u *User) SendContact(card telegram.Contact) int64 {
	return u.send(func(m *wireMessage) {
		m.Contact = &wireContact{PhoneNumber: card.PhoneNumber, FirstName: card.FirstName, UserID: card.UserID}
	})
}

// SendPhoto sends a picture; caption may be "".
func (u *User) SendPhoto(caption string) int64 { return u.sendFile("photo", "", caption) }

// SendVoice sends a voice message.
func (u *User) SendVoice() int64 { return u.sendFile("voice", "", "") }

// SendVideo sends a video.
func (u *User) SendVideo(caption string) int64 { return u.sendFile("video", "clip.mp4", caption) }

// SendDocument sends a file.
func (u *User) SendDocument(name, caption string) int64 { return u.sendFile("document", name, caption) }

// SendLocation sends a point on the map.
func (u *User) SendLocation(latitude, longitude float64) int64 {
	return u.send(func(m *wireMessage) { m.Location = &wireLocation{latitude, longitude} })
}

// SendAlbum sends n pictures at once: as many updates, tied by one id, with
// the caption on the first.
func (u *User) SendAlbum(n int, caption string) []int64 {
	s := u.server
	s.mu.Lock()
	defer s.mu.Unlock()
	album := s.nextID("album")
	ids := make([]int64, n)
	for i := range ids {
		ids[i] = u.sendLocked(func(m *wireMessage) {
			u.ownFile("photo", "").attach(m)
			m.MediaGroupID, m.Caption = album, caption
		})
		caption = ""
	}
	return ids
}

func (u *User) sendFile(kind, name, caption string) int64 {
	return u.send(func(m *wireMessage) {
		u.ownFile(kind, name).attach(m)
		m.Caption = caption
	})
}

func (u *User) ownFile(kind, name string) *file {
	content := fmt.Sprintf("%s %d of user %d", kind, u.server.serial, u.id)
	return u.server.keep(kind, upload{name: name, data: []byte(content)})
}

// send puts a message from the user into the chat and tells the bot.
func (u *User) send(fill func(*wireMessage)) int64 {
	u.server.mu.Lock()
	defer u.server.mu.Unlock()
	return u.sendLocked(fill)
}

func (u *User) sendLocked(fill func(*wireMessage)) int64 {
	s, c := u.server, u.chat
	if c.private() && c.blocked {
		u.setBlocked(false)
	}
	c.opened = true
	m := &wireMessage{From: u.person(), Date: s.opts.Now().Unix(), Chat: c.wire}
	fill(m)
	if c.keyboard != nil && c.keyboard.OneTime {
		c.keyboard = nil
	}
	s.post(c, &message{wire: m})
	if s.sees(c, m) {
		s.emit("message", lane{"message", c.wire.ID}, m)
	}
	return m.MessageID
}
