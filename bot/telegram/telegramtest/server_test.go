package telegramtest_test

import (
	"context"
	"testing"

	"github.com/google/go-cmp/cmp"

	"repartee/bot/telegram"
	"repartee/bot/telegram/telegramtest"
)

func TestCallLog(t *testing.T) {
	s, c := newServer(t, telegramtest.Options{CallLog: 3})
	s.User(7, "Ada", "").Start("")
	for _, text := range []string{"a", "b", "c", "", "d"} {
		_, _ = c.Do(context.Background(), telegram.SendMessage{Delivery: telegram.Delivery{ChatID: 7}, Text: text}) // the log tells
	}
	var outcomes []int
	var texts []string
	for _, call := range s.Calls("") {
		outcomes = append(outcomes, call.Code)
		texts = append(texts, call.Params["text"])
		if call.Method != "sendMessage" || call.Chat() != 7 || (call.Result == nil) != (call.Code != 0) {
			t.Errorf("%+v", call)
		}
	}
	if diff := cmp.Diff([]string{"c", "", "d"}, texts) + cmp.Diff([]int{0, 400, 0}, outcomes); diff != "" {
		t.Error(diff)
	}
	if s.Served() != 5 || len(s.Calls("getMe")) != 0 {
		t.Error(s.Served())
	}
	silent, c := newServer(t, telegramtest.Options{CallLog: -1})
	if _, err := c.Me(context.Background()); err != nil || silent.Calls("") != nil || silent.Served() != 1 {
		t.Error(err, silent.Calls(""))
	}
}

func TestEvents(t *testing.T) {
	s, c := newServer(t, telegramtest.Options{})
	events, cancel := s.Subscribe()
	ctx := context.Background()
	u := s.User(7, "Ada", "")
	u.Start("")
	for _, r := range []telegram.Request{
		telegram.SendChatAction{ChatID: 7, Action: "typing"},
		telegram.SendMessage{Delivery: telegram.Delivery{ChatID: 7, ReplyMarkup: telegram.InlineKeyboard{Rows: [][]telegram.InlineButton{{{Text: "A", CallbackData: "a"}}}}}, Text: "?"},
		telegram.EditMessageReplyMarkup{ChatID: 7, MessageID: 2},
	} {
		if _, err := c.Do(ctx, r); err != nil {
			t.Fatal(err)
		}
	}
	query, err := u.PressData(2, "a")
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range []telegram.Request{telegram.AnswerCallbackQuery{CallbackQueryID: query, Text: "ok"}, telegram.DeleteMessage{ChatID: 7, MessageID: 2}} {
		if _, err := c.Do(ctx, r); err != nil {
			t.Fatal(err)
		}
	}
	cancel()
	cancel()
	var have []telegramtest.Event
	for e := range events {
		if (e.Kind == telegramtest.MessageSent || e.Kind == telegramtest.MessageEdited) && e.Message.ID != e.MessageID {
			t.Errorf("%+v", e)
		}
		e.Message = telegramtest.Message{}
		have = append(have, e)
	}
	want := []telegramtest.Event{
		{Kind: telegramtest.MessageSent, Chat: 7, MessageID: 1},
		{Kind: telegramtest.ActionShown, Chat: 7, Action: "typing"},
		{Kind: telegramtest.MessageSent, Chat: 7, MessageID: 2},
		{Kind: telegramtest.MessageEdited, Chat: 7, MessageID: 2},
		{Kind: telegramtest.PressAnswered, Chat: 7, User: 7, Answer: telegramtest.Answer{QueryID: query, Text: "ok"}},
		{Kind: telegramtest.MessageDeleted, Chat: 7, MessageID: 2},
	}
	if diff := cmp.Diff(want, have); diff != "" {
		t.Error(diff)
	}
}

// Who reads no events holds nobody up, and learns that it has missed some.
func TestEventsForWhoDoesNotRead(t *testing.T) {
	s, _ := newServer(t, telegramtest.Options{})
	events, cancel := s.Subscribe()
	defer cancel()
	u := s.User(7, "Ada", "")
	for range 3000 {
		u.Say("x")
	}
	n := 0
	for range events {
		n++
	}
	if n == 0 || n >= 3000 {
		t.Errorf("%d events", n)
	}
}

func TestHistoryIsBounded(t *testing.T) {
	s, c := newServer(t, telegramtest.Options{History: 10})
	u := s.User(7, "Ada", "")
	for range 25 {
		u.Say("x")
	}
	if m := u.Messages(); len(m) != 10 || m[9].ID != 25 {
		t.Errorf("%d messages, the last one %d", len(m), m[len(m)-1].ID)
	}
	if _, err := c.Do(context.Background(), telegram.DeleteMessage{ChatID: 7, MessageID: 25}); err != nil || len(u.Messages()) != 9 {
		t.Error(err)
	}
}

func TestProfile(t *testing.T) {
	_, c := newServer(t, telegramtest.Options{})
	ctx := context.Background()
	help := []telegram.Command{{Command: "help", Description: "Hilfe"}}
	if err := c.SetMyCommands(ctx, help, "de"); err != nil {
		t.Fatal(err)
	}
	commands := func(language string) (list []telegram.Command) {
		t.Helper()
		raw, err := c.Call(ctx, "getMyCommands", params("language_code", language))
		if err != nil {
			t.Fatal(err)
		}
		decode(t, raw, &list)
		return list
	}
	if diff := cmp.Diff(help, commands("de")); diff != "" || len(commands("")) != 0 {
		t.Error(diff, commands(""))
	}
	if _, err := c.Call(ctx, "deleteMyCommands", params("language_code", "de", "scope", `{"type":"default"}`)); err != nil || len(commands("de")) != 0 {
		t.Error(err, commands("de"))
	}
	if _, err := c.Call(ctx, "setMyDescription", params("description", "Hello")); err != nil {
		t.Fatal(err)
	}
	raw, err := c.Call(ctx, "getMyDescription", params("language_code", "fr"))
	if err != nil || string(raw) != `{"description":"Hello"}` {
		t.Error(string(raw), err)
	}
}

// A server that is closed lets go of all who wait.
func TestCloseEndsWhatWaits(t *testing.T) {
	s, c := newServer(t, telegramtest.Options{})
	u := s.User(7, "Ada", "")
	held := make(chan string, 1)
	go func() { held <- got(t, c, "timeout", "50") }()
	waited := make(chan bool, 1)
	go func() { waited <- u.Wait(context.Background(), func([]telegramtest.Message) bool { return false }) }()
	s.Close()
	if have := <-held; have != "" || <-waited {
		t.Error(have)
	}
}

func BenchmarkSendMessage(b *testing.B) {
	s := telegramtest.NewServer(telegramtest.Options{CallLog: -1})
	defer s.Close()
	s.User(7, "Ada", "").Start("")
	c, err := telegram.New(telegram.Options{Token: s.Token(), APIURL: s.URL(), HTTP: s.HTTPClient()})
	if err != nil {
		b.Fatal(err)
	}
	kept, err := telegram.Encode(telegram.SendMessage{Delivery: telegram.Delivery{ChatID: 7, ReplyMarkup: telegram.InlineKeyboard{
		Rows: [][]telegram.InlineButton{{{Text: "Yes", CallbackData: "1.y"}}, {{Text: "No", CallbackData: "1.n"}}},
	}}, Text: "What would you like?", Entities: []telegram.Entity{{Type: "bold", Length: 4}}})
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := c.DoEncoded(context.Background(), kept); err != nil {
			b.Fatal(err)
		}
	}
}
