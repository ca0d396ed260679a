package rehearsal

import (
	"context"
	"errors"
	"testing"
	"time"

	"go.uber.org/goleak"

	"repartee/bot/sqlitestore"
	"repartee/bot/telegram"
	"repartee/bot/telegram/telegramtest"
	"repartee/internal/app"
	"repartee/internal/console"
)

func newTestPhones(t *testing.T) *phones {
	t.Helper()
	server := telegramtest.NewServer(telegramtest.Options{})
	t.Cleanup(func() { server.Close(); goleak.VerifyNone(t) })
	kept, err := sqlitestore.Open(t.Context(), sqlitestore.Options{Path: sqlitestore.Memory, Bot: 1})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { kept.Close() })
	p, err := newPhones(server, app.TillOf(kept, app.Settings{}, nil), func(time.Duration) {})
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// next waits for an event of a kind and passes over others.
func next(t *testing.T, events <-chan console.Event, kind console.EventKind) console.Event {
	t.Helper()
	limit := time.After(20 * time.Second)
	for {
		select {
		case e, open := <-events:
			if !open {
				t.Fatalf("no more events before %s", kind)
			}
			if e.Kind == kind {
				return e
			}
		case <-limit:
			t.Fatalf("no %s", kind)
		}
	}
}

func send(t *testing.T, p *phones, r telegram.Request) {
	t.Helper()
	if _, err := p.client.Do(context.Background(), r); err != nil {
		t.Fatal(err)
	}
}

// TestPhones follows a customer of the Bot API server through all that the page
// shows and does.
func TestPhones(t *testing.T) {
	p := newTestPhones(t)
	events, cancel := p.Subscribe()
	defer cancel()
	ada := p.New("Ada", "de")
	next(t, events, console.CustomersChanged)
	id := ada.Customer().ID
	if found, ok := p.Get(id); !ok || found != ada || len(p.All()) != 1 {
		t.Fatal("Ada is not found")
	}
	ada.Start("adv_7")
	if m := next(t, events, console.MessageShown); m.Customer != id || m.Message.Text != "/start adv_7" || m.Message.FromBot {
		t.Errorf("start: %+v", m.Message)
	}
	send(t, p, telegram.SendMessage{
		Delivery: telegram.Delivery{ChatID: id, ReplyMarkup: telegram.InlineKeyboard{Rows: [][]telegram.InlineButton{{{Text: "Ja", CallbackData: "y"}}}}},
		Text:     "Hallo", Entities: []telegram.Entity{{Type: "bold", Length: 5}},
	})
	hello := next(t, events, console.MessageShown).Message
	if !hello.FromBot || hello.Entities[0] != (console.Entity{Type: "bold", Length: 5}) || hello.Buttons[0][0] != (console.Button{Text: "Ja", Data: "y"}) {
		t.Errorf("hello: %+v", hello)
	}
	if err := ada.Press(hello.ID, "y"); err != nil {
		t.Error(err)
	}
	if err := ada.Press(hello.ID, "forged"); !errors.Is(err, console.ErrNotFound) {
		t.Errorf("forged press: %v", err)
	}
	send(t, p, telegram.DeleteMessage{ChatID: id, MessageID: hello.ID})
	if e := next(t, events, console.MessageGone); e.MessageID != hello.ID {
		t.Errorf("gone: %+v", e)
	}
}

