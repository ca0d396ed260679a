package bot_test

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"

	"repartee/bot"
	"repartee/bot/telegram/telegramtest"
	"repartee/flows"
	"repartee/flows/expr"
)

const quietFlow = `
flow: order
steps:
  - say: Hello.
`

// mediaFolder holds a file for each hash that does not say "gone".
func mediaFolder(o *bot.Options) {
	o.Media = func(hash string) (io.ReadCloser, error) {
		switch hash {
		case "gone":
			return nil, errors.New("no such file")
		case "huge":
			return io.NopCloser(bytes.NewReader(make([]byte, 11<<20))), nil
		}
		return io.NopCloser(strings.NewReader("content of " + hash)), nil
	}
}

// sends is a rig whose bot has said hello to one customer.
func sends(t *testing.T) (*rig, *customer) {
	t.Helper()
	r := newRig(t, oneFlow(t, quietFlow), file(t), mediaFolder)
	c := r.user(1)
	c.Start("")
	c.hears(1)
	return r, c
}

// does leaves effects for the customer and waits for so many messages in all.
func (r *rig) does(c *customer, messages int, effects ...flows.Effect) []telegramtest.Message {
	r.Helper()
	r.leave(c.ID(), bot.Entries(c.ID(), effects...)...)
	c.hears(messages)
	return slices.DeleteFunc(c.Messages(), func(m telegramtest.Message) bool { return !m.FromBot })
}

func hashed(medium flows.Medium, hash string) flows.Attachment {
	return flows.Attachment{Medium: medium, Name: hash + ".bin", Hash: hash}
}

// uploads are the names of all files that were uploaded by calls of a method.
func (r *rig) uploads(method string) (out []string) {
	for _, c := range r.server.Calls(method) {
		out = append(out, c.Files...)
	}
	return out
}

func TestMediaIsUploadedOnce(t *testing.T) {
	r, c := sends(t)
	photo := flows.Send{
		Text: "Our shop", Entities: []expr.Entity{{Type: "bold", Offset: 0, Length: 3}}, Media: []flows.Attachment{hashed(flows.Photo, "shop")},
		Buttons: [][]flows.PressButton{{{Label: "Go", Data: "go"}}},
	}
	m := r.does(c, 2, photo)[1]
	if m.Media != "photo" || m.Text != "Our shop" || len(m.Entities) != 1 || len(m.Buttons) != 1 {
		t.Errorf("shown %+v", m)
	}
	again := r.does(c, 3, photo)[2]
	if again.FileID != m.FileID {
		t.Errorf("file id %s, then %s", m.FileID, again.FileID)
	}
	r.stop()
	r.start(oneFlow(t, quietFlow), mediaFolder)
	if restarted := r.does(c, 4, photo)[3]; restarted.FileID != m.FileID {
		t.Errorf("file id %s, after a restart %s", m.FileID, restarted.FileID)
	}
	r.does(c, 5, flows.Send{Media: []flows.Attachment{hashed(flows.File, "shop")}})
	r.stop()
	if n := len(r.uploads("sendPhoto")); n != 1 {
		t.Errorf("the photo was uploaded %d times", n)
	}
	if n := len(r.uploads("sendDocument")); n != 1 {
		t.Errorf("sent as a file it was uploaded %d times", n)
	}
}

// TestLostFileID uploads anew what Telegram does not know any more.
func TestLostFileID(t *testing.T) {
	r, c := sends(t)
	album := flows.Send{Text: "Two", Media: []flows.Attachment{hashed(flows.Photo, "a"), hashed(flows.Video, "b")}}
	first := r.does(c, 3, album)
	r.server.LoseFiles()
	second := r.does(c, 5, album)
	for i := 1; i <= 2; i++ {
		if second[i+2].FileID == first[i].FileID || second[i+2].Media != first[i].Media {
			t.Errorf("item %d: %+v after %+v", i, second[i+2], first[i])
		}
	}
	third := r.does(c, 7, album)
	if third[5].FileID != second[3].FileID || third[6].FileID != second[4].FileID {
		t.Error("the new ids are not kept")
	}
}

