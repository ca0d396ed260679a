package telegramtest_test

import (
	"context"
	"errors"
	"strings"
	"testing"

	"repartee/bot/telegram"
	"repartee/bot/telegram/telegramtest"
)

// What a phone does arrives as an update that the client understands.
func TestUserActions(t *testing.T) {
	tests := []struct {
		name string
		do   func(*testing.T, *telegramtest.User)
		ok   func(telegram.Update) bool
	}{
		{"say", func(_ *testing.T, u *telegramtest.User) { u.Say("hello /help you") },
			func(u telegram.Update) bool {
				m := u.Message
				return m.Text == "hello /help you" && m.From.LanguageCode == "de" && m.Chat.Private() && m.Chat.ID == 7 &&
					m.Entities[0] == telegram.Entity{Type: "bot_command", Offset: 6, Length: 5}
			}},
		{"start", func(_ *testing.T, u *telegramtest.User) { u.Start("adv_1") },
			func(u telegram.Update) bool { return u.Message.Text == "/start adv_1" }},
		{"reply", func(_ *testing.T, u *telegramtest.User) { u.Reply(1, "to that") },
			func(u telegram.Update) bool { return u.Message.ReplyTo.ID == 1 }},
		{"edit", func(t *testing.T, u *telegramtest.User) {
			if err := u.Edit(1, "changed"); err != nil {
				t.Error(err)
			}
		}, func(u telegram.Update) bool { return u.EditedMessage.Text == "changed" && u.EditedMessage.EditDate > 0 }},
		{"another name", func(_ *testing.T, u *telegramtest.User) {
			u.SetProfile("Zoë", "Meier", "zoe_m", "fr")
			u.ShareContact()
		}, func(u telegram.Update) bool {
			from := u.Message.From
			return from.FirstName == "Zoë" && from.LastName == "Meier" && from.Username == "zoe_m" && from.LanguageCode == "fr" &&
				from.ID == 7 && u.Message.Contact.FirstName == "Zoë"
		}},
		{"own card", func(_ *testing.T, u *telegramtest.User) { u.ShareContact() },
			func(u telegram.Update) bool {
				return u.Message.Contact.UserID == 7 && u.Message.Contact.PhoneNumber == "+49300000007"
			}},
		{"another's card", func(_ *testing.T, u *telegramtest.User) {
			u.SendContact(telegram.Contact{PhoneNumber: "+1", FirstName: "Bob"})
		}, func(u telegram.Update) bool {
			return u.Message.Contact.UserID == 0 && u.Message.Contact.FirstName == "Bob"
		}},
		{"photo", func(_ *testing.T, u *telegramtest.User) { u.SendPhoto("look") },
			func(u telegram.Update) bool { return len(u.Message.Photo) > 0 && u.Message.Caption == "look" }},
		{"voice", func(_ *testing.T, u *telegramtest.User) { u.SendVoice() },
			func(u telegram.Update) bool { return u.Message.Voice.FileID != "" }},
		{"video", func(_ *testing.T, u *telegramtest.User) { u.SendVideo("") },
			func(u telegram.Update) bool { return u.Message.Video.FileID != "" }},
		{"document", func(_ *testing.T, u *telegramtest.User) { u.SendDocument("a.pdf", "") },
			func(u telegram.Update) bool { return u.Message.Document.FileName == "a.pdf" }},
		{"location", func(_ *testing.T, u *telegramtest.User) { u.SendLocation(1.5, -2) },
			func(u telegram.Update) bool {
				return *u.Message.Location == telegram.Location{Latitude: 1.5, Longitude: -2}
			}},
		{"forged press", func(t *testing.T, u *telegramtest.User) {
			if _, err := u.PressData(1, "forged"); err != nil {
				t.Error(err)
			}
		}, func(u telegram.Update) bool {
			return u.CallbackQuery.Data == "forged" && u.CallbackQuery.From.ID == 7 && u.CallbackQuery.Message.ID == 1
		}},
		{"block", func(_ *testing.T, u *telegramtest.User) { u.Block(); u.Block() },
			func(u telegram.Update) bool {
				return u.MyChatMember.New.Status == "kicked" && u.MyChatMember.Old.Status == "member" && u.MyChatMember.Chat.ID == 7
			}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s, c := newServer(t, telegramtest.Options{})
			u := s.User(7, "Ada", "de")
			u.Say("first")
			tt.do(t, u)
			list := poll(t, c)
			if len(list) != 2 || !tt.ok(list[1]) {
				t.Errorf("%d updates: %s", len(list), list[len(list)-1].Raw)
			}
		})
	}
}

