package bot_test

import (
	"testing"

	"repartee/bot"
	"repartee/bot/telegram"
	"repartee/flows"
)

func TestInputs(t *testing.T) {
	const from = `"from":{"id":7,"first_name":"Ann"},"chat":{"id":7,"type":"private"},"message_id":3`
	r := &rig{TB: t, server: newServer(t), store: file(t)}
	_, b := r.make(oneFlow(t, quietFlow))
	for name, tt := range map[string]struct {
		update string
		want   flows.Input
	}{
		"photo": {`"message":{` + from + `,"caption":"Look","media_group_id":"g","photo":[{"file_id":"small"},{"file_id":"large"}]}`,
			flows.Input{What: flows.Media, Medium: flows.Photo, FileID: "large", Caption: "Look", Album: "g", Message: 3}},
		"video":     {`"message":{` + from + `,"video":{"file_id":"v"}}`, flows.Input{What: flows.Media, Medium: flows.Video, FileID: "v", Message: 3}},
		"voice":     {`"message":{` + from + `,"voice":{"file_id":"v"}}`, flows.Input{What: flows.Media, Medium: flows.Voice, FileID: "v", Message: 3}},
		"file":      {`"message":{` + from + `,"document":{"file_id":"d"}}`, flows.Input{What: flows.Media, Medium: flows.File, FileID: "d", Message: 3}},
		"animation": {`"message":{` + from + `,"animation":{"file_id":"a"},"document":{"file_id":"a"}}`, flows.Input{What: flows.Media, Medium: flows.Other, FileID: "a", Message: 3}},
		"sticker":   {`"message":{` + from + `,"sticker":{"file_id":"s"}}`, flows.Input{What: flows.Media, Medium: flows.Other, Message: 3}},
		"location": {`"message":{` + from + `,"location":{"latitude":52.5,"longitude":13.25}}`,
			flows.Input{What: flows.Media, Medium: flows.Location, Spot: &flows.Spot{Latitude: 52.5, Longitude: 13.25}, Message: 3}},
		"venue": {`"message":{` + from + `,"venue":{"title":"Café","location":{"latitude":1,"longitude":2}},"location":{"latitude":1,"longitude":2}}`,
			flows.Input{What: flows.Media, Medium: flows.Location, Spot: &flows.Spot{Latitude: 1, Longitude: 2}, Message: 3}},
		"reaction": {`"message_reaction":{"chat":{"id":7,"type":"private"},"user":{"id":7,"first_name":"Ann"},"message_id":5,"old_reaction":[],"new_reaction":[{"type":"emoji","emoji":"👍"}]}`,
			flows.Input{What: flows.Reacted, On: 5, Event: "👍"}},
		"reaction taken back": {`"message_reaction":{"chat":{"id":7,"type":"private"},"user":{"id":7,"first_name":"Ann"},"message_id":5,"new_reaction":[]}`,
			flows.Input{What: flows.Reacted, On: 5}},
	} {
		t.Run(name, func(t *testing.T) {
			update, err := telegram.DecodeUpdate([]byte(`{"update_id":9,` + tt.update + `}`))
			if err != nil {
				t.Fatal(err)
			}
			chat, got, ok := b.InputOf(&update)
			tt.want.ID, tt.want.At, tt.want.Seed, tt.want.From, tt.want.Me = "u9", got.At, got.Seed, flows.Person{FirstName: "Ann"}, b.Code(7)
			if chat != 7 || !ok {
				t.Errorf("of chat %d, %v", chat, ok)
			}
			same(t, tt.want, got)
		})
	}
}

// TestReaction makes an emoji at a message an input, which says nothing.
func TestReaction(t *testing.T) {
	r := newRig(t, oneFlow(t, quietFlow), file(t))
	c := r.user(1)
	c.Start("")
	c.hears(1)
	before := r.state(1)
	if err := c.React(c.Messages()[1].ID, "👍"); err != nil {
		t.Fatal(err)
	}
	eventually(t, "it is received", func() bool { return r.server.Pending() == 0 })
	c.Start("")
	c.hears(2)
	if after := r.state(1); after.Contact.Key != before.Contact.Key {
		t.Error("another contact")
	}
	r.nothingDied()
}

// TestTyping shows that the bot is at work, and keeps it nowhere.
func TestTyping(t *testing.T) {
	if entries := bot.Entries(1, flows.Typing{}); len(entries) > 0 {
		t.Errorf("%d entries", len(entries))
	}
	p := newParcels(t, answers(200, `{}`))
	r := newRig(t, parcelSet(t, `{get: "`+p.URL+`/{{ number }}", needs: {number: text}, gives: {at: text}}`), file(t), private)
	c := r.user(1)
	c.Start("")
	c.hears(1)
	c.Say("7")
	c.hears(2)
	if calls := r.server.Calls("sendChatAction"); len(calls) != 1 || calls[0].Params["action"] != "typing" {
		t.Errorf("shown %+v", calls)
	}
}