// TestMediaKinds shows what becomes of each effect, one after the other.
func TestMediaKinds(t *testing.T) {
	buttons := [][]flows.PressButton{{{Label: "Go", Data: "go"}}}
	for _, tt := range []struct {
		name string
		send flows.Send
		want []string // media or -, text, album, buttons
	}{
		{"voice", flows.Send{Media: []flows.Attachment{hashed(flows.Voice, "v")}}, []string{"voice"}},
		{"inline data", flows.Send{Text: "Yours", Media: []flows.Attachment{{Medium: flows.File, Name: "mydata.json", Data: []byte("{}")}}}, []string{"document Yours"}},
		{"location", flows.Send{Location: &flows.Spot{Latitude: 52.5, Longitude: 13.4}, Buttons: buttons}, []string{"location [Go]"}},
		{"album", flows.Send{Text: "All", Media: photos(3)}, []string{"photo All album", "photo album", "photo album"}},
		{"album with buttons", flows.Send{Text: "All", Media: photos(2), Buttons: buttons}, []string{"photo album", "photo album", "- All [Go]"}},
		{"eleven", flows.Send{Text: "All", Media: photos(11)},
			append(append([]string{"photo All album"}, slices.Repeat([]string{"photo album"}, 9)...), "photo")},
		{"files beside pictures", flows.Send{Text: "All", Media: append(photos(2), hashed(flows.File, "f"), hashed(flows.File, "g"))},
			[]string{"photo All album", "photo album", "document album", "document album"}},
		{"a file is gone", flows.Send{Text: "Look", Media: []flows.Attachment{hashed(flows.Photo, "gone")}, Buttons: buttons}, []string{"- Look [Go]"}},
		{"one of two is gone", flows.Send{Text: "Look", Media: []flows.Attachment{hashed(flows.Photo, "gone"), hashed(flows.Photo, "a")}}, []string{"photo Look"}},
		{"one of three is gone", flows.Send{Text: "Look", Media: append([]flows.Attachment{hashed(flows.Photo, "gone")}, photos(2)...)},
			[]string{"photo Look album", "photo album"}},
		{"all are gone", flows.Send{Text: "Look", Media: []flows.Attachment{hashed(flows.Photo, "gone"), hashed(flows.Photo, "gone")}}, []string{"- Look"}},
		{"too large for a photo", flows.Send{Text: "Look", Media: []flows.Attachment{hashed(flows.Photo, "huge")}}, []string{"- Look"}},
		{"an unknown file id", flows.Send{Text: "Look", Media: []flows.Attachment{{Medium: flows.Photo, FileID: "nonsense"}}}, []string{"- Look"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			r, c := sends(t)
			shown := r.does(c, 1+len(tt.want), tt.send)
			for i, m := range shown[1:] {
				if got := summary(m); got != tt.want[i] {
					t.Errorf("message %d is %q, not %q", i+1, got, tt.want[i])
				}
			}
		})
	}
}

func photos(n int) (out []flows.Attachment) {
	for i := range n {
		out = append(out, hashed(flows.Photo, fmt.Sprintf("p%d", i)))
	}
	return out
}

func summary(m telegramtest.Message) string {
	words := []string{"-"}
	if m.Media != "" {
		words[0] = m.Media
	}
	if m.Text != "" {
		words = append(words, m.Text)
	}
	if m.Album != "" {
		words = append(words, "album")
	}
	for _, row := range m.Buttons {
		words = append(words, "["+row[0].Text+"]")
	}
	return strings.Join(words, " ")
}

// TestCardIsEdited turns a card over, as paging does, and takes it away.
func TestCardIsEdited(t *testing.T) {
	r, c := sends(t)
	card := func(hash, text string) flows.Edit {
		photo := hashed(flows.Photo, hash)
		return flows.Edit{Message: int(c.Messages()[2].ID), Text: text, Media: &photo, Buttons: [][]flows.PressButton{{{Label: text, Data: "d"}}}}
	}
	r.does(c, 2, flows.Send{Text: "One", Media: photos(1)})
	is := func(want string) {
		t.Helper()
		eventually(t, want, func() bool { return summary(c.Messages()[2]) == want })
	}
	r.does(c, 2, card("p2", "Two"))
	is("photo Two [Two]")
	r.does(c, 2, card("p2", "Two"), card("gone", "Three"))
	is("photo Three [Three]")
	gone := int(c.Messages()[2].ID)
	r.leave(1, bot.Entries(1, flows.Delete{Message: gone}, flows.Delete{Message: gone}, flows.Edit{Message: gone, Text: "Nobody"})...)
	r.leave(1, bot.Entries(1, flows.Edit{Message: int(c.Messages()[1].ID), Text: "Hello again."})...)
	eventually(t, "the text is edited", func() bool { return len(c.Messages()) == 2 && c.Messages()[1].Text == "Hello again." })
	r.nothingDied()
}

// nothingDied makes sure that Telegram has refused nothing.
func (r *rig) nothingDied() {
	r.Helper()
	if dead, err := r.store.DeadLetters(r.Context(), 10); err != nil || len(dead) > 0 {
		r.Errorf("dead letters %v, %v", dead, err)
	}
}