// TestReactions puts an emoji at a message and takes it back; a bot is told only if it asks for such updates.
func TestReactions(t *testing.T) {
	s, c := newServer(t, telegramtest.Options{})
	received := func(offset int64) []telegram.Update {
		raw, err := c.Call(patience(t), "getUpdates", params("offset", itoa(offset), "allowed_updates", `["message_reaction"]`))
		if err != nil {
			t.Fatal(err)
		}
		list, err := telegram.DecodeUpdates(raw)
		if err != nil {
			t.Fatal(err)
		}
		return list
	}
	received(0)
	u := s.User(7, "Ada", "de")
	u.Say("first")
	next := int64(0)
	for _, emoji := range []string{"👍", ""} {
		if err := u.React(1, emoji); err != nil || u.Messages()[0].Reaction != emoji || u.Messages()[0].Edited {
			t.Errorf("%v, shown %+v", err, u.Messages()[0])
		}
		got := received(next)
		if len(got) != 1 || len(got[0].Reaction.New) != len(emoji)/len("👍") {
			t.Fatalf("after %q: %+v", emoji, got)
		}
		next = got[0].ID + 1
	}
	if err := u.React(2, "👍"); err == nil {
		t.Error("a reaction to nothing")
	}
}

func TestPressing(t *testing.T) {
	inBubble(t, telegramtest.Options{}, testPressing)
}

func testPressing(t *testing.T, s *telegramtest.Server, c *telegram.Client) {
	ctx := t.Context()
	u := s.User(7, "Ada", "")
	u.Start("")
	for range 2 {
		if _, err := c.Do(ctx, telegram.SendMessage{Text: "?", Delivery: telegram.Delivery{ChatID: 7, ReplyMarkup: telegram.InlineKeyboard{
			Rows: [][]telegram.InlineButton{{{Text: "Yes", CallbackData: "y"}, {Text: "Site", URL: "https://example.com"}}},
		}}}); err != nil {
			t.Fatal(err)
		}
	}
	poll(t, c)
	for _, press := range []struct {
		message int64
		button  string
		want    int64 // the message pressed; 0: refused
	}{{0, "Yes", 3}, {2, "Yes", 2}, {0, "y", 3}, {0, "No", 0}, {1, "Yes", 0}, {0, "Site", 0}} {
		id, err := u.Press(press.message, press.button)
		list := poll(t, c)
		if press.want == 0 {
			if err == nil || len(list) != 0 {
				t.Errorf("%+v was taken", press)
			}
			continue
		}
		if err != nil || len(list) != 1 || list[0].CallbackQuery.ID != id || list[0].CallbackQuery.Message.ID != press.want {
			t.Errorf("%+v: %v %+v", press, err, list)
		}
		if _, answered := s.Answer(id); answered {
			t.Error("answered by nobody")
		}
		if _, err := c.Do(ctx, telegram.AnswerCallbackQuery{CallbackQueryID: id, Text: "ok", ShowAlert: true}); err != nil {
			t.Error(err)
		}
		if a, ok := s.Answer(id); !ok || a.Text != "ok" || !a.Alert {
			t.Errorf("%+v %v", a, ok)
		}
		if _, err := c.Do(ctx, telegram.AnswerCallbackQuery{CallbackQueryID: id}); !telegram.Harmless(err) {
			t.Errorf("a second answer: %v", err)
		}
	}
	if _, err := u.PressData(99, "y"); err == nil {
		t.Error("pressed what is not there")
	}
	if err := u.Edit(2, "x"); err == nil {
		t.Error("edited what the bot has written")
	}
}