func TestPhonesShareAndSend(t *testing.T) {
	p := newTestPhones(t)
	ada := p.New("Ada", "de")
	ada.Start("")
	id := ada.Customer().ID
	send(t, p, telegram.SendMessage{
		Delivery: telegram.Delivery{ChatID: id, ReplyMarkup: telegram.ReplyKeyboard{
			Rows: [][]telegram.KeyboardButton{{{Text: "Nummer", RequestContact: true}}}, OneTime: true, Placeholder: "+49",
		}},
		Text: "Nummer?",
	})
	k := ada.Customer().Keyboard
	if k == nil || k.Placeholder != "+49" || k.Rows[0][0] != (console.Key{Text: "Nummer", Shares: console.Contact}) {
		t.Fatalf("keyboard: %+v", k)
	}
	if err := ada.Tap("Nein"); !errors.Is(err, console.ErrNotFound) {
		t.Errorf("a key that is not there: %v", err)
	}
	if err := ada.Tap("Nummer"); err != nil {
		t.Error(err)
	}
	for _, a := range []console.Attachment{
		console.Photo, console.Voice, console.Location, console.Video, console.Document, console.Stranger, console.Album,
	} {
		ada.Send(a)
	}
	messages := ada.Messages()[2:]
	for i, media := range []string{"contact", "photo", "voice", "location", "video", "document", "contact", "photo", "photo", "photo"} {
		if messages[i].Media != media {
			t.Errorf("message %d is a %q, want a %s", i, messages[i].Media, media)
		}
	}
	if messages[7].Album == "" || messages[7].Album != messages[9].Album {
		t.Errorf("the album: %q, %q", messages[7].Album, messages[9].Album)
	}
	if messages[0].Card.Name != "Ada" || messages[6].Card.Name == "Ada" || messages[3].Point == nil || ada.Customer().Keyboard != nil {
		t.Errorf("card %+v, point %v, keyboard %v", messages[0].Card, messages[3].Point, ada.Customer().Keyboard)
	}
	if data, err := ada.File(t.Context(), messages[1].File); err != nil || len(data) == 0 {
		t.Errorf("file: %d bytes, %v", len(data), err)
	}
	if _, err := p.New("Ben", "en").File(t.Context(), messages[1].File); !errors.Is(err, console.ErrNotFound) {
		t.Errorf("another's file: %v", err)
	}
}

func TestPhonesAnswerMessages(t *testing.T) {
	p := newTestPhones(t)
	ada := p.New("Ada", "de")
	ada.Start("")
	ada.Say("hallo")
	if err := errors.Join(ada.Reply(1, "dazu"), ada.Edit(2, "Hallo!"), ada.React(1, "👍")); err != nil {
		t.Fatal(err)
	}
	m := ada.Messages()
	if m[0].Reaction != "👍" || m[1].Text != "Hallo!" || !m[1].Edited || m[2].ReplyTo != 1 {
		t.Errorf("messages: %+v", m)
	}
	for name, err := range map[string]error{"reply": ada.Reply(9, "x"), "edit": ada.Edit(9, "x"), "react": ada.React(9, "👍")} {
		if !errors.Is(err, console.ErrNotFound) {
			t.Errorf("%s to what is not there: %v", name, err)
		}
	}
	zoe := console.Profile{Name: "Zoë", LastName: "Meier", Username: "zoe_m", Language: "fr"}
	ada.SetProfile(zoe)
	if got := ada.Customer().Profile; got != zoe {
		t.Errorf("profile: %+v", got)
	}
}

func TestPhonesBlock(t *testing.T) {
	p := newTestPhones(t)
	ada := p.New("Ada", "de")
	ada.Start("")
	ada.SetBlocked(true)
	if !ada.Customer().Blocked {
		t.Error("not blocked")
	}
	_, err := p.client.Do(t.Context(), telegram.SendMessage{Delivery: telegram.Delivery{ChatID: ada.Customer().ID}, Text: "Hallo"})
	if err == nil {
		t.Error("a blocked bot can write")
	}
	ada.Say("doch")
	if ada.Customer().Blocked {
		t.Error("still blocked after writing")
	}
}

func TestPhonesWithoutOrders(t *testing.T) {
	p := newTestPhones(t)
	if err := p.New("Ada", "de").Staff(t.Context(), "sent", ""); !errors.Is(err, console.ErrNoOrder) {
		t.Errorf("nothing was ordered: %v", err)
	}
}

func TestPhonesAbout(t *testing.T) {
	p := newTestPhones(t)
	for language, text := range map[string]string{"": "Order", "de": "Bestellen"} {
		if err := p.client.SetMyCommands(t.Context(), []telegram.Command{{Command: "shop", Description: text}}, language); err != nil {
			t.Fatal(err)
		}
		if err := p.client.SetMyDescription(t.Context(), text+".", language); err != nil {
			t.Fatal(err)
		}
	}
	for language, want := range map[string]string{"de": "Bestellen", "de-AT": "Bestellen", "fr": "Order"} {
		about, err := p.New("Ada", language).About(t.Context())
		if err != nil || about.Description != want+"." || len(about.Commands) != 1 || about.Commands[0] != (console.Command{Name: "shop", Description: want}) {
			t.Errorf("%s: %+v %v", language, about, err)
		}
	}
}

func TestPhonesEndWithTheServer(t *testing.T) {
	p := newTestPhones(t)
	events, cancel := p.Subscribe()
	p.server.Close()
	if _, open := <-events; open {
		t.Error("an event of a closed server")
	}
	cancel()
	cancel() // may be called again
}
