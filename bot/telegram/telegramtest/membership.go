package telegramtest

import "strings"

// Block blocks the bot, or in a group removes it.
func (u *User) Block() { u.change(true) }

// Unblock takes it back. Writing to a blocked bot does so too.
func (u *User) Unblock() { u.change(false) }

// Deactivate deletes the user's account: nothing can be sent there any more.
func (u *User) Deactivate() {
	u.server.mu.Lock()
	defer u.server.mu.Unlock()
	u.chat.gone = true
}

func (u *User) change(blocked bool) {
	u.server.mu.Lock()
	defer u.server.mu.Unlock()
	u.setBlocked(blocked)
}

// setBlocked tells the bot of its new standing, if that is new.
func (u *User) setBlocked(blocked bool) {
	s, c := u.server, u.chat
	if c.blocked == blocked {
		return
	}
	c.blocked = blocked
	before, after := "member", "kicked"
	if !blocked {
		before, after = after, before
	}
	s.emit("my_chat_member", lane{"my_chat_member", c.wire.ID}, &wireChatMemberUpdated{
		Chat: c.wire, From: *u.person(), Date: s.opts.Now().Unix(),
		OldChatMember: s.standing(before), NewChatMember: s.standing(after),
	})
}

func (s *Server) standing(status string) wireChatMember {
	m := wireChatMember{User: s.self, Status: status}
	if status == "kicked" {
		var never int64
		m.UntilDate = &never
	}
	return m
}

// sees tells whether the bot is told of a message: in a group with privacy on
// only of commands that may be meant for it, of replies to it, and of mentions.
// https://core.telegram.org/bots/features#privacy-mode
func (s *Server) sees(c *chat, m *wireMessage) bool {
	if c.private() || s.opts.ReadsGroups {
		return true
	}
	if c.blocked {
		return false
	}
	if r := m.ReplyToMessage; r != nil && r.From != nil && r.From.ID == s.self.ID {
		return true
	}
	text := m.Text + m.Caption
	mention := "@" + strings.ToLower(s.self.Username)
	if strings.Contains(strings.ToLower(text), mention) {
		return true
	}
	command, _, _ := strings.Cut(text, " ")
	return strings.HasPrefix(command, "/") && !strings.Contains(command, "@")
}
