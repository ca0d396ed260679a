package chaos

import (
	"testing"

	"repartee/bot/telegram"
	"repartee/bot/telegram/telegramtest"
)

// TestFront: what a process sends is noted under its name, and a cut reply is of a message that is there.
func TestFront(t *testing.T) {
	server := telegramtest.NewServer(telegramtest.Options{})
	t.Cleanup(server.Close)
	f := newFront(server)
	url, end, err := serve(t.Context(), f)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(end)
	client, err := telegram.New(telegram.Options{Token: server.Token(), APIURL: url + "/bot1.1"})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(client.CloseIdleConnections)
	server.User(7, "Ann", "en").Start("")
	say := func(text string) error {
		_, err := client.Do(t.Context(), telegram.SendMessage{Delivery: telegram.Delivery{ChatID: 7}, Text: text})
		return err
	}
	if err := say("one"); err != nil {
		t.Error(err)
	}
	f.cuts.Add(1)
	if err := say("two"); !telegram.Unknown(err) {
		t.Errorf("what was cut ends with %v", err)
	}
	if err := say(""); err == nil {
		t.Error("an empty text was taken")
	}
	got := f.sentTo(7)
	if len(got) != 2 || got[0].what != "one" || got[0].cut || got[1].what != "two" || !got[1].cut || got[0].by != "bot1.1" || f.total() != 2 {
		t.Errorf("%+v", got)
	}
}