func TestReplyKeyboard(t *testing.T) {
	s, c := newServer(t, telegramtest.Options{})
	u := s.User(7, "Ada", "")
	u.Start("")
	if err := u.Tap("Number"); err == nil {
		t.Error("tapped without a keyboard")
	}
	show := func(m telegram.ReplyMarkup) {
		t.Helper()
		if _, err := c.Do(context.Background(), telegram.SendMessage{Text: "?", Delivery: telegram.Delivery{ChatID: 7, ReplyMarkup: m}}); err != nil {
			t.Fatal(err)
		}
	}
	keys := [][]telegram.KeyboardButton{{{Text: "Number", RequestContact: true}, {Text: "Here", RequestLocation: true}, {Text: "Later"}}}
	show(telegram.ReplyKeyboard{Rows: keys, Resize: true})
	if k := u.Keyboard(); k == nil || len(k.Rows[0]) != 3 || !k.Resize {
		t.Errorf("%+v", k)
	}
	for _, label := range []string{"Number", "Here", "Later"} {
		if err := u.Tap(label); err != nil {
			t.Error(err)
		}
	}
	if err := u.Tap("Never"); err == nil {
		t.Error("tapped what is not there")
	}
	screen := u.Messages()
	got := screen[len(screen)-3:]
	if got[0].Contact == nil || got[0].Contact.UserID != 7 || got[1].Location == nil || got[2].Text != "Later" {
		t.Errorf("%+v", got)
	}
	show(telegram.ReplyKeyboardRemove{})
	if u.Keyboard() != nil {
		t.Error("the keyboard is still there")
	}
	show(telegram.ReplyKeyboard{Rows: keys, OneTime: true})
	u.Say("typed")
	if u.Keyboard() != nil {
		t.Error("a keyboard for once is still there")
	}
}

func TestScreen(t *testing.T) {
	s, c := newServer(t, telegramtest.Options{})
	ctx := context.Background()
	u := s.User(7, "Ada", "")
	first := u.Start("")
	raw, err := c.Do(ctx, telegram.SendPhoto{Delivery: telegram.Delivery{ChatID: 7, ReplyParameters: &telegram.ReplyParameters{MessageID: first}},
		Photo: "attach://p", Caption: telegram.Caption{Caption: "shop", CaptionEntities: []telegram.Entity{{Type: "bold", Length: 4}}}},
		telegram.File{Field: "p", Name: "shop.jpg", Data: []byte("jpg")})
	if err != nil {
		t.Fatal(err)
	}
	id := telegram.MessageID(raw)
	shown := u.Messages()[1]
	if shown.ID != id || !shown.FromBot || shown.Text != "shop" || shown.Media != "photo" || shown.ReplyTo != first || shown.Entities[0].Type != "bold" || shown.Edited {
		t.Errorf("%+v", shown)
	}
	if _, err := c.Call(ctx, "editMessageCaption", params("chat_id", "7", "message_id", itoa(id), "caption", "the shop")); err != nil {
		t.Fatal(err)
	}
	if shown = u.Messages()[1]; shown.Text != "the shop" || !shown.Edited {
		t.Errorf("%+v", shown)
	}
	if _, err := c.Do(ctx, telegram.DeleteMessage{ChatID: 7, MessageID: id}); err != nil || len(u.Messages()) != 1 {
		t.Error(err, u.Messages())
	}
	if ids := u.SendAlbum(3, "c"); len(ids) != 3 {
		t.Error(ids)
	}
	list := poll(t, c)
	for _, up := range list[1:] {
		if up.Message.MediaGroupID == "" || up.Message.MediaGroupID != list[1].Message.MediaGroupID {
			t.Errorf("album: %s", up.Raw)
		}
	}
}

func TestChatsThatCannotBeWrittenTo(t *testing.T) {
	s, c := newServer(t, telegramtest.Options{})
	write := func(chat int64) error {
		_, err := c.Do(context.Background(), telegram.SendMessage{Delivery: telegram.Delivery{ChatID: chat}, Text: "x"})
		return err
	}
	u := s.User(7, "Ada", "")
	want := func(what string) {
		t.Helper()
		if err := write(7); !telegram.Blocked(err) || !strings.Contains(err.Error(), what) {
			t.Errorf("%v, want %q", err, what)
		}
	}
	want("can't initiate conversation")
	u.Start("")
	if err := write(7); err != nil {
		t.Error(err)
	}
	u.Block()
	want("blocked by the user")
	u.Say("back again")
	if err := write(7); err != nil {
		t.Error(err)
	}
	list := poll(t, c)
	if kinds := []string{list[1].Kind, list[2].Kind, list[3].Kind}; strings.Join(kinds, " ") != "my_chat_member my_chat_member message" || list[2].MyChatMember.New.Status != "member" {
		t.Errorf("%v", kinds)
	}
	u.Block()
	u.Unblock()
	if err := write(7); err != nil {
		t.Error(err)
	}
	u.Deactivate()
	want("deactivated")
	g := s.Group(-5, "Friends")
	u.In(g).Block()
	if err := write(-5); !telegram.Blocked(err) || !strings.Contains(err.Error(), "kicked from the supergroup") {
		t.Error(err)
	}
}

