package telegramtest

import (
	"regexp"

	"repartee/bot/telegram"
)

var (
	commandForm  = regexp.MustCompile(`^[a-z0-9_]{1,32}$`)
	languageForm = regexp.MustCompile(`^([a-z]{2})?$`)
)

func (s *Server) setMyCommands(f *form) (any, *refusal) {
	where, no := commandKey(f)
	if no != nil {
		return nil, no
	}
	var list []wireCommand
	if err := decodeStrict(f.text("commands"), &list); err != nil {
		return nil, badRequest("can't parse BotCommand: %v", err)
	}
	if len(list) > telegram.MaxCommands {
		return nil, badRequest("BOT_COMMANDS_TOO_MUCH: %d, must be at most %d", len(list), telegram.MaxCommands)
	}
	for _, c := range list {
		if !commandForm.MatchString(c.Command) {
			return nil, badRequest("BOT_COMMAND_INVALID: %q", c.Command)
		}
		if n := units(c.Description); n < 1 || n > telegram.MaxCommandDescription {
			return nil, badRequest("BOT_COMMAND_DESCRIPTION_INVALID: %q has %d characters", c.Command, n)
		}
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.commands[where] = list
	return true, nil
}

func (s *Server) getMyCommands(f *form) (any, *refusal) {
	where, no := commandKey(f)
	if no != nil {
		return nil, no
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if list := s.commands[where]; list != nil {
		return list, nil
	}
	return []wireCommand{}, nil
}

func (s *Server) deleteMyCommands(f *form) (any, *refusal) {
	where, no := commandKey(f)
	if no != nil {
		return nil, no
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.commands, where)
	return true, nil
}

// commandKey tells menus apart by scope and language.
func commandKey(f *form) (string, *refusal) {
	scope := struct {
		Type   string `json:"type"`
		ChatID int64  `json:"chat_id"`
		UserID int64  `json:"user_id"`
	}{Type: "default"}
	if raw := f.text("scope"); raw != "" {
		if err := decodeStrict(raw, &scope); err != nil {
			return "", badRequest("can't parse BotCommandScope: %v", err)
		}
	}
	switch scope.Type {
	case "default", "all_private_chats", "all_group_chats", "all_chat_administrators", "chat", "chat_administrators", "chat_member":
	default:
		return "", badRequest("can't parse BotCommandScope: unsupported type %q", scope.Type)
	}
	if !languageForm.MatchString(f.text("language_code")) {
		return "", badRequest("invalid language code specified: %q", f.text("language_code"))
	}
	return string(encode(scope)) + f.text("language_code"), nil
}

// setProfile makes a method that sets one text of the bot's profile.
func setProfile(name string) func(*Server, *form) (any, *refusal) {
	most := map[string]int{
		"name": telegram.MaxName, "description": telegram.MaxDescription, "short_description": telegram.MaxShortDescription,
	}[name]
	return func(s *Server, f *form) (any, *refusal) {
		if n := units(f.text(name)); n > most {
			return nil, badRequest("%s has %d characters, must be at most %d", name, n, most)
		}
		if !languageForm.MatchString(f.text("language_code")) {
			return nil, badRequest("invalid language code specified: %q", f.text("language_code"))
		}
		s.mu.Lock()
		defer s.mu.Unlock()
		s.profile[name+"/"+f.text("language_code")] = f.text(name)
		return true, nil
	}
}

// getProfile makes the method that reads it.
func getProfile(name string) func(*Server, *form) (any, *refusal) {
	return func(s *Server, f *form) (any, *refusal) {
		s.mu.Lock()
		defer s.mu.Unlock()
		value, ok := s.profile[name+"/"+f.text("language_code")]
		if !ok {
			value = s.profile[name+"/"]
		}
		return map[string]string{name: value}, nil
	}
}

func (s *Server) getChat(f *form) (any, *refusal) {
	s.mu.Lock()
	defer s.mu.Unlock()
	c, no := s.lookup(f)
	if no != nil {
		return nil, no
	}
	return struct {
		wireChat
		AccentColorID     int             `json:"accent_color_id"`
		MaxReactionCount  int             `json:"max_reaction_count"`
		AcceptedGiftTypes map[string]bool `json:"accepted_gift_types"`
	}{wireChat: c.wire, MaxReactionCount: 11, AcceptedGiftTypes: map[string]bool{}}, nil
}