func TestGroupPrivacy(t *testing.T) {
	for _, all := range []bool{false, true} {
		s, c := newServer(t, telegramtest.Options{ReadsGroups: all})
		g := s.Group(-5, "Friends")
		u := s.User(7, "Ada", "").In(g)
		if _, err := c.Do(context.Background(), telegram.SendMessage{Delivery: telegram.Delivery{ChatID: g.ID()}, Text: "hi all"}); err != nil {
			t.Fatal(err)
		}
		for _, text := range []string{"talk", "/start@other_bot", "/start@Test_Bot go", "/help", "ask @test_bot"} {
			u.Say(text)
		}
		u.Reply(1, "to the bot")
		u.Reply(2, "to somebody")
		want := 4
		if all {
			want = 7
		}
		if list := poll(t, c); len(list) != want || list[0].Message.Chat.Type != "supergroup" || list[0].Message.From.ID != 7 {
			t.Errorf("reads all %v: %d updates, want %d", all, len(list), want)
		}
	}
}

func TestWait(t *testing.T) {
	s, c := newServer(t, telegramtest.Options{})
	u := s.User(7, "Ada", "")
	u.Start("")
	sent := make(chan error, 1)
	go func() {
		_, err := c.Do(context.Background(), telegram.SendMessage{Delivery: telegram.Delivery{ChatID: 7}, Text: "hello"})
		sent <- err
	}()
	if !u.Wait(patience(t), func(m []telegramtest.Message) bool { return len(m) == 2 && m[1].Text == "hello" }) {
		t.Error("it did not come")
	}
	if err := <-sent; err != nil {
		t.Error(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if u.Wait(ctx, func([]telegramtest.Message) bool { return false }) {
		t.Error("it never came")
	}
}

func TestFiles(t *testing.T) {
	s, c := newServer(t, telegramtest.Options{})
	ctx := context.Background()
	s.User(7, "Ada", "").Start("")
	up := telegram.File{Field: "document", Name: "menu.pdf", Data: []byte("coffee 3.20")}
	var sent struct {
		Document telegram.Attachment `json:"document"`
	}
	raw, err := c.Call(ctx, "sendDocument", params("chat_id", "7"), up)
	if err != nil {
		t.Fatal(err)
	}
	decode(t, raw, &sent)
	first := sent.Document
	for _, again := range []struct {
		p     telegram.Params
		files []telegram.File
	}{{params("chat_id", "7", "document", first.FileID), nil}, {params("chat_id", "7"), []telegram.File{up}}} {
		if raw, err = c.Call(ctx, "sendDocument", again.p, again.files...); err != nil {
			t.Fatal(err)
		}
		decode(t, raw, &sent)
		if sent.Document.UniqueID != first.UniqueID || sent.Document.FileName != "menu.pdf" {
			t.Errorf("%+v, want as %+v", sent.Document, first)
		}
	}
	if _, err := c.Call(ctx, "sendPhoto", params("chat_id", "7", "photo", first.FileID)); !strings.Contains(description(t, err), "type of file mismatch") {
		t.Error(err)
	}
	if _, err := c.Call(ctx, "sendPhoto", params("chat_id", "7", "photo", "x"), up); !strings.Contains(description(t, err), "nothing refers to") {
		t.Error(err)
	}
	empty := telegram.File{Field: "photo", Name: "x"}
	if _, err := c.Call(ctx, "sendPhoto", params("chat_id", "7"), empty); !strings.Contains(description(t, err), "non-empty") {
		t.Error(err)
	}
	huge := telegram.File{Field: "photo", Name: "x", Data: make([]byte, telegram.MaxPhotoUpload+1)}
	var e *telegram.Error
	if _, err := c.Call(ctx, "sendPhoto", params("chat_id", "7"), huge); !errors.As(err, &e) || e.Code != 413 {
		t.Error(err)
	}
	if raw, err = c.Call(ctx, "getFile", params("file_id", first.FileID)); err != nil {
		t.Fatal(err)
	}
	var file struct {
		Path string `json:"file_path"`
	}
	decode(t, raw, &file)
	if got := fetch(t, s, s.URL()+"/file/bot"+s.Token()+"/"+file.Path); got != "coffee 3.20" {
		t.Errorf("%q", got)
	}
}
